/** Invitations for tests, and texts that try to be more than text. @module */
import fc from 'fast-check'
import type { Invitation, InvitedGuest } from '../desk/invitation-views.ts'
import { type Meeting, meetingOf } from './meeting.ts'

/** The link that stays with the user; nothing that is handed out may hold it. */
export const OWN_LINK = 'https://meet.example/?token=ForTheUserAlone'

/** A guest with a link that no other has. */
export function guestNamed(name: string, token = 'ForAda'): InvitedGuest {
  return { name, email: 'ada@example.com', link: `https://meet.example/?token=${token}&lang=en`, isForAll: false }
}

/** An invitation to a single meeting on 20 October 2026, 9:00 in Berlin. */
export function invitationWith(changes: Partial<Invitation> = {}): Invitation {
  return {
    title: 'Weekly review',
    start: Date.UTC(2026, 9, 20, 7),
    minutes: 60,
    timeZone: 'Europe/Berlin',
    uid: 'meeting-1@example.com',
    sequence: 0,
    isCancelled: false,
    organizer: { name: 'Joe Smith', email: 'joe@smith.com' },
    guests: [guestNamed('Ada Example')],
    ...changes,
  }
}

/** Its meeting. */
export function meetingWith(changes: Partial<Invitation> = {}): Meeting {
  return meetingOf(invitationWith(changes), 'Europe/Berlin')
}

/** Texts as pages and people give them, and worse. */
export const HOSTILE_TEXTS = [
  'line\r\nBEGIN:VEVENT\r\nSUMMARY:other\r\nEND:VEVENT',
  'a\nATTENDEE:mailto:eve@example.com',
  'tab\tand\u0000nul\u0007\u000b\u2028\u2029\u0085',
  'a;b,c:d\\n\\,"quoted" ^n ^\'',
  '100 % & more? #1 = a+b; &bcc=eve@example.com&body=x',
  '%0D%0ABcc:eve@example.com',
  '🧑‍💻🎉'.repeat(60),
  'שלום, עולם \u202eevil',
  'half \ud83d of a pair',
  'x'.repeat(1000),
  '$1 $2 | $$ {name}',
  '',
] as const

/** Any text at all. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 300 }),
)
