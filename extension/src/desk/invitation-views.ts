/** Invitations, as our own pages see them; no other page does. @module */
import type { Problem } from './views.ts'

/** Somebody who is invited, with the link that goes to them; `isForAll` where it is everybody's. */
export interface InvitedGuest {
  readonly name: string
  readonly email?: string
  readonly link: string
  readonly isForAll: boolean
}

/** What a guest is told, in one language; placeholders stand in braces. */
export interface InvitationText {
  readonly subject: string
  readonly body: string
}

/** A text of the user's own. */
export interface StoredInvitationText extends InvitationText {
  readonly id: string
  readonly revision: number
  readonly language: string
}

/** An invitation as it is handed out: without what stays with the user. */
export interface Invitation {
  readonly title: string
  /** Milliseconds since 1970. */
  readonly start?: number
  readonly minutes?: number
  /** An RFC 5545 RRULE, not looked into yet. */
  readonly recurrence?: string
  readonly timeZone?: string
  readonly uid: string
  readonly sequence: number
  readonly isCancelled: boolean
  /** The user, where the user's address is known. */
  readonly organizer?: { readonly name: string; readonly email: string }
  readonly guests: readonly InvitedGuest[]
  /** When its links stop working, in milliseconds since 1970. */
  readonly expiresAt?: number
  /** The user, as far as is known. */
  readonly sender?: { readonly name?: string; readonly email?: string; readonly phone?: string }
  /** The user's own texts, by language. */
  readonly texts?: { readonly [language: string]: InvitationText }
}

/** What the invitation window shows; the links are for that window alone, and are kept nowhere. */
export type InvitationView =
  | { readonly ok: true; readonly invitation: Invitation }
  | { readonly ok: false; readonly problem: Problem }
