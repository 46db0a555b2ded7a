/** Tells apart the people of a page: which part of it is whose. @module */
import { isBefore, parentOf } from './dom.ts'
import { labelKind } from './labels.ts'
import { isInGrid, isRow, lookOf, lookOfCard } from './lists.ts'
import { looksLikeName } from './names.ts'
import { partsOf } from './parts.ts'
import type { Sighting } from './sighting.ts'
import { addressIn, isOffice, phoneIn } from './values.ts'

/** One sighting of somebody: by e-mail address, or by phone where the page has no addresses. */
export interface Appearance {
  /** The same for all that belongs to one person. */
  readonly id: string
  readonly sighting: Sighting
  /** The largest element around that shows nobody else; the whole page where there is nobody else. */
  readonly territory: Element
  /** Whether others appear beside in the same way, as in a list. */
  readonly isListed: boolean
}

const MOST_ROUNDS = 3
/** Of one person. */
const MOST_ADDRESSES = 4
const MOST_APPEARANCES = 60
/** So many people in cards of the same look are a list, wherever the cards are. */
const MANY_CARDS = 3

/** The people of a page. */
export interface People {
  readonly appearances: readonly Appearance[]
  /** Whose part of the page an element is in; `undefined` where it is nobody's alone. */
  ownerOf(element: Element): string | undefined
}

/**
 * Finds the people by the sightings of one fact that tells them apart.
 *
 * @param names where a label says that a name stands: between two addresses, it parts them
 */
export function findPeople(root: Element, sightings: readonly Sighting[], names: readonly Element[]): People {
  // Who is only mentioned counts where there is nobody else.
  const strong = sightings.filter(({ share = 1 }) => share === 1)
  const shown = (strong.length > 0 ? strong : sightings).slice(0, MOST_APPEARANCES)
  // Several addresses of one person become one.
  const same = new Map<string, string>()
  const idOf = ({ value }: Sighting) => same.get(identityOf(value)) ?? identityOf(value)
  let places = placesOf(root, shown, idOf)
  for (let round = 0; round < MOST_ROUNDS && merge(places, idOf, same, names); round += 1)
    places = placesOf(root, shown, idOf)
  const cards = cardsOf(places, idOf)
  const appearances = places.map((place) => ({
    id: idOf(place.sighting),
    sighting: place.sighting,
    territory: place.branch,
    isListed: isListed(place, places) || (!isNamed(place.sighting) && isOfList(place, cards, root)),
  }))
  return { appearances, ownerOf: createOwnerOf(appearances) }
}

function createOwnerOf(appearances: readonly Appearance[]): People['ownerOf'] {
  const owners = new Map<Element, string | undefined>(appearances.map(({ territory, id }) => [territory, id]))
  return (element) => {
    const unknown: Element[] = []
    let at: Element | null = element
    for (; at !== null && !owners.has(at); at = parentOf(at)) unknown.push(at)
    const owner = at === null ? undefined : owners.get(at)
    for (const inner of unknown) owners.set(inner, owner)
    return owner
  }
}

/** What two sightings of one address or number have in common. */
export const identityOf = (value: string): string =>
  value.includes('@') ? value.toLowerCase() : value.replace(/\D/g, '').slice(-9)

interface Place {
  readonly sighting: Sighting
  /** The closest element around that holds somebody else, too. */
  readonly shared: Element | undefined
  /** What is this one's alone. */
  readonly branch: Element
  readonly look: string
}

type IdOf = (sighting: Sighting) => string

function placesOf(root: Element, sightings: readonly Sighting[], idOf: IdOf): readonly Place[] {
  const holders = new Map<Element, Set<string>>()
  for (const sighting of sightings) {
    for (let at: Element | null = sighting.element; at !== null; at = at === root ? null : parentOf(at)) {
      const ids = holders.get(at)
      if (ids === undefined) holders.set(at, new Set([idOf(sighting)]))
      else ids.add(idOf(sighting))
    }
  }
  return sightings.map((sighting) => {
    let branch = sighting.element
    for (let at: Element | null = branch; at !== null; at = at === root ? null : parentOf(at)) {
      if ((holders.get(at)?.size ?? 0) > 1) return { sighting, shared: at, branch, look: lookOf(branch) }
      branch = at
    }
    return { sighting, shared: undefined, branch, look: '' }
  })
}

/** Makes one of the addresses that stand as fields of one record; tells whether there were any. */
function merge(places: readonly Place[], idOf: IdOf, same: Map<string, string>, names: readonly Element[]): boolean {
  const firsts = new Map<Element, Sighting>()
  const counts = new Map<Element, number>()
  let isChanged = false
  for (const { sighting, shared, branch } of places) {
    const isField = /^(label|control|markup)$/.test(sighting.by)
    if (shared === undefined || !isField || !isBare(branch, sighting.value)) continue
    const first = firsts.get(shared)
    if (first === undefined) firsts.set(shared, sighting)
    else if (idOf(first) !== idOf(sighting)) {
      const count = (counts.get(shared) ?? 1) + 1
      counts.set(shared, count)
      const isParted = names.some((name) => isBefore(first.element, name) && isBefore(name, sighting.element))
      if (isParted || count > MOST_ADDRESSES) continue
      same.set(identityOf(sighting.value), idOf(first))
      isChanged = true
    }
  }
  return isChanged
}

/** Whether an element holds nothing but a value and its label. */
function isBare(element: Element, value: string): boolean {
  const others = partsOf(element).filter((part) => part !== value && labelKind(part) === undefined)
  return others.length <= 3 && !others.some((part) => looksLikeName(part) || addressIn(part) || phoneIn(part))
}

const isNamed = ({ by }: Sighting) => /^(label|person|sender|control)$/.test(by)

function isListed({ sighting, shared, branch, look }: Place, places: readonly Place[]): boolean {
  if (shared === undefined) return false
  const alike = places.filter(
    (other) =>
      other.shared === shared &&
      other.branch !== branch &&
      other.look === look &&
      isNamed(other.sighting) === isNamed(sighting) &&
      !isOffice(other.sighting.value),
  )
  // Any two things may be a `div` without a class, or the cells of a layout.
  return alike.length >= (/^(div|td)\.$/.test(look) ? 2 : 1)
}

function cardsOf(places: readonly Place[], idOf: IdOf): ReadonlyMap<string, ReadonlySet<string>> {
  const cards = new Map<string, Set<string>>()
  for (const { sighting } of places) {
    const look = isNamed(sighting) ? undefined : lookOfCard(sighting.element)
    if (look === undefined) continue
    const ids = cards.get(look)
    if (ids === undefined) cards.set(look, new Set([idOf(sighting)]))
    else ids.add(idOf(sighting))
  }
  return cards
}

function isOfList({ sighting }: Place, cards: ReadonlyMap<string, ReadonlySet<string>>, root: Element): boolean {
  const look = lookOfCard(sighting.element)
  const isCard = look !== undefined && (cards.get(look)?.size ?? 0) >= MANY_CARDS
  return isCard || isInGrid(sighting.element) || isRow(sighting.element, root)
}

/** Whether something is in a person's part of the page, or in nobody's. */
export function isNear(element: Element, { id }: Appearance, { ownerOf }: People): boolean {
  const owner = ownerOf(element)
  return owner === undefined || owner === id
}
