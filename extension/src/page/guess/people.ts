/** Tells apart the people of a page: which part of it is whose. @module */
import { attributeOf, contains, firstChildOf, isElement, nextSiblingOf, parentOf, partsOf, tagOf } from './dom.ts'
import { labelKind } from './labels.ts'
import { looksLikeName } from './names.ts'
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

/** Less than this is a mention. */
const LEAST_WEIGHT = 0.9
const MOST_ROUNDS = 3
const MOST_APPEARANCES = 60
/** Beside so many alike, and with so many texts, something is a row of a list, whoever else is in it. */
const MANY_ALIKE = 4
const MANY_TEXTS = 3

/** Finds the people by the sightings of one fact that tells them apart. */
export function findPeople(root: Element, sightings: readonly Sighting[]): readonly Appearance[] {
  const shown = sightings.filter(({ weight }) => weight >= LEAST_WEIGHT).slice(0, MOST_APPEARANCES)
  // Several addresses of one person become one.
  const same = new Map<string, string>()
  const idOf = ({ value }: Sighting) => same.get(identity(value)) ?? identity(value)
  let places = placesOf(root, shown, idOf)
  for (let round = 0; round < MOST_ROUNDS && merge(places, idOf, same); round += 1) places = placesOf(root, shown, idOf)
  return places.map(({ sighting, branch, shared }) => ({
    id: idOf(sighting),
    sighting,
    territory: branch,
    isListed: isListed(sighting, branch, shared, places) || isRow(sighting.element, root),
  }))
}

const identity = (value: string) => (value.includes('@') ? value.toLowerCase() : value.replace(/\D/g, '').slice(-9))

interface Place {
  readonly sighting: Sighting
  /** The closest element around that holds somebody else, too. */
  readonly shared: Element | undefined
  /** What is this one's alone. */
  readonly branch: Element
}

function placesOf(
  root: Element,
  sightings: readonly Sighting[],
  idOf: (sighting: Sighting) => string,
): readonly Place[] {
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
    let shared: Element | undefined
    for (let at: Element | null = branch; at !== null; at = at === root ? null : parentOf(at)) {
      if ((holders.get(at)?.size ?? 0) > 1) {
        shared = at
        break
      }
      branch = at
    }
    return { sighting, shared, branch }
  })
}

/** Makes one of the addresses that stand as fields of one record; tells whether there were any. */
function merge(places: readonly Place[], idOf: (sighting: Sighting) => string, same: Map<string, string>): boolean {
  const firsts = new Map<Element, Sighting>()
  let isChanged = false
  for (const { sighting, shared, branch } of places) {
    if (shared === undefined || !/^(label|control|markup)$/.test(sighting.by) || !isBare(branch, sighting.value))
      continue
    const first = firsts.get(shared)
    if (first === undefined) firsts.set(shared, sighting)
    else if (idOf(first) !== idOf(sighting)) {
      same.set(identity(sighting.value), idOf(first))
      isChanged = true
    }
  }
  return isChanged
}

/** Whether an element holds nothing but a value and its label. */
function isBare(element: Element, value: string): boolean {
  const others = partsOf(element).filter((part) => part !== value)
  return (
    others.length <= 3 &&
    others.every(
      (part) => labelKind(part) !== undefined || (!looksLikeName(part) && !addressIn(part) && !phoneIn(part)),
    )
  )
}

function isListed(sighting: Sighting, branch: Element, shared: Element | undefined, places: readonly Place[]): boolean {
  if (shared === undefined) return false
  const own = look(branch)
  const alike = places.filter(
    (other) =>
      other.shared === shared &&
      other.branch !== branch &&
      look(other.branch) === own &&
      isNamed(other.sighting) === isNamed(sighting) &&
      !isOffice(other.sighting.value),
  )
  // Any two things may be a `div` without a class.
  return alike.length >= (own === 'div.' ? 2 : 1)
}

const isNamed = ({ by }: Sighting) => by === 'label' || by === 'person' || by === 'control'

/** What elements of the same making share. */
function look(element: Element): string {
  const [name = ''] = attributeOf(element, 'class').trim().split(/\s+/)
  return `${tagOf(element)}.${name}`
}

function isRow(element: Element, root: Element): boolean {
  let at: Element | null = element
  for (let level = 0; level < 6 && at !== null && at !== root; level += 1) {
    const parent = parentOf(at)
    if (parent !== null && partsOf(at, 400).length >= MANY_TEXTS && isOneOfMany(at, parent)) return true
    at = parent
  }
  return false
}

function isOneOfMany(element: Element, parent: Element): boolean {
  const own = look(element)
  let alike = 0
  let visited = 0
  for (let child = firstChildOf(parent); child !== null && visited < 60; child = nextSiblingOf(child)) {
    visited += 1
    if (isElement(child) && look(child) === own && partsOf(child, 400).length >= MANY_TEXTS) alike += 1
    if (alike >= MANY_ALIKE) return true
  }
  return false
}

/** Whose part of the page an element is in: one person's, or nobody's alone. */
export function ownerOf(element: Element, people: readonly Appearance[]): string | undefined {
  return people.find(({ territory }) => contains(territory, element))?.id
}
