/** Concludes from what was seen who the page is about, and how sure that is. @module */
import { contains } from './dom.ts'
import { type FullName, fullNames } from './full-names.ts'
import { agreement, isCompany, isOfDomain } from './names.ts'
import { type Appearance, findPeople, identityOf, ownerOf } from './people.ts'
import type { SeenBy, Sighting, Sightings } from './sighting.ts'
import { isOffice } from './values.ts'

/** Who it is. */
export interface Verdict {
  readonly facts: {
    readonly [F in Sighting['fact']]?: string
  }
  /** From 0 to 1. */
  readonly confidence: number
}

/** What an e-mail address alone is worth, by how it was seen. */
const ADDRESS_WORTH: Readonly<Record<SeenBy, number>> = {
  label: 0.55,
  person: 0.55,
  control: 0.5,
  markup: 0.5,
  heading: 0.5,
  link: 0.45,
  title: 0.4,
  text: 0.4,
}
const PHONE_WORTH = 0.3
/** What a name beside it adds, by how it was seen. */
const NAME_WORTH: Readonly<Record<SeenBy, number>> = {
  label: 0.25,
  person: 0.25,
  control: 0.25,
  markup: 0.25,
  heading: 0.17,
  title: 0.08,
  link: 0.08,
  text: 0,
}
/** What is added where name and address agree in nothing, in part, in all. */
const AGREEMENT_WORTH = [0, 0.15, 0.25] as const
const MORE_WORTH = { phone: 0.05, company: 0.03 } as const
const LISTED_FACTOR = 0.3
const OFFICE_FACTOR = 0.5
const OWN_FACTOR = 0.3
/** A second person of this share of the first's worth makes it a guess between two. */
const TIE = 0.8
/** Up to this share, nobody is in doubt. */
const NO_DOUBT = 0.4
/** Less than this is a mention, not a fact of the record. */
const LEAST_RANK = 0.8
const LEAST_CONFIDENCE = 0.25
const MOST_CONFIDENCE = 0.98

/** The one whom the page is about, or nobody. */
export function judge(root: Element, sightings: Sightings, title: string): Verdict | undefined {
  const names = fullNames(sightings.found)
  const addresses = sightings.found.filter(({ fact }) => fact === 'email')
  const people = withoutStaff(root, addresses.length > 0 ? addresses : phonesOf(sightings), names, sightings.staff)
  const worths = people.map((appearance) => worthOf(appearance, people, names, sightings, title))
  const ranked = bestOfEach(worths).toSorted((one, other) => other.worth - one.worth)
  const [first, second] = ranked
  if (first === undefined) return nameAlone(names, title)
  const share = second === undefined ? 0 : second.worth / first.worth
  if (share > TIE) return undefined
  const facts = factsOf(first, people, sightings)
  const more = (facts.phone && facts.email ? MORE_WORTH.phone : 0) + (facts.company ? MORE_WORTH.company : 0)
  const doubt = Math.max(0, share - NO_DOUBT)
  const confidence = Math.min(MOST_CONFIDENCE, (first.worth + more) * (1 - doubt))
  return confidence < LEAST_CONFIDENCE ? undefined : { facts, confidence }
}

const phonesOf = ({ found }: Sightings) => found.filter(({ fact }) => fact === 'phone')

interface Worth {
  readonly appearance: Appearance
  readonly name: FullName | undefined
  readonly worth: number
}

function bestOfEach(worths: readonly Worth[]): readonly Worth[] {
  const best = new Map<string, Worth>()
  for (const worth of worths) {
    const { id } = worth.appearance
    if (worth.worth > (best.get(id)?.worth ?? 0)) best.set(id, worth)
  }
  return [...best.values()]
}

// An address of which nothing but the label before the name says that it is the agent's: `Agent: Ada | Mail: ada@…`.
function withoutStaff(
  root: Element,
  sightings: readonly Sighting[],
  names: readonly FullName[],
  staff: readonly Element[],
): readonly Appearance[] {
  const people = findPeople(root, sightings)
  const isStaff = ({ territory }: Appearance) =>
    territory !== root &&
    staff.some((label) => contains(territory, label)) &&
    !names.some(({ element, by }) => by !== 'text' && contains(territory, element))
  const staffIds = new Set(people.filter(isStaff).map(({ id }) => id))
  const others = people.filter(({ id }) => !staffIds.has(id)).map(({ sighting }) => sighting)
  return staffIds.size === 0 || others.length === 0 ? people : findPeople(root, others)
}

