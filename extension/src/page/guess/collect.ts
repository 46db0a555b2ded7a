/** Looks for facts in all the ways that pages show them. @module */
import { attributeOf, bySelector, byTag, isVisible } from './dom.ts'
import { factsOfControl, factsOfHint, factsOfMailLink, factsOfPhoneLink, namesOfHeading } from './from-elements.ts'
import { factsOfText } from './from-texts.ts'
import { createKindAround, labelPairs } from './label-pairs.ts'
import { nameIn } from './names.ts'
import { partsOf } from './parts.ts'
import { factsOfPair } from './read-values.ts'
import type { RegionOf } from './regions.ts'
import type { Scan } from './scan.ts'
import type { Sighting, Sightings } from './sighting.ts'

const MOST_LINKS = 40
const MOST_CONTROLS = 50
const MOST_HEADINGS = 8
const HEADINGS = [
  ['h1', 2.2],
  ['h2', 1.7],
  ['h3', 1.4],
  ['h4', 1.1],
  ['h5', 1],
  ['h6', 0.9],
] as const
const HEADING_BY_ROLE = 1.6

/** Collects from one part of the page. */
export function collect(root: Element, scan: Scan, regionOf: RegionOf): Sightings {
  const pairs = labelPairs(root, scan)
  const around = createKindAround(pairs)
  const found: Sighting[] = []
  const ownAddresses = new Set<string>()

  function add(sightings: readonly Sighting[]): void {
    for (const sighting of sightings) {
      const { isOut, isBanner, factor } = regionOf(sighting.element)
      if (isBanner && sighting.fact === 'email') ownAddresses.add(sighting.value.toLowerCase())
      if (!isOut) found.push({ ...sighting, share: (sighting.share ?? 1) * factor })
    }
  }

  function addFrom(elements: readonly Element[], factsOf: (element: Element) => readonly Sighting[]): void {
    for (const element of elements) if (!regionOf(element).isOut && isVisible(element)) add(factsOf(element))
  }

  for (const pair of pairs) add(factsOfPair(pair))
  addFrom(bySelector(root, 'a[href^="mailto:" i]', MOST_LINKS), (link) => factsOfMailLink(link, around(link)))
  addFrom(bySelector(root, 'a[href^="tel:" i]', MOST_LINKS), (link) => factsOfPhoneLink(link, around(link)))
  addFrom(byTag(root, 'input', MOST_CONTROLS), (control) => (around(control) ? [] : factsOfControl(control)))
  addFrom(scan.marked, (marked) => (around(marked) ? [] : factsOfMarked(marked)))
  for (const [tag, weight] of HEADINGS) {
    addFrom(byTag(root, tag, MOST_HEADINGS), (heading) => namesOfHeading(heading, weight))
  }
  for (const text of scan.texts) if (around(text.parent) === undefined) add(factsOfText(text))

  const labels = pairs.map(({ label }) => label)
  const staff = pairs.filter(({ kind }) => kind === 'staff')
  const staffNames = new Set(staff.flatMap(({ value, text }) => nameIn(text ?? partsOf(value).join(' ')) ?? []))
  return { found, labels, staff: staff.map(({ label }) => label), staffNames, ownAddresses }
}

function factsOfMarked(element: Element): readonly Sighting[] {
  if (attributeOf(element, 'role') !== 'heading') return factsOfHint(element)
  return namesOfHeading(element, attributeOf(element, 'aria-level') === '1' ? HEADINGS[0][1] : HEADING_BY_ROLE)
}
