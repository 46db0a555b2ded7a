/** Makes facts of what stands beside labels. @module */
import {
  attributeOf,
  bySelector,
  isControl,
  isElement,
  isReadable,
  isText,
  isVisible,
  parentOf,
  siblingsAfter,
  tagOf,
} from './dom.ts'
import type { LabelPair } from './label-pairs.ts'
import type { LabelKind } from './label-words.ts'
import { labelKind } from './labels.ts'
import { isCompany, isLabelledName, looksLikeName, nameIn, withoutHonorifics } from './names.ts'
import { partsOf } from './parts.ts'
import type { SeenBy, Sighting } from './sighting.ts'
import { addressIn, addressOfLink, phoneIn } from './values.ts'

/** What stands where nothing was entered. */
const NOTHING =
  /^(n\/?a|none|unknown|not set|no .*|add .*|enter .*|click .*|select .*|choose .*|edit|keine?|leer|--?|—)$/i

const LABEL_WEIGHT = 3
/** More than this is no value but a part of the page; after a heading that could be a label, already less is. */
const MOST_PARTS = 8
const MOST_PARTS_UNDER_HEADING = 3

const isHeading = (element: Element) => /^h[1-6]$/.test(tagOf(element))

/** The facts in a label's value. */
export function factsOfPair(pair: LabelPair): readonly Sighting[] {
  const { kind, value, text } = pair
  const element = isText(value) ? parentOf(value) : (value as Element)
  if (element === null || !isVisible(element) || (isControl(element) && !isReadable(element))) return []
  const parts = text === undefined ? [...linkedAddresses(value), ...partsOf(value), ...moreOfName(pair)] : [text]
  // Where one can choose the sender, a message is being written.
  if (kind === 'sender' && bySelector(element, 'input, select', 1).length + Number(isControl(element)) > 0) return []
  const isTooMuch = parts.length > (isHeading(pair.label) ? MOST_PARTS_UNDER_HEADING : MOST_PARTS)
  if (isTooMuch || parts.filter((part) => labelKind(part) !== undefined).length > 1) return []
  const by = kind === 'person' || kind === 'sender' ? kind : isControl(element) ? 'control' : 'label'
  return factsOf(kind, parts, element, by, LABEL_WEIGHT)
}

// `First and last name`, and two controls.
function moreOfName({ kind, value }: LabelPair): readonly string[] {
  if (kind !== 'name' || isText(value) || !isControl(value as Element)) return []
  const [next] = siblingsAfter(value, 3).filter(isElement)
  return next !== undefined && isControl(next) && isReadable(next) ? partsOf(next) : []
}

// A link's text may be an address cut short.
function linkedAddresses(value: Node): readonly string[] {
  if (isText(value)) return []
  const links =
    tagOf(value as Element) === 'a' ? [value as Element] : bySelector(value as Element, 'a[href^="mailto:" i]', 4)
  return links.filter(isVisible).flatMap((link) => addressOfLink(attributeOf(link, 'href')) ?? [])
}

/** The facts in texts of which the kind is known. */
export function factsOf(
  kind: LabelKind,
  parts: readonly string[],
  element: Element,
  by: SeenBy,
  weight: number,
): readonly Sighting[] {
  const see = (fact: Sighting['fact'], value: string | undefined): readonly Sighting[] =>
    value === undefined ? [] : [{ fact, value, element, weight, by }]
  const shown = parts.filter((part) => !NOTHING.test(part))
  const [address] = shown.flatMap((part) => addressIn(part) ?? [])
  switch (kind) {
    case 'email':
      return see('email', address)
    case 'phone':
      return see('phone', phoneIn(shown.join(' ')))
    case 'company':
      return see('company', companyIn(shown))
    case 'firstName':
    case 'lastName':
      return see(kind, partOfName(shown))
    case 'name':
    case 'person':
    case 'sender': {
      const name = labelledName(shown, kind === 'name' && by !== 'markup')
      const names = see('name', name).map((sighting) => (address === undefined ? sighting : { ...sighting, address }))
      const company = kind !== 'name' && name === undefined ? shown.find(isCompany) : undefined
      return [...names, ...see('email', address), ...see('company', company)]
    }
    default:
      return []
  }
}

function labelledName(parts: readonly string[], isSure: boolean): string | undefined {
  const texts = parts.filter((part) => labelKind(part) === undefined)
  const found = texts.flatMap((part) => nameIn(part) ?? [])[0]
  if (found !== undefined) return found
  // First and last name in elements of their own.
  const joined = texts.slice(0, 3).join(' ')
  if (texts.length > 1 && texts.length <= 3 && looksLikeName(joined)) return joined
  // Where the label says that it is a name, it need not look like one.
  const plain = isSure ? texts.find(isLabelledName) : undefined
  return plain === undefined || isCompany(plain) ? undefined : plain
}

function partOfName(parts: readonly string[]): string | undefined {
  const part = parts.find((text) => isLabelledName(text) && labelKind(text) === undefined)
  return part === undefined ? undefined : withoutHonorifics(part)
}

function companyIn(parts: readonly string[]): string | undefined {
  return parts.find(
    (part) => /\p{L}/u.test(part) && part.length <= 100 && !part.includes('@') && labelKind(part) === undefined,
  )
}
