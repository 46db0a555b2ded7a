/** Placeholders such as `{target.room}`, and the pieces of text between them. @module */
import type { Fields } from '../fields.ts'
import { facts } from '../prepare-run.ts'
import { refuse } from './complaints.ts'

/** Where values come from. */
export type ValuePart = 'account' | 'target' | 'person' | 'input'

/** A gap, and what fills it. */
export interface Placeholder {
  readonly part: ValuePart
  readonly name: string
  /** As it stands in the address. */
  readonly text: string
}

/** A text as it is, or a gap. */
export type Piece = string | Placeholder

/** What an address may name. */
export interface Surroundings {
  readonly fields: { readonly account: Fields; readonly target: Fields; readonly input: Fields }
  mayBeEmpty(placeholder: Placeholder): boolean
}

const PLACEHOLDER = /\{([^{}]*)\}/
const FORM = /^(account|target|person|input)\.(\w+)$/

/** The pieces of a text; none where it is empty. */
export function piecesOf(text: string, path: string, around: Surroundings): readonly Piece[] {
  // Split by an expression with a group: every second part is what stood in braces.
  return text.split(PLACEHOLDER).flatMap((part, index): readonly Piece[] => {
    if (index % 2 === 1) return [placeholderOf(part, path, around)]
    if (/[{}]/.test(part)) refuse('notPlaceholder', path)
    return part === '' ? [] : [part]
  })
}

function placeholderOf(inner: string, path: string, { fields }: Surroundings): Placeholder {
  const text = `{${inner}}`
  const [, part, name = ''] = FORM.exec(inner) ?? []
  if (part === undefined) return refuse('notPlaceholder', path)
  const known = part === 'person' ? facts : Object.keys(fields[part as 'account'])
  if (!known.some((one) => one === name)) {
    refuse('unknownPlaceholder', path, { name: text, known: known.map((one) => `{${part}.${one}}`) })
  }
  return { part: part as ValuePart, name, text }
}

/** The gaps among pieces. */
export function placeholdersIn(pieces: readonly Piece[]): readonly Placeholder[] {
  return pieces.filter((piece) => typeof piece !== 'string')
}

/** What an action's addresses may name, and what of it may be empty. */
export function surroundingsOf(fields: Surroundings['fields'], needs: readonly string[]): Surroundings {
  return {
    fields,
    mayBeEmpty({ part, name }) {
      if (part === 'person') return !needs.includes(name)
      const field = fields[part][name]
      return field === undefined || field.optional === true || field.when !== undefined
    },
  }
}
