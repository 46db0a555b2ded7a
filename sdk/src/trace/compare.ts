/** What two runs tell that differ in one value: in which parts it stands, and which it changes. @module */
import { formsOf } from '../testing/canaries.ts'
import type { Part } from './parts.ts'

/**
 * How a part depends on a value: it is `shown` there, stands there `encoded` (in base64 or hex), goes into what looks like
 * a hash (`signed`), is `computed` from it, or is there only with some values (`switched`).
 */
export type Use = 'shown' | 'encoded' | 'signed' | 'computed' | 'switched'

/** A part that depends on the value. */
export interface Difference {
  readonly part: Part
  readonly use: Use
}

/** What one run gave, and the value that it had, as a text. */
export interface Side {
  readonly parts: ReadonlyMap<string, Part>
  readonly text: string
}

/** A shorter value may be within a longer text by chance. */
const TELLING_LENGTH = 5
const SHORTEST_HASH = 16
const HASH_SIGNS = /^[\w+/=.~-]+$/

/** Every part that differs between two runs, and how it depends on the value. */
export function differences(one: Side, other: Side): readonly Difference[] {
  const keys = new Set([...one.parts.keys(), ...other.parts.keys()])
  return [...keys].flatMap((key): readonly Difference[] => {
    const [before, after] = [one.parts.get(key), other.parts.get(key)]
    const part = before ?? after
    if (part === undefined || before?.text === after?.text) return []
    if (before !== undefined && after !== undefined) {
      return [{ part, use: useIn([before.text, one.text], [after.text, other.text]) }]
    }
    const name = withoutValue(part.name, before === undefined ? other.text : one.text)
    return [name === part.name ? { part, use: 'switched' } : { part: { ...part, name }, use: 'shown' }]
  })
}

/** A name that is made of the value, with dots in its place. */
function withoutValue(name: string, value: string): string {
  const words = value.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= TELLING_LENGTH)
  return words.reduce((rest, word) => rest.replaceAll(word, '…'), name)
}

type Found = readonly [text: string, value: string]

function useIn(...runs: readonly [Found, Found]): Use {
  if (runs.every(([text, value]) => isShownIn(text, value))) return 'shown'
  if (runs.every(([text, value]) => isEncodedIn(text, value))) return 'encoded'
  return looksHashed(runs[0][0], runs[1][0]) ? 'signed' : 'computed'
}

function isShownIn(text: string, value: string): boolean {
  const [within, sought] = [text.toLowerCase(), value.toLowerCase()]
  // Digits are written with colons, blanks or nothing between them.
  const [bare = '', soughtBare = ''] = [within, sought].map((part) => part.replaceAll(/[^\p{L}\p{N}]/gu, ''))
  if (soughtBare.length >= TELLING_LENGTH && bare.includes(soughtBare)) return true
  // Of a link that was pasted, or an id with a prefix, a part may be sent.
  if (within.length >= TELLING_LENGTH && sought.includes(within)) return true
  if (sought.length >= TELLING_LENGTH) return within.includes(sought)
  return within.split(/[^\p{L}\p{N}]+/u).includes(sought)
}

function isEncodedIn(text: string, value: string): boolean {
  const forms = formsOf(value).filter(([, form]) => form.length >= TELLING_LENGTH)
  return forms.some(([, form]) => text.includes(form))
}

/** A change of one value changes most of a hash, and no more than some digits of a number or a word of a text. */
function looksHashed(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < SHORTEST_HASH) return false
  if (!HASH_SIGNS.test(one) || !HASH_SIGNS.test(other)) return false
  const same = Array.from(one).filter((sign, index) => sign === other[index]).length
  return same < one.length / 2
}
