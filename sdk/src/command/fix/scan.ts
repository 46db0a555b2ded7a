/**
 * Where the texts and lists of a source file stand, and below which names.
 *
 * No parser of TypeScript: brackets, and the names before them, are enough to tell a permission from anything that looks
 * like one. What it cannot follow it says so of, and nothing is changed there.
 *
 * @module
 */
import { type Token, tokensOf } from './tokens.ts'

/** A range of a source, in UTF-16 units. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** A string without escapes. */
export interface Literal extends Range {
  readonly value: string
  /** The names that it stands below, the nearest last, such as `permissions`, `open`. */
  readonly path: readonly string[]
}

/** A list in brackets. */
export interface List extends Range {
  readonly path: readonly string[]
  readonly elements: readonly Range[]
}

/** What was found in a source. */
export interface Scanned {
  readonly literals: readonly Literal[]
  readonly lists: readonly List[]
  readonly comments: readonly Range[]
}

interface Frame {
  readonly opening: string
  readonly start: number
  readonly path: readonly string[]
  /** The name whose value comes next. */
  key: string | undefined
  element: { readonly start: number; end: number } | undefined
  readonly elements: Range[]
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' }
const OPENINGS: ReadonlySet<string> = new Set(Object.keys(CLOSING))
const CLOSINGS: ReadonlySet<string> = new Set(Object.values(CLOSING))

/** What stands where; `undefined` for a source that it cannot follow. */
export function scan(source: string): Scanned | undefined {
  const tokens = tokensOf(source)
  if (tokens === undefined) return undefined
  const code = tokens.filter(({ kind }) => kind !== 'comment')
  const comments = tokens.filter(({ kind }) => kind === 'comment')
  const [literals, lists]: [Literal[], List[]] = [[], []]
  const frames: Frame[] = [frameOf('', 0, [])]
  for (const [index, token] of code.entries()) {
    const frame = frames.at(-1)
    const [before, last] = [code[index - 2], code[index - 1]]
    if (frame === undefined) return undefined
    if (OPENINGS.has(token.text)) {
      extend(frame, token)
      const name = last?.text === ':' ? frame.key : last?.text === '=' ? nameIn(before) : undefined
      frames.push(frameOf(token.text, token.start, name === undefined ? frame.path : [...frame.path, name]))
    } else if (CLOSINGS.has(token.text)) {
      if (CLOSING[frame.opening] !== token.text) return undefined
      endElement(frame)
      const { start, path, elements } = frame
      if (token.text === ']') lists.push({ start, end: token.end, path, elements })
      frames.pop()
      extend(frames.at(-1), token)
    } else if (token.text === ',') {
      endElement(frame)
      frame.key = undefined
    } else {
      extend(frame, token)
      if (token.text === ':' && frame.opening === '{') frame.key ??= nameIn(last)
      if (token.kind === 'string' && !token.text.includes('\\')) {
        const isWhole = last?.text === ':' && frame.key !== undefined && nameIn(before) === frame.key
        const path = isWhole ? [...frame.path, String(frame.key)] : frame.path
        literals.push({ start: token.start, end: token.end, value: token.text.slice(1, -1), path })
      }
    }
  }
  return frames.length === 1 ? { literals, lists, comments } : undefined
}

function frameOf(opening: string, start: number, path: readonly string[]): Frame {
  return { opening, start, path, key: undefined, element: undefined, elements: [] }
}

function extend(frame: Frame | undefined, { start, end }: Range): void {
  if (frame === undefined) return
  if (frame.element === undefined) frame.element = { start, end }
  else frame.element.end = end
}

function endElement(frame: Frame): void {
  if (frame.element !== undefined) frame.elements.push(frame.element)
  frame.element = undefined
}

function nameIn(token: Token | undefined): string | undefined {
  if (token?.kind === 'string') return token.text.slice(1, -1)
  return token?.kind === 'word' ? token.text : undefined
}
