/** Concludes from what was seen who the page is about, and how sure that is. @module */
import { contains, isBefore } from './dom.ts'
import { type FullName, fullNames } from './full-names.ts'
import { isCompany, isOfDomain } from './names.ts'
import { type Appearance, findPeople, identityOf, isNear, type People } from './people.ts'
import type { Sighting, Sightings } from './sighting.ts'
import { type Worth, worthOf } from './worth.ts'

/** Who it is. */
export interface Verdict {
  readonly facts: {
    readonly [F in Sighting['fact']]?: string
  }
  /** From 0 to 1. */
  readonly confidence: number
}

const MORE_WORTH = { phone: 0.05, company: 0.03 } as const
/** A second person of this share of the first's worth makes it a guess between two. */
const TIE = 0.8
/** Up to this share, nobody is in doubt. */
const NO_DOUBT = 0.4
/** Less than this is a mention, not a fact of the record. */
const LEAST_RANK = 0.8
const LEAST_CONFIDENCE = 0.25
const MOST_CONFIDENCE = 0.98
const MOST_LABELS_OF_STAFF = 4

/** The one whom the page is about, or nobody. */
export function judge(root: Element, sightings: Sightings, title: string): Verdict | undefined {
  const { found, ownAddresses, staffNames } = sightings
  const names = fullNames(found)
  const addresses = found.filter(({ fact }) => fact === 'email')
  const identities = addresses.length > 0 ? addresses : found.filter(({ fact }) => fact === 'phone')
  const people = withoutStaff(root, identities, names, sightings)
  const context = { people, names, ownAddresses, staffNames, title }
  const worths = people.appearances.map((appearance) => worthOf(appearance, context))
  const ranked = bestOfEach(worths).toSorted((one, other) => other.worth - one.worth)
  const [first, ...others] = ranked
  if (first === undefined) return nameAlone(names, title)
  const second = others.find((other) => !isSamePerson(other, first))
  const share = second === undefined ? 0 : second.worth / first.worth
  if (share > TIE) return undefined
  const facts = factsOf(first, people, sightings)
  const more = (facts.phone && facts.email ? MORE_WORTH.phone : 0) + (facts.company ? MORE_WORTH.company : 0)
  const doubt = Math.max(0, share - NO_DOUBT)
  const confidence = Math.min(MOST_CONFIDENCE, (first.worth + more) * (1 - doubt))
  return confidence < LEAST_CONFIDENCE ? undefined : { facts, confidence }
}

// Two addresses that agree with the one name of the page are one person's.
function isSamePerson(one: Worth, other: Worth): boolean {
  return one.isByPage && other.isByPage && one.name?.value === other.name?.value
}

function bestOfEach(worths: readonly Worth[]): readonly Worth[] {
  const best = new Map<string, Worth>()
  for (const worth of worths) {
    const { id } = worth.appearance
    if (worth.worth > (best.get(id)?.worth ?? 0)) best.set(id, worth)
  }
  return [...best.values()]
}

// An address of which nothing but the label before says that it is the agent's: `Agent: Ada | Mail: ada@…`.
function withoutStaff(
  root: Element,
  sightings: readonly Sighting[],
  names: readonly FullName[],
  { labels, staff }: Sightings,
): People {
  const labelled = names.filter(({ by }) => by === 'label' || by === 'control').map(({ element }) => element)
  const people = findPeople(root, sightings, labelled)
  const isStaff = ({ territory, sighting }: Appearance) =>
    territory !== root &&
    staff.some((label) => contains(territory, label) && isBefore(label, sighting.element)) &&
    labels.filter((label) => contains(territory, label)).length <= MOST_LABELS_OF_STAFF &&
    !names.some(({ element, by }) => by !== 'text' && contains(territory, element))
  const staffIds = new Set(people.appearances.filter(isStaff).map(({ id }) => id))
  const others = people.appearances.filter(({ id }) => !staffIds.has(id)).map(({ sighting }) => sighting)
  return staffIds.size === 0 || others.length === 0 ? people : findPeople(root, others, labelled)
}

function factsOf({ appearance, name }: Worth, people: People, { found }: Sightings): Verdict['facts'] {
  const { sighting, territory } = appearance
  const near = found.filter(({ element }) => isNear(element, appearance, people))
  const best = (fact: Sighting['fact']) =>
    near
      .filter((seen) => seen.fact === fact)
      .map((seen) => ({
        value: seen.value,
        rank: seen.weight * (seen.share ?? 1) + (contains(territory, seen.element) ? 0.5 : 0),
      }))
      .filter(({ rank }) => rank >= LEAST_RANK)
      .toSorted((one, other) => other.rank - one.rank)[0]?.value
  // Of several addresses the first is the main one.
  const main = people.appearances.find(
    ({ id, sighting: { value } }) => id === appearance.id && id === identityOf(value),
  )
  const email = sighting.fact === 'email' ? (main?.sighting ?? sighting).value : undefined
  const phone = sighting.fact === 'phone' ? sighting.value : best('phone')
  const heading = near.find(
    ({ fact, by, value }) => fact === 'name' && by === 'heading' && email && isOfDomain(value, email),
  )
  const company = best('company') ?? heading?.value
  return defined({ ...namesOf(name), email, phone, company: company === name?.value ? undefined : company })
}

/** A page with neither address nor number: a labelled name is something, a heading nearly nothing. */
function nameAlone(names: readonly FullName[], title: string): Verdict | undefined {
  const sure = names.filter(({ by, weight }) => weight >= 2 && by !== 'heading')
  const [name] = sure
  const isOne = new Set(sure.map(({ value }) => value)).size === 1
  if (name === undefined || !isOne || isCompany(name.value)) return undefined
  return { facts: defined({ ...namesOf(name) }), confidence: title.includes(name.value) ? 0.45 : 0.35 }
}

function namesOf(name: FullName | undefined): { [F in 'name' | 'firstName' | 'lastName']?: string | undefined } {
  return { name: name?.value, firstName: name?.firstName, lastName: name?.lastName }
}

function defined(facts: { readonly [F in Sighting['fact']]?: string | undefined }): Verdict['facts'] {
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined))
}
