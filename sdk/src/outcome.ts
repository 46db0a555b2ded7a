/** Outcomes: what an action gives. @module */
import type { Text } from './text.ts'

interface Link {
  readonly url: string
  /** When the link stops working, in milliseconds since 1970. */
  readonly expiresAt?: number
  /** The link itself grants access: it is opened, never shown, stored or logged. */
  readonly sensitive?: true
}

/** A link for a browser tab. */
export interface TabOutcome extends Link {
  readonly type: 'tab'
}

/** A link for a window of its own; sizes in CSS pixels. */
export interface PopupOutcome extends Link {
  readonly type: 'popup'
  readonly width: number
  readonly height: number
}

/** A link that another program on this machine answers, such as `teamviewerapi://`. */
export interface AppOutcome extends Link {
  readonly type: 'app'
}

/** Links to hand out: `guest` goes to the contact, `me` stays with the user. */
export interface LinksOutcome {
  readonly type: 'links'
  readonly guest?: string
  readonly me?: string
  readonly expiresAt?: number
  /** The links themselves grant access: they are copied, never shown, stored or logged. */
  readonly sensitive?: true
}

/** Somebody who is invited, with a link that is theirs alone. */
export interface Guest {
  readonly name: string
  readonly email?: string
  readonly link: string
}

/** An invitation to a meeting; `start` in milliseconds since 1970, `recurrence` an RFC 5545 RRULE. */
export interface InviteOutcome {
  readonly type: 'invite'
  readonly title: string
  readonly start?: number
  readonly minutes?: number
  readonly recurrence?: string
  /** The IANA time zone whose clock a recurrence follows; the user's own unless told. */
  readonly timeZone?: string
  /** What calendars know the meeting by: a change or a cancellation has the same one, with a higher `sequence`. */
  readonly uid?: string
  readonly sequence?: number
  /** The meeting does not take place. */
  readonly cancelled?: true
  /** `guest` is one link for everybody, `me` stays with the user. */
  readonly links: { readonly guest?: string; readonly me?: string }
  readonly guests?: readonly Guest[]
}

/** Something to store: the target's fields by name; secrets as `Secret`. */
export interface TargetOutcome {
  readonly type: 'target'
  readonly target: { readonly [field: string]: unknown }
}

/** The target is gone on the vendor's side and may go here. */
export interface RemovedOutcome {
  readonly type: 'removed'
}

/** Done; nothing to open. */
export interface DoneOutcome {
  readonly type: 'done'
  readonly message?: Text
}

/** What stands in a table's cell. */
export type Cell = Text | number

/** Rows to look at and to save as a file; a row has a cell for every column. */
export interface TableOutcome {
  readonly type: 'table'
  readonly title: Text
  readonly columns: readonly Text[]
  readonly rows: readonly (readonly Cell[])[]
}

/** What an action gives, as plain data. */
export type Outcome =
  | TabOutcome
  | PopupOutcome
  | AppOutcome
  | LinksOutcome
  | InviteOutcome
  | TargetOutcome
  | RemovedOutcome
  | TableOutcome
  | DoneOutcome
