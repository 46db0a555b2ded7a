/** Looks for facts in all the ways that pages show them. @module */
import {
  attributeOf,
  bySelector,
  byTag,
  controlValue,
  isControl,
  isReadable,
  isVisible,
  parentOf,
  partsOf,
  tagOf,
} from './dom.ts'
import { hintOf, TITLE_CLASS } from './hints.ts'
import { createKindAround, type LabelPair, labelPairs } from './label-pairs.ts'
import { labelKind } from './labels.ts'
import { nameIn } from './names.ts'
import { factsOf, factsOfPair } from './read-values.ts'
import type { RegionOf } from './regions.ts'
import type { ShortText } from './scan.ts'
import type { SeenBy, Sighting, Sightings } from './sighting.ts'
import { addressIn, addressOfLink, phoneIn, phoneOfLink } from './values.ts'

const MOST_LINKS = 40
const MOST_CONTROLS = 50
const MOST_MARKED = 40
const WEIGHT = { control: 2.5, markup: 2.3, hint: 1.6, link: 2, text: 1.5, title: 1.2, mereText: 0.5 } as const
const HEADINGS = [
  ['h1', 2.2],
  ['h2', 1.7],
  ['h3', 1.4],
  ['h4', 1.1],
] as const
/** A text beyond this is what somebody wrote. */
const MOST_LETTERS_BESIDE = 60
const MOST_WORDS_BESIDE = 6
const PROSE_FACTOR = 0.2
const MOST_LETTERS_OF_BLOCK = 140
const INLINE = /^(a|b|strong|em|i|u|small|font|span|abbr|mark)$/

/** Collects from one part of the page. */
export function collect(root: Element, texts: readonly ShortText[], regionOf: RegionOf): Sightings {
  const pairs = labelPairs(root, texts)
  const kindAround = createKindAround(pairs)
  const found: Sighting[] = []
  const ownAddresses = new Set<string>()

  function add(sightings: readonly Sighting[]): void {
    for (const sighting of sightings) {
      const { isOut, isBanner, factor } = regionOf(sighting.element)
      if (isBanner && sighting.fact === 'email') ownAddresses.add(sighting.value.toLowerCase())
      if (!isOut) found.push({ ...sighting, weight: sighting.weight * factor })
    }
  }

  for (const pair of pairs) add(factsOfPair(pair))
  for (const link of bySelector(root, 'a[href^="mailto:" i]', MOST_LINKS))
    if (isVisible(link)) add(factsOfMailLink(link, kindAround))
  for (const link of bySelector(root, 'a[href^="tel:" i]', MOST_LINKS))
    if (isVisible(link)) add(factsOfPhoneLink(link, kindAround))
  for (const control of byTag(root, 'input', MOST_CONTROLS))
    if (isVisible(control)) add(factsOfControl(control, kindAround))
  for (const marked of bySelector(root, '[itemprop]', MOST_MARKED))
    if (isVisible(marked)) add(factsOfHint(marked, kindAround))
  for (const [tag, weight] of HEADINGS) for (const heading of byTag(root, tag, 8)) add(namesOfHeading(heading, weight))
  for (const heading of bySelector(root, '[role="heading"]', 8)) {
    add(namesOfHeading(heading, attributeOf(heading, 'aria-level') === '1' ? 2.2 : 1.6))
  }
  for (const text of texts) add(factsOfText(text, kindAround))

  const staff = pairs.filter(({ kind }) => kind === 'staff').map(({ label }) => label)
  return { found, staff, ownAddresses }
}

type KindAround = (element: Element) => LabelPair | undefined

function factsOfMailLink(link: Element, kindAround: KindAround): readonly Sighting[] {
  const address = addressOfLink(attributeOf(link, 'href'))
  const kind = kindAround(link)?.kind ?? hintOf(link)
  if (address === undefined || kind === 'staff' || kind === 'ignored') return []
  const name = partsOf(link).flatMap((part) => nameIn(part) ?? [])[0]
  const weight = kind === undefined ? WEIGHT.link * proseFactor(link) : 3
  const by: SeenBy = kind === 'person' ? 'person' : kind === undefined ? 'link' : 'label'
  const email: Sighting = { fact: 'email', value: address, element: link, weight, by }
  return name === undefined ? [email] : [email, { ...email, fact: 'name', value: name, address }]
}

