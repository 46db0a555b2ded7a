/** The last step: what is read here, and on the next record. @module */
import { i18n } from '#i18n'
import { factName, inOrder } from '../fact-labels.ts'
import type { PageFact } from '../sites/rule.ts'
import { make } from './dom.ts'
import { textButton } from './panel.ts'
import type { Picking, StepMaker } from './picking.ts'
import type { Shown } from './preview.ts'
import { widened } from './widen-address.ts'

/** The page can be used meanwhile; the preview follows it. */
export const checkStep: StepMaker = (picking) => {
  picking.stopPointing()
  const { inner } = picking.surface
  const help = make(inner, 'p', { class: 'quiet' })
  const shownRecord = make(inner, 'div', { class: 'shown', role: 'status' })
  const ending = make(inner, 'p', { class: 'notice', role: 'status', hidden: true })
  let last = ''

  function update(): void {
    const shown = picking.read()
    const text = JSON.stringify([location.href, shown.fitsAddress, shown.count, shown.records.map(textsOf)])
    picking.draw({ marks: [], buttons: buttonsOf(shown, picking.draft().isRow) })
    if (text === last) return
    last = text
    help.textContent = i18n.t(picking.draft().isRow ? 'picker.checkRows' : 'picker.check')
    shownRecord.replaceChildren(...partsOf(picking, shown, update))
  }

  async function finish(): Promise<void> {
    const problem = await picking.finish()
    ending.hidden = false
    ending.textContent = problem ?? i18n.t('picker.goesOn')
  }

  update()
  return {
    title: i18n.t('picker.checkTitle'),
    body: [help, shownRecord, ending],
    next: { label: i18n.t('picker.save'), onClick: () => void finish() },
    update,
  }
}

function textsOf({ key, facts, place }: Shown['records'][number]) {
  return [key, facts, place !== undefined]
}

function buttonsOf({ records }: Shown, isSmall: boolean) {
  return records.flatMap(({ place }) => (place === undefined ? [] : [{ ...place, isSmall }]))
}

function partsOf(picking: Picking, shown: Shown, onChange: () => void): readonly HTMLElement[] {
  const { inner } = picking.surface
  if (!shown.fitsAddress) return otherAddress(picking, onChange)
  const [record] = shown.records
  if (record === undefined) return [make(inner, 'p', { class: 'notice' }, i18n.t('picker.noRecord'))]
  const facts = inOrder(Object.keys(record.facts) as PageFact[])
  const lines = facts.flatMap((fact) => [
    make(inner, 'dt', {}, factName(fact)),
    make(inner, 'dd', {}, make(inner, 'bdi', {}, record.facts[fact] ?? '')),
  ])
  const key = [
    make(inner, 'dt', {}, i18n.t('picker.keyName')),
    make(inner, 'dd', {}, make(inner, 'bdi', {}, record.key ?? '–')),
  ]
  return [
    ...(picking.draft().isRow ? [make(inner, 'p', { class: 'count' }, i18n.t('picker.rows', shown.count))] : []),
    make(inner, 'dl', { class: 'record' }, ...lines, ...key),
    ...(record.place === undefined ? [make(inner, 'p', { class: 'notice' }, i18n.t('picker.noAnchor'))] : []),
    ...(record.key === undefined ? [make(inner, 'p', { class: 'notice' }, i18n.t('picker.noKeyHere'))] : []),
    ...(facts.length === 0 ? [make(inner, 'p', { class: 'notice' }, i18n.t('picker.noFacts'))] : []),
  ]
}

// The first record's address may have named more than the kind of page.
function otherAddress(picking: Picking, onChange: () => void): readonly HTMLElement[] {
  const { inner } = picking.surface
  const { address } = picking.draft()
  const wider = address === undefined ? undefined : widened(address, location.href)
  const words = make(inner, 'p', { class: 'notice' }, i18n.t('picker.otherAddress'))
  if (wider === undefined) return [words]
  const widen = () => {
    picking.change({ address: wider })
    onChange()
  }
  return [words, textButton(inner, i18n.t('picker.alsoHere'), widen)]
}