function worthOf(
  appearance: Appearance,
  people: readonly Appearance[],
  names: readonly FullName[],
  { ownAddresses }: Sightings,
  title: string,
): Worth {
  const { sighting, territory, isListed } = appearance
  const { value, by, fact } = sighting
  const isAddress = fact === 'email'
  const levelOf = (name: FullName) => (!isAddress ? 0 : name.address === value ? 2 : agreement(name.value, value))
  const options = names
    .filter((name) => isNear(name.element, appearance, people) || name.address === value)
    .map((name) => ({ name, level: levelOf(name), isWithin: contains(territory, name.element) }))
    .filter(({ name, level }) => level > 0 || (name.by !== 'text' && !(isAddress && isOfDomain(name.value, value))))
    .map((option) => ({ ...option, rank: rankOf(option, title) }))
    .toSorted((one, other) => other.rank - one.rank)
  const [best] = options
  let worth = isAddress ? ADDRESS_WORTH[by] : PHONE_WORTH
  if (best !== undefined) {
    // What the page's title says is as good as a heading.
    const by =
      NAME_WORTH[best.name.by] < NAME_WORTH.heading && title.includes(best.name.value) ? 'heading' : best.name.by
    worth += NAME_WORTH[by] + AGREEMENT_WORTH[best.level]
  }
  worth *= sighting.share ?? 1
  const isSure = best !== undefined && best.level > 0
  // The page's own heading picks one of a list.
  if (isListed && !(isSure && !best.isWithin && best.name.by === 'heading')) worth *= LISTED_FACTOR
  if (isAddress && isOffice(value) && !isSure && (by === 'link' || by === 'text')) worth *= OFFICE_FACTOR
  if (ownAddresses.has(value.toLowerCase())) worth *= OWN_FACTOR
  return { appearance, name: best?.name, worth }
}

function rankOf(option: { name: FullName; level: number; isWithin: boolean }, title: string): number {
  const { name, level, isWithin } = option
  return name.weight * (name.share ?? 1) + level * 1.5 + (isWithin ? 0.5 : 0) + (title.includes(name.value) ? 0.5 : 0)
}

/** Whether something is in a person's part of the page, or in nobody's. */
function isNear(element: Element, { id, territory }: Appearance, people: readonly Appearance[]): boolean {
  if (contains(territory, element)) return true
  const owner = ownerOf(element, people)
  return owner === undefined || owner === id
}

function factsOf({ appearance, name }: Worth, people: readonly Appearance[], { found }: Sightings): Verdict['facts'] {
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
  const main = people.find(({ id, sighting: { value } }) => id === appearance.id && id === identityOf(value))
  const email = sighting.fact === 'email' ? (main?.sighting ?? sighting).value : undefined
  const phone = sighting.fact === 'phone' ? sighting.value : best('phone')
  const heading = near.find(
    ({ fact, by, value }) => fact === 'name' && by === 'heading' && email && isOfDomain(value, email),
  )
  const company = best('company') ?? heading?.value
  const { value, firstName, lastName } = name ?? {}
  const facts = { name: value, firstName, lastName, email, phone, company: company === value ? undefined : company }
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined))
}

/** A page with neither address nor number: a labelled name is something, a heading nearly nothing. */
function nameAlone(names: readonly FullName[], title: string): Verdict | undefined {
  const sure = names.filter(({ by, weight }) => weight >= 2 && by !== 'heading')
  const values = new Set(sure.map(({ value }) => value))
  const [name] = sure
  if (values.size !== 1 || name === undefined || isCompany(name.value)) return undefined
  const { value, firstName, lastName } = name
  const facts = Object.entries({ name: value, firstName, lastName }).filter(([, fact]) => fact !== undefined)
  return { facts: Object.fromEntries(facts), confidence: title.includes(value) ? 0.45 : 0.35 }
}
