/** The fourth step: what tells one record from all others. @module */
import { i18n } from '#i18n'
import { factName } from '../fact-labels.ts'
import { isVisible } from '../page/dom.ts'
import { make } from './dom.ts'
import { choicesForPage, choicesForRows, type KeyChoice } from './key-choices.ts'
import { createPad } from './pad.ts'
import { type StepView, textButton } from './panel.ts'
import type { Picking, StepMaker } from './picking.ts'
import { findAll, treesOf } from './trees.ts'

/** Offers what is in the address, in attributes, in links and among the facts. */
export const keyStep: StepMaker = (picking) => viewFor(picking, undefined)

const MOST_ROWS = 40

function viewFor(picking: Picking, pointedAt: Element | undefined): StepView {
  const { inner } = picking.surface
  const { mends } = picking.draft()
  const choices = choicesOf(picking, pointedAt)
  // What is mended tells its records apart already.
  const known = mends === undefined ? undefined : picking.read().records[0]?.key
  const chosen = choices.find((choice) => isChosen(picking, choice)) ?? (known === undefined ? choices[0] : undefined)
  if (chosen !== undefined) choose(picking, chosen)
  const problem = make(inner, 'p', { class: 'problem small', role: 'alert', hidden: true }, i18n.t('picker.noKey'))
  return {
    title: i18n.t('picker.key'),
    body: [
      make(inner, 'p', { class: 'quiet' }, i18n.t('picker.keyHelp')),
      make(
        inner,
        'fieldset',
        { class: 'choices' },
        make(inner, 'legend', { class: 'unseen' }, i18n.t('picker.key')),
        ...(known === undefined ? [] : [knownLine(picking, known, chosen === undefined)]),
        ...choices.map((choice) => choiceLine(picking, choice, choice === chosen)),
      ),
      problem,
      textButton(inner, i18n.t('picker.pointAtKey'), () => picking.panel.show('key', pointingView(picking))),
    ],
    next: {
      label: i18n.t('picker.next'),
      onClick() {
        if (picking.draft().key === undefined && known === undefined) problem.hidden = false
        else picking.go('check')
      },
    },
  }
}

function pointingView(picking: Picking): StepView {
  const pad = createPad(picking.surface.inner)
  const back = (element: Element | undefined) => {
    picking.stopPointing()
    picking.panel.show('key', viewFor(picking, element))
  }
  picking.point({ pad, start: picking.place() ?? document.body, onChoose: back })
  return {
    title: i18n.t('picker.pointAtKey'),
    body: [make(picking.surface.inner, 'p', { class: 'quiet' }, i18n.t('picker.pointAtKeyHelp')), pad],
    skip: { label: i18n.t('picker.leaveOut'), onClick: () => back(undefined) },
    focus: pad,
  }
}

function choicesOf(picking: Picking, pointedAt: Element | undefined): readonly KeyChoice[] {
  const { scope, shadowHosts } = picking.draft()
  const facts = picking.read().records.map((record) => record.facts)
  if (scope === undefined) return choicesForPage(location.href, pointedAt, facts[0] ?? {})
  const rows = findAll(treesOf(shadowHosts), scope).filter(isVisible).slice(0, MOST_ROWS)
  const pointed = pointedAt === undefined ? undefined : { element: pointedAt, scope }
  return choicesForRows(location.href, rows, facts, pointed)
}

function isChosen(picking: Picking, { source, address }: KeyChoice): boolean {
  const draft = picking.draft()
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  return (
    draft.key !== undefined && same(draft.key, source) && (source.from !== 'address' || same(draft.address, address))
  )
}

function choose(picking: Picking, { source, address }: KeyChoice): void {
  picking.change({ key: source, address })
}

function choiceLine(picking: Picking, choice: KeyChoice, isChecked: boolean): HTMLElement {
  const { inner } = picking.surface
  const quiet = make(inner, 'bdi', { class: 'quiet small', dir: 'ltr' }, choice.before)
  const words = make(inner, 'span', {}, quiet, make(inner, 'bdi', {}, choice.key), ' ', originOf(inner, choice))
  return line(inner, words, isChecked, () => choose(picking, choice))
}

function knownLine(picking: Picking, known: string, isChecked: boolean): HTMLElement {
  const { inner } = picking.surface
  const origin = make(inner, 'span', { class: 'quiet small' }, `(${i18n.t('picker.keyAsBefore')})`)
  const words = make(inner, 'span', {}, make(inner, 'bdi', {}, known), ' ', origin)
  return line(inner, words, isChecked, () => picking.change({ key: undefined, address: undefined }))
}

function line(inner: Document, words: HTMLElement, isChecked: boolean, onChoose: () => void): HTMLElement {
  const input = make(inner, 'input', { type: 'radio', name: 'key' })
  input.checked = isChecked
  input.addEventListener('change', onChoose)
  return make(inner, 'label', { class: 'choice' }, input, words)
}

function originOf(inner: Document, { source }: KeyChoice): HTMLElement {
  const words = {
    address: () => i18n.t('picker.keyInAddress'),
    attribute: () => i18n.t('picker.keyInAttribute'),
    link: () => i18n.t('picker.keyInLink'),
    fact: () => (source.from === 'fact' ? factName(source.fact) : ''),
  }
  return make(inner, 'span', { class: 'quiet small' }, `(${words[source.from]()})`)
}
