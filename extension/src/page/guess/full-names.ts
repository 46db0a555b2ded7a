/** Makes whole names of first and last names that stand apart. @module */
import type { Sighting } from './sighting.ts'

/** A name, with its parts where the page tells them. */
export interface FullName {
  readonly value: string
  readonly firstName?: string
  readonly lastName?: string
  readonly element: Element
  readonly weight: number
  readonly by: Sighting['by']
  readonly share?: number
  readonly address?: string
}

/**
 * The names that were seen, and those that are made of parts. `Nom`, `Nombre` or `Имя` may be a whole name or a part: beside the
 * other part, it is one.
 */
export function fullNames(sightings: readonly Sighting[]): readonly FullName[] {
  const of = (fact: Sighting['fact']) => sightings.filter((sighting) => sighting.fact === fact)
  const whole = of('name')
  const firsts = of('firstName')
  const lasts = of('lastName')
  const labelled = whole.filter(({ by }) => by === 'label' || by === 'control')
  const pairs: FullName[] = []
  for (const [index, first] of firsts.entries()) {
    const last = lasts[index] ?? remainder(labelled, first)
    if (last !== undefined) pairs.push(joined(first, last))
  }
  if (firsts.length === 0) {
    for (const last of lasts) {
      const first = remainder(labelled, last)
      if (first !== undefined) pairs.push(joined(first, last))
    }
  }
  const parts = new Set(pairs.flatMap(({ firstName, lastName }) => [firstName, lastName]))
  const [pair] = pairs
  const rest = whole
    .filter(({ value }) => !parts.has(value))
    .map((name) =>
      pair !== undefined && isMadeOf(name.value, pair)
        ? { ...name, firstName: pair.firstName ?? '', lastName: pair.lastName ?? '' }
        : name,
    )
  return [...pairs, ...rest]
}

/** What a labelled name is besides a part of it: `Ada Byron` without `Byron`, or `Ada`, which is the other part. */
function remainder(names: readonly Sighting[], part: Sighting): Sighting | undefined {
  const [name] = names
  if (name === undefined || name.value === part.value) return undefined
  const value = ` ${name.value} `.replace(` ${part.value} `, ' ').trim()
  return value === '' ? undefined : { ...name, value }
}

function joined(first: Sighting, last: Sighting): FullName {
  return { ...first, value: `${first.value} ${last.value}`, firstName: first.value, lastName: last.value }
}

function isMadeOf(name: string, { firstName = '', lastName = '' }: FullName): boolean {
  return name.includes(firstName) && name.includes(lastName)
}
