/** Takes what another extension sent: plain data, bounded, and a copy. @module */
import { badAnswer } from './sentences.ts'

const DEEPEST = 16
/** What a part counts besides its characters. */
const PART_CHARACTERS = 8
/** What reaches an object's prototype, where somebody copies by assignment. */
const PROTOTYPE_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * A copy of data as JSON has it.
 *
 * @throws PluginError `bad-answer` for what is larger, deeper than 16 levels, no plain data, or names a prototype.
 */
export function plainData(value: unknown, mostCharacters: number): unknown {
  let left = mostCharacters
  const spend = (characters: number) => {
    left -= characters + PART_CHARACTERS
    if (left < 0) throw badAnswer('it is too large')
  }
  const copy = (part: unknown, depth: number): unknown => {
    if (depth > DEEPEST) throw badAnswer('it is nested too deeply')
    spend(typeof part === 'string' ? part.length : 0)
    if (typeof part !== 'object' || part === null) return single(part)
    if (Array.isArray(part)) return copyList(part, depth)
    return Object.fromEntries(namesOf(part).map((name) => [name, copyMember(part, name, depth)]))
  }
  // By the bound of each part a list that claims a length of billions ends, too.
  const copyList = (list: readonly unknown[], depth: number): unknown => {
    const items: unknown[] = []
    for (let index = 0; index < list.length; index += 1) items.push(copy(list[index], depth + 1))
    return items
  }
  const copyMember = (part: object, name: string, depth: number): unknown => {
    spend(name.length)
    return copy((part as Readonly<Record<string, unknown>>)[name], depth + 1)
  }
  return copy(value, 0)
}

function single(value: unknown): unknown {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value === 'string' && value.isWellFormed()) return value
  throw badAnswer(`it holds a ${typeof value} that JSON does not have`)
}

function namesOf(part: object): readonly string[] {
  const prototype: unknown = Object.getPrototypeOf(part)
  if (prototype !== Object.prototype && prototype !== null) throw badAnswer('it holds more than plain data')
  const names = Object.keys(part)
  const forbidden = names.find((name) => PROTOTYPE_NAMES.has(name))
  if (forbidden !== undefined) throw badAnswer(`it names ${forbidden}`)
  return names
}
