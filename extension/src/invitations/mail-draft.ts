/** A mail that the user's own program opens to be looked at and sent. @module */
import type { InvitedGuest } from '../desk/invitation-views.ts'
import { cut, oneLine } from './clean-text.ts'
import { encodedAddress } from './mail-address.ts'
import type { Meeting } from './meeting.ts'
import { invitationSubject, invitationText } from './text.ts'

/** A draft, and whether the text is in it; where it is not, it is to be pasted. */
export interface MailDraft {
  readonly url: string
  readonly hasText: boolean
}

// Windows hands a program no longer address than 2,083 characters, and browsers stop somewhat before.
const LONGEST_ADDRESS = 2000
// How long title and names may be, tried one after the other: a link is never cut.
const LENGTHS = [1000, 80, 20]

/** The `mailto:` address (RFC 6068) of a mail to one guest; it holds that guest's link and no other. */
export function mailDraft(meeting: Meeting, guest: InvitedGuest, language: string): MailDraft {
  const recipient = encodedAddress(guest.email) ?? ''
  for (const most of LENGTHS) {
    const shorter = { ...meeting, title: cut(meeting.title, most) }
    const called = { ...guest, name: cut(oneLine(guest.name), most) }
    const subject = invitationSubject(shorter, called, language)
    const url = draft(recipient, { subject, body: invitationText(shorter, called, language) })
    if (url.length <= LONGEST_ADDRESS) return { url, hasText: true }
  }
  return { url: draft(recipient, { subject: subjectAlone(meeting, guest, language) }), hasText: false }
}

function subjectAlone(meeting: Meeting, guest: InvitedGuest, language: string): string {
  const least = LENGTHS.at(-1) ?? 0
  const called = { ...guest, name: cut(oneLine(guest.name), least) }
  return invitationSubject({ ...meeting, title: cut(meeting.title, least) }, called, language)
}

function draft(recipient: string, fields: { readonly [name: string]: string }): string {
  const pairs = Object.entries(fields).map(([name, text]) => `${name}=${encoded(text)}`)
  return `mailto:${recipient}?${pairs.join('&')}`
}

// Lines end in CR LF there (RFC 6068, 5), and a space is no plus sign.
function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll('\n', '\r\n'))
}
