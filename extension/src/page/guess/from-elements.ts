/** The facts in links, controls, headings and marked-up elements. @module */
import { attributeOf, isReadable, tagOf } from './dom.ts'
import { hintOf } from './hints.ts'
import type { LabelPair } from './label-pairs.ts'
import type { LabelKind } from './label-words.ts'
import { nameIn } from './names.ts'
import { controlValue, partsOf } from './parts.ts'
import { proseShare } from './prose.ts'
import { factsOf } from './read-values.ts'
import type { SeenBy, Sighting } from './sighting.ts'
import { addressIn, addressOfLink, phoneIn, phoneOfLink } from './values.ts'

const LABEL_WEIGHT = 3
const CONTROL_WEIGHT = 2.5
const MARKUP_WEIGHT = 2.3
const LINK_WEIGHT = 2

export function factsOfMailLink(link: Element, pair: LabelPair | undefined): readonly Sighting[] {
  const address = addressOfLink(attributeOf(link, 'href'))
  const kind = pair?.kind ?? hintOf(link)
  if (address === undefined || kind === 'staff' || kind === 'ignored') return []
  const name = partsOf(link).flatMap((part) => nameIn(part) ?? [])[0]
  const seen =
    kind === undefined
      ? { weight: LINK_WEIGHT, share: proseShare(link), by: 'link' as const }
      : { weight: LABEL_WEIGHT, by: isPerson(kind) ? kind : ('label' as const) }
  const email: Sighting = { fact: 'email', value: address, element: link, ...seen }
  return name === undefined ? [email] : [email, { ...email, fact: 'name', value: name, address }]
}

const isPerson = (kind: LabelKind) => kind === 'person' || kind === 'sender'

export function factsOfPhoneLink(link: Element, pair: LabelPair | undefined): readonly Sighting[] {
  const phone = phoneIn(partsOf(link).join(' ')) ?? phoneOfLink(attributeOf(link, 'href'))
  const kind = pair?.kind
  if (phone === undefined || kind === 'staff' || kind === 'ignored') return []
  const by: SeenBy = kind === undefined ? 'link' : 'label'
  return [{ fact: 'phone', value: phone, element: link, weight: kind === undefined ? LINK_WEIGHT : LABEL_WEIGHT, by }]
}

/** For a control without a visible label. */
export function factsOfControl(control: Element): readonly Sighting[] {
  const value = isReadable(control) ? controlValue(control) : ''
  const kind = value === '' ? undefined : hintOf(control)
  return kind === undefined ? [] : factsOf(kind, [value], control, 'control', CONTROL_WEIGHT)
}

export function factsOfHint(element: Element): readonly Sighting[] {
  const kind = hintOf(element)
  if (kind === undefined) return []
  const link = tagOf(element) === 'a' ? addressOfLink(attributeOf(element, 'href')) : undefined
  const parts = [link ?? '', attributeOf(element, 'content'), ...partsOf(element)].filter((part) => part !== '')
  return factsOf(kind, parts, element, 'markup', MARKUP_WEIGHT)
}

export function namesOfHeading(heading: Element, weight: number): readonly Sighting[] {
  const parts = partsOf(heading)
  const name = parts.flatMap((part) => nameIn(part) ?? [])[0] ?? nameIn(parts.join(' '))
  const address = addressIn(parts.join(' '))
  const seen = { element: heading, by: 'heading' } as const
  const email: readonly Sighting[] =
    address === undefined ? [] : [{ fact: 'email', value: address, weight: LINK_WEIGHT, ...seen }]
  if (name === undefined) return email
  const sighting: Sighting = { fact: 'name', value: name, weight, ...seen }
  return [address === undefined ? sighting : { ...sighting, address }, ...email]
}
