/** Compares values as wholes and shows them in problems. @module */
import { Secret } from '../secret.ts'

/** Whether two values are deeply equal; an absent property differs from an undefined one. */
export function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (one instanceof Secret || other instanceof Secret) {
    return one instanceof Secret && other instanceof Secret && one.reveal() === other.reveal()
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false
  if (one instanceof Date && other instanceof Date) return one.getTime() === other.getTime()
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && same(Reflect.get(one, name), Reflect.get(other, name)))
  )
}

/** A value as JSON, for a problem's text; secrets stay masked. */
export function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value)
}

/** Every text in a value, with the path at which it stands. */
export function textsIn(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null || value instanceof Secret) return []
  return Object.entries(value).flatMap(([name, part]) => [
    [`${path}.${name} (name)`, name] as const,
    ...textsIn(part, path === '' ? name : `${path}.${name}`),
  ])
}
