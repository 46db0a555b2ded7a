/** Shapes: small functions that take a value of one form, within limits, and refuse every other. @module */
import { badAnswer } from './sentences.ts'

/**
 * Gives the value where it is of this shape; `place` is for debuggers.
 *
 * @throws PluginError `bad-answer` where it is not.
 */
export type Shape<T> = (value: unknown, place: string) => T

type OptionalName<T> = { [Name in keyof T]-?: Record<never, never> extends Pick<T, Name> ? Name : never }[keyof T]
type Shapes<T, Name extends keyof T> = { readonly [N in Name]-?: Shape<Exclude<T[N], undefined>> }

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

/**
 * An object with these members; what it has besides is left out: a later version may say more. The types see to it that no
 * member is forgotten.
 */
export function object<T>(
  required: Shapes<T, Exclude<keyof T, OptionalName<T>>>,
  optional: Shapes<T, OptionalName<T>>,
): Shape<T> {
  return (value, place) => {
    const given = new Map(entriesOf(value, place))
    const known = Object.entries<Shape<unknown>>({ ...required, ...optional })
    const taken = known.flatMap(([name, shape]) => {
      if (given.has(name)) return [[name, shape(given.get(name), `${place}.${name}`)] as const]
      return Object.hasOwn(optional, name) ? [] : refuse(place, `without ${name}`)
    })
    return Object.fromEntries(taken) as T
  }
}

/** An object of one of several shapes, told apart by its member `type`. */
export function typed<T extends { readonly type: string }>(
  shapes: {
    readonly [Type in T['type']]: Shape<Omit<Extract<T, { readonly type: Type }>, 'type'>>
  },
): Shape<T> {
  const known = new Map(Object.entries<Shape<object>>(shapes))
  return (value, place) => {
    const type = new Map(entriesOf(value, place)).get('type')
    const shape = known.get(String(type))
    if (shape === undefined || typeof type !== 'string') return refuse(`${place}.type`, 'none that is known here')
    return { type, ...shape(value, place) } as T
  }
}

function entriesOf(value: unknown, place: string): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(place, 'no object')
  return Object.entries(value)
}
