/** How much speaks for a person being the one whom the page is about, and for a name being that person's. @module */
import { contains, parentOf } from './dom.ts'
import type { FullName } from './full-names.ts'
import { agreement, isOfDomain } from './names.ts'
import { isBesideNavigation } from './navigation.ts'
import { partsOf } from './parts.ts'
import { type Appearance, isNear, type People } from './people.ts'
import type { SeenBy, Sighting } from './sighting.ts'
import { isOffice } from './values.ts'

/** What an e-mail address alone is worth, by how it was seen. */
const ADDRESS_WORTH: Readonly<Record<SeenBy, number>> = {
  label: 0.55,
  person: 0.55,
  sender: 0.45,
  control: 0.5,
  markup: 0.5,
  heading: 0.5,
  link: 0.45,
  title: 0.4,
  text: 0.4,
}
const PHONE_WORTH = 0.22
/** What a name beside it adds, by how it was seen. */
const NAME_WORTH: Readonly<Record<SeenBy, number>> = {
  label: 0.25,
  person: 0.25,
  sender: 0.15,
  control: 0.25,
  markup: 0.25,
  heading: 0.17,
  title: 0.08,
  link: 0.08,
  text: 0,
}
/** The same for a name that stands before the address in one card, or in the page's title. */
const NAME_BESIDE_WORTH = 0.15
/** What is added where name and address agree in nothing, in part, in all. */
const AGREEMENT_WORTH = [0, 0.15, 0.25] as const
const LISTED_FACTOR = 0.3
const OFFICE_FACTOR = 0.5
const OWN_FACTOR = 0.3
const STAFF_FACTOR = 0.3

/** What is known of the page beyond the person. */
export interface Context {
  readonly people: People
  readonly names: readonly FullName[]
  readonly ownAddresses: ReadonlySet<string>
  /** Names that stand as those of people of one's own organisation. */
  readonly staffNames: ReadonlySet<string>
  /** The document's. */
  readonly title: string
}

/** What speaks for one appearance. */
export interface Worth {
  readonly appearance: Appearance
  readonly name: FullName | undefined
  /** From 0 to somewhat over 1. */
  readonly worth: number
  /** Whether the name is the page's, and not that of one of many parts. */
  readonly isByPage: boolean
}

export function worthOf(appearance: Appearance, context: Context): Worth {
  const { sighting, isListed } = appearance
  const { value, by, fact } = sighting
  const isAddress = fact === 'email'
  const [best] = namesFor(appearance, context).toSorted((one, other) => other.rank - one.rank)
  const isSure = best !== undefined && best.level > 0
  // The page's own heading picks one of a list.
  const isByPage = isSure && !best.isWithin && best.name.by === 'heading'
  const nameWorth = best === undefined ? 0 : nameWorthOf(best, context) + AGREEMENT_WORTH[best.level]
  let worth = ((isAddress ? ADDRESS_WORTH[by] : PHONE_WORTH) + nameWorth) * (sighting.share ?? 1)
  if (isListed && !isByPage) worth *= LISTED_FACTOR
  if (isAddress && isOffice(value) && !isSure && (best === undefined || by === 'link' || by === 'text')) {
    worth *= OFFICE_FACTOR
  }
  const isOwn = by === 'link' || by === 'text' ? isBesideNavigation(sighting.element) : false
  if (isOwn || context.ownAddresses.has(value.toLowerCase())) worth *= OWN_FACTOR
  if (best !== undefined && context.staffNames.has(best.name.value)) worth *= STAFF_FACTOR
  return { appearance, name: best?.name, worth, isByPage }
}

interface NameOption {
  readonly name: FullName
  readonly level: 0 | 1 | 2
  /** Whether it stands in the person's part of the page. */
  readonly isWithin: boolean
  /** Whether it stands before the address in one card. */
  readonly isBeside: boolean
  readonly rank: number
}

function namesFor(appearance: Appearance, { people, names, title }: Context): readonly NameOption[] {
  const { sighting, territory } = appearance
  const { value } = sighting
  const isAddress = sighting.fact === 'email'
  const beside = nameBefore(sighting)
  return names
    .filter((name) => isNear(name.element, appearance, people) || name.address === value)
    .map((name) => {
      const level = isAddress ? levelOf(name, value) : 0
      const isWithin = contains(territory, name.element)
      const isBeside = beside !== undefined && name.value === beside.text && contains(beside.card, name.element)
      const inTitle = title.includes(name.value)
      const rank = name.weight * (name.share ?? 1) + level * 1.5 + (isWithin ? 0.5 : 0) + (inTitle ? 0.5 : 0)
      return { name, level, isWithin, isBeside, rank: isBeside ? rank + 2 : rank }
    })
    .filter(({ name, level, isBeside }) => {
      if (level > 0 || isBeside) return true
      return name.by !== 'text' && !(isAddress && isOfDomain(name.value, value))
    })
}

/** A name that stands with the address is its own; in one text with it, it may as well be that of the office. */
function levelOf(name: FullName, address: string): 0 | 1 | 2 {
  const level = agreement(name.value, address)
  if (name.address !== address) return level
  return name.by === 'text' && level === 0 ? 1 : 2
}

function nameWorthOf({ name, isBeside }: NameOption, { title }: Context): number {
  const isShown = isBeside || title.includes(name.value)
  return Math.max(NAME_WORTH[name.by], isShown ? NAME_BESIDE_WORTH : 0)
}

const MOST_TEXTS_OF_CARD = 6

/** The first text of the card that an address stands in, where it is not the address. */
function nameBefore({ element, value }: Sighting): { readonly text: string; readonly card: Element } | undefined {
  let card: Element | null = element
  for (let level = 0; level < 4 && card !== null; level += 1) {
    const parts = partsOf(card)
    if (parts.length > MOST_TEXTS_OF_CARD) return undefined
    const [text] = parts
    if (parts.length > 1 && text !== undefined && !text.includes(value)) return { text, card }
    card = parentOf(card)
  }
  return undefined
}
