/** The third step: point at name, e-mail, phone and company, as far as they are there. @module */
import { i18n } from '#i18n'
import { factName } from '../fact-labels.ts'
import type { PageFact } from '../sites/rule.ts'
import { make } from './dom.ts'
import { ASKED_FACTS, type Draft } from './draft.ts'
import { factAt } from './fact-source.ts'
import { createFactsList, elementOf } from './facts-list.ts'
import { createPad } from './pad.ts'
import { type StepView, textButton } from './panel.ts'
import type { Picking, StepMaker } from './picking.ts'
import { scopeAround } from './rows.ts'
import { hostsAround } from './shadow-hosts.ts'

/** Asks for one fact after the other; each can be pointed at again. */
export const factsStep: StepMaker = (picking) => viewFor(picking, nextFact(picking))

function nextFact(picking: Picking): PageFact | undefined {
  const { asked, facts, mends } = picking.draft()
  const open = ASKED_FACTS.filter((fact) => !asked.includes(fact) && !(fact === 'name' && isNameInParts(facts)))
  if (mends === undefined) return open[0]
  // What is mended has its facts; only what is not found any more is asked for.
  const known = picking.base?.records[mends]?.facts ?? {}
  const read = picking.read().records[0]?.facts ?? {}
  return open.find((fact) => known[fact] !== undefined && read[fact] === undefined)
}

function isNameInParts(facts: Draft['facts']): boolean {
  return (facts.firstName ?? facts.lastName) !== undefined
}

function viewFor(picking: Picking, current: PageFact | undefined): StepView {
  const { inner } = picking.surface
  const ask = (fact: PageFact | undefined) => picking.panel.show('facts', viewFor(picking, fact))
  const goOn = () => ask(nextFact(picking))
  const shown = factsToShow(picking.draft(), current)
  const list = createFactsList({ picking, shown, current, ask })
  const update = () => {
    list.update()
    picking.draw({ marks: marksOf(picking.draft()), buttons: [] })
  }
  if (current === undefined) {
    picking.stopPointing()
    update()
    return {
      title: i18n.t('picker.facts'),
      body: [make(inner, 'p', { class: 'quiet' }, i18n.t('picker.factsHelp')), list.element],
      next: { label: i18n.t('picker.next'), onClick: () => picking.go('key') },
      update,
    }
  }
  const pad = createPad(inner)
  pointAt(picking, current, pad, () => (current === 'firstName' ? ask('lastName') : goOn()))
  update()
  return {
    title: i18n.t('picker.pointAt', [factName(current)]),
    body: [pad, ...(current === 'name' ? [inParts(inner, () => ask('firstName'))] : []), list.element],
    skip: {
      label: i18n.t('picker.leaveOut'),
      onClick() {
        picking.change({ asked: [...picking.draft().asked, current] })
        goOn()
      },
    },
    focus: pad,
    update,
  }
}

function inParts(inner: Document, onClick: () => void): HTMLElement {
  return textButton(inner, i18n.t('picker.nameInParts'), onClick, 'plain')
}

function pointAt(picking: Picking, fact: PageFact, pad: HTMLElement, onDone: () => void): void {
  const { scope } = picking.draft()
  picking.point({
    pad,
    start: picking.place() ?? document.body,
    refuse(element) {
      if (scope !== undefined && scopeAround(element, scope) === undefined) return i18n.t('picker.outsideRow')
      return factAt(fact, element, scope) === undefined ? i18n.t('picker.nothingToRead') : undefined
    },
    onChoose(element) {
      const pointed = factAt(fact, element, scope)
      if (pointed === undefined) return
      const { facts, asked, shadowHosts } = picking.draft()
      picking.change({
        facts: { ...without(facts, fact), [fact]: pointed },
        asked: [...asked, fact],
        shadowHosts: [...new Set([...shadowHosts, ...hostsAround(element)])],
      })
      onDone()
    },
  })
}

// A name is read as one or in its parts.
function without(facts: Draft['facts'], fact: PageFact): Draft['facts'] {
  const { name, firstName, lastName, ...others } = facts
  if (fact === 'name') return others
  if (fact !== 'firstName' && fact !== 'lastName') return facts
  return {
    ...others,
    ...(firstName === undefined ? {} : { firstName }),
    ...(lastName === undefined ? {} : { lastName }),
  }
}

function factsToShow({ facts }: Draft, current: PageFact | undefined): readonly PageFact[] {
  const hasParts = isNameInParts(facts) || current === 'firstName' || current === 'lastName'
  const names: readonly PageFact[] = hasParts ? ['firstName', 'lastName'] : ['name']
  const all: readonly PageFact[] = [...names, 'email', 'phone', 'company', 'device']
  // While something is pointed at, the panel is as small as it can be.
  return current === undefined ? all : all.filter((fact) => fact === current || facts[fact] !== undefined)
}

function marksOf(draft: Draft) {
  return Object.entries(draft.facts).flatMap(([fact, source]) => {
    const element = elementOf(draft, source)
    return element === undefined ? [] : [{ element, kind: 'fact' as const, label: factName(fact as PageFact) }]
  })
}
