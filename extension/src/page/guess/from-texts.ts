/** The facts in texts that stand without a label. @module */
import { attributeOf, isControl, parentOf } from './dom.ts'
import { hintOf, TITLE_CLASS } from './hints.ts'
import { labelKind } from './labels.ts'
import { nameIn } from './names.ts'
import { partsOf } from './parts.ts'
import { proseShare } from './prose.ts'
import { factsOf } from './read-values.ts'
import type { ShortText } from './scan.ts'
import type { Sighting } from './sighting.ts'
import { addressIn, phoneIn } from './values.ts'

const HINT_WEIGHT = 1.6
const ADDRESS_WEIGHT = 1.5
const PHONE_WEIGHT = 1
const TITLE_WEIGHT = 1.2
const NAME_WEIGHT = 0.5
/** A text that is a phone number and cannot be anything else. */
const PLAIN_PHONE = /^\+\d[\d\s().-]{7,20}$/

export function factsOfText({ text, parent }: ShortText): readonly Sighting[] {
  if (labelKind(text) !== undefined) return []
  return factsByHint(text, parent) ?? plainFacts(text, parent)
}

/** What an element around says of the text, where it says something. */
function factsByHint(text: string, parent: Element): readonly Sighting[] | undefined {
  let at: Element | null = parent
  for (let level = 0; level < 3 && at !== null && !isControl(at); level += 1) {
    const kind = hintOf(at)
    // An element further out may hold other things than what it is named after.
    const isClose = level === 0 || attributeOf(at, 'itemprop') !== '' || partsOf(at).length <= 2
    if (kind !== undefined && isClose) {
      const facts = factsOf(kind, [text], parent, 'markup', HINT_WEIGHT)
      if (facts.length > 0 || kind === 'staff' || kind === 'ignored') return facts
    }
    at = parentOf(at)
  }
  return undefined
}

function plainFacts(text: string, parent: Element): readonly Sighting[] {
  const sightings: Sighting[] = []
  const address = addressIn(text)
  if (address !== undefined) {
    const share = proseShare(parent)
    sightings.push({ fact: 'email', value: address, element: parent, weight: ADDRESS_WEIGHT, by: 'text', share })
  }
  const name = nameIn(text)
  if (name !== undefined) {
    const isTitle = TITLE_CLASS.test(attributeOf(parent, 'class'))
    const seen = isTitle
      ? ({ weight: TITLE_WEIGHT, by: 'title' } as const)
      : ({ weight: NAME_WEIGHT, by: 'text' } as const)
    const sighting: Sighting = { fact: 'name', value: name, element: parent, ...seen }
    sightings.push(address === undefined ? sighting : { ...sighting, address })
  }
  const phone = PLAIN_PHONE.test(text) ? phoneIn(text) : undefined
  if (phone !== undefined)
    sightings.push({ fact: 'phone', value: phone, element: parent, weight: PHONE_WEIGHT, by: 'text' })
  return sightings
}
