/** Shapes: small functions that take a value of one form, within limits, and refuse every other. @module */
import { badAnswer } from './sentences.ts'

/**
 * Gives the value where it is of this shape; `place` is for debuggers.
 *
 * @throws PluginError `bad-answer` where it is not.
 */
export type Shape<T> = (value: unknown, place: string) => T

type Members = { readonly [name: string]: Shape<unknown> }

function refuse(place: string, wanted: string): never {
  throw badAnswer(`${place} is ${wanted}`)
}

/** A text of so many characters at most. */
export function text(most: number, form?: RegExp): Shape<string> {
  return (value, place) => {
    if (typeof value !== 'string' || value.length > most) return refuse(place, `no text of ${most} characters or fewer`)
    return form === undefined || form.test(value) ? value : refuse(place, 'not of the form that it must have')
  }
}

/** A number; data that JSON does not have is refused before. */
export const number: Shape<number> = (value, place) => (typeof value === 'number' ? value : refuse(place, 'no number'))

/** A number within limits. */
export function within(least: number, most: number): Shape<number> {
  return (value, place) =>
    typeof value === 'number' && value >= least && value <= most ? value : refuse(place, 'outside its limits')
}

/** Yes or no. */
export const boolean: Shape<boolean> = (value, place) =>
  typeof value === 'boolean' ? value : refuse(place, 'neither yes nor no')

/** One of a few values. */
export function oneOf<const T extends string | number | boolean>(...values: readonly T[]): Shape<T> {
  return (value, place) => values.find((known) => known === value) ?? refuse(place, `none of ${values.join(', ')}`)
}

/** The first shape that takes the value. */
export function either<A, B>(one: Shape<A>, other: Shape<B>): Shape<A | B> {
  return (value, place) => {
    try {
      return one(value, place)
    } catch {
      return other(value, place)
    }
  }
}

/** A list of so many items at most. */
export function list<T>(item: Shape<T>, most: number): Shape<readonly T[]> {
  return (value, place) => {
    if (!Array.isArray(value) || value.length > most) return refuse(place, `no list of ${most} items or fewer`)
    return value.map((one: unknown, index) => item(one, `${place}.${index}`))
  }
}

/** Members that all have one shape, so many at most, under names of one form. */
export function record<T>(member: Shape<T>, most: number, name: RegExp): Shape<{ readonly [name: string]: T }> {
  return (value, place) => {
    const entries = entriesOf(value, place)
    if (entries.length > most) return refuse(place, `of more than ${most} members`)
    const wrong = entries.find(([key]) => !name.test(key))
    if (wrong !== undefined) return refuse(place, 'a record with a name that is none')
    return Object.fromEntries(entries.map(([key, part]) => [key, member(part, `${place}.${key}`)]))
  }
}

/** An object with these members; what it has besides is left out: a later version may say more. */
export function object(required: Members, optional: Members = {}): Shape<{ readonly [name: string]: unknown }> {
  return (value, place) => {
    const given = new Map(entriesOf(value, place))
    const known = Object.entries({ ...required, ...optional })
    const taken = known.flatMap(([name, shape]) => {
      if (given.has(name)) return [[name, shape(given.get(name), `${place}.${name}`)] as const]
      return Object.hasOwn(optional, name) ? [] : refuse(place, `without ${name}`)
    })
    return Object.fromEntries(taken)
  }
}

/** An object of one of several shapes, told apart by a member. */
export function tagged(
  tag: string,
  shapes: { readonly [value: string]: Shape<{ readonly [name: string]: unknown }> },
): Shape<{ readonly [name: string]: unknown }> {
  return (value, place) => {
    const kind = new Map(entriesOf(value, place)).get(tag)
    const shape = typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined
    if (shape === undefined) return refuse(`${place}.${tag}`, 'of no kind that is known here')
    return { [tag]: kind, ...shape(value, place) }
  }
}

function entriesOf(value: unknown, place: string): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(place, 'no object')
  return Object.entries(value)
}
