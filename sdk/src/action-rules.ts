/** What hosts do around an action, said as data: find its target in a page, ask first, run a whole list. @module */
import type { Text } from './text.ts'

/**
 * How the vendor's links look inside a page, and which target fields they fill.
 *
 * Beside such a link a host puts the user's own actions on a target that go in (icon `join` or `control`) and ask for no
 * input. A page is not to be trusted: name only fields that anybody may choose, such as a room's number.
 *
 * @example
 * const recognize: readonly Recognition[] = [
 *   { href: 'https://meet.example/join*', query: { room: ['room', 'r'] }, unless: ['signature'] },
 *   { href: '{account.server}/*', path: { room: '/rooms/(\\d+)' } },
 * ]
 */
export interface Recognition {
  /**
   * A pattern as in `Permissions`. Where it starts at an account's setting, hosts may tell that address, without its
   * query, to their scripts in the pages that the user enabled.
   */
  readonly href: string
  /** Target fields, and the query parameter (or its older names too) that each is read from. */
  readonly query?: { readonly [targetField: string]: string | readonly string[] }
  /** Target fields, and an expression for the whole path; its first group is what the field holds. */
  readonly path?: { readonly [targetField: string]: string }
  /** What stands before a value in its field. */
  readonly prefix?: { readonly [targetField: string]: string }
  /** Query parameters of a link that is complete already, such as its signature: with one of them it is left alone. */
  readonly unless?: readonly string[]
}

/** How a target's id looks in the text of a record, in a field that the site names for it. */
export interface TextRecognition {
  /** A regular expression, looked for everywhere and in any case; its first group is the id, and white space in it is left out. */
  readonly text: string
  /** The target field that holds the id. */
  readonly field: string
  /** What stands before the id in that field. */
  readonly prefix?: string
}

/** How a target shows that it is over, so that hosts do not take it for the one that is meant now. */
export interface TargetEnd {
  /** A choice field of the target, and the values with which it is over. */
  readonly field: string
  readonly values: readonly string[]
}

/** What a host asks before an action runs. */
export interface Question {
  /** The target fields that the question shows besides the label. */
  readonly shows: readonly string[]
}

/**
 * What a host says before an action that does harm and cannot be undone, with the action's name and its target's; it runs
 * once the user agrees in the host's own UI, and never by a click in a page alone.
 *
 * @example
 * const confirm: Confirmation = { text: 'Everybody is put out of the meeting at once.' }
 */
export interface Confirmation {
  /** What happens, as one sentence. */
  readonly text: Text
}

/** How an action is run for a whole list. */
export interface BulkRule {
  /**
   * The input that names a run for good, such as a request's id, and the target field that keeps it: by it a run that was
   * begun is known again and never begun twice.
   */
  readonly identity: string
}