function factsOfPhoneLink(link: Element, kindAround: KindAround): readonly Sighting[] {
  const phone = phoneIn(partsOf(link).join(' ')) ?? phoneOfLink(attributeOf(link, 'href'))
  const kind = kindAround(link)?.kind
  if (phone === undefined || kind === 'staff' || kind === 'ignored') return []
  const by = kind === undefined ? 'link' : 'label'
  return [{ fact: 'phone', value: phone, element: link, weight: kind === undefined ? WEIGHT.link : 3, by }]
}

function factsOfControl(control: Element, kindAround: KindAround): readonly Sighting[] {
  const value = controlValue(control)
  if (value === '' || !isReadable(control)) return []
  // With a label of its own it is among the pairs.
  if (kindAround(control) !== undefined) return []
  const kind = hintOf(control)
  return kind === undefined ? [] : factsOf(kind, [value], control, 'control', WEIGHT.control)
}

function factsOfHint(element: Element, kindAround: KindAround): readonly Sighting[] {
  const kind = kindAround(element) === undefined ? hintOf(element) : undefined
  if (kind === undefined) return []
  const link = tagOf(element) === 'a' ? attributeOf(element, 'href') : ''
  const content = attributeOf(element, 'content')
  const parts = [addressOfLink(link) ?? '', content, ...partsOf(element)].filter((part) => part !== '')
  return factsOf(kind, parts, element, 'markup', WEIGHT.markup)
}

function namesOfHeading(heading: Element, weight: number): readonly Sighting[] {
  if (!isVisible(heading)) return []
  const parts = partsOf(heading)
  const name = parts.flatMap((part) => nameIn(part) ?? [])[0] ?? nameIn(parts.join(' '))
  const address = addressIn(parts.join(' '))
  const names: readonly Sighting[] =
    name === undefined ? [] : [{ fact: 'name', value: name, element: heading, weight, by: 'heading' }]
  if (address === undefined) return names
  const email: Sighting = { fact: 'email', value: address, element: heading, weight: WEIGHT.link, by: 'heading' }
  return [...names.map((sighting) => ({ ...sighting, address })), email]
}

function factsOfText({ text, parent }: ShortText, kindAround: KindAround): readonly Sighting[] {
  if (labelKind(text) !== undefined || kindAround(parent) !== undefined) return []
  let at: Element | null = parent
  for (let level = 0; level < 3 && at !== null && !isControl(at); level += 1) {
    const kind = hintOf(at)
    const isMarked = level === 0 || attributeOf(at, 'itemprop') !== '' || partsOf(at).length <= 2
    if (kind !== undefined && isMarked) return factsOf(kind, [text], parent, 'markup', WEIGHT.hint)
    at = parentOf(at)
  }
  const address = addressIn(text)
  const name = nameIn(text)
  const isTitle = TITLE_CLASS.test(attributeOf(parent, 'class'))
  const sightings: Sighting[] = []
  if (address !== undefined) {
    const isProse = text.length - address.length > MOST_LETTERS_BESIDE
    const weight = WEIGHT.text * (isProse ? PROSE_FACTOR : proseFactor(parent))
    sightings.push({ fact: 'email', value: address, element: parent, weight, by: 'text' })
  }
  if (name !== undefined) {
    const weight = isTitle ? WEIGHT.title : WEIGHT.mereText
    const by = isTitle ? 'title' : 'text'
    const sighting: Sighting = { fact: 'name', value: name, element: parent, weight, by }
    sightings.push(address === undefined ? sighting : { ...sighting, address })
  }
  return sightings
}

// Within sentences, somebody is mentioned.
function proseFactor(element: Element): number {
  let block: Element = element
  for (let level = 0; level < 4 && INLINE.test(tagOf(block)); level += 1) block = parentOf(block) ?? block
  const parts = partsOf(block, MOST_LETTERS_OF_BLOCK)
  const isProse = parts.length === 0 || parts.some((part) => part.split(' ').length > MOST_WORDS_BESIDE)
  return isProse ? PROSE_FACTOR : 1
}
