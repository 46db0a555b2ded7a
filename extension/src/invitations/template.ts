/** Texts that the user wrote, with placeholders for what differs from guest to guest. @module */
import type { InvitationText, InvitedGuest } from '../desk/invitation-views.ts'
import { oneLine } from './clean-text.ts'
import { linkFor } from './link.ts'
import type { Meeting } from './meeting.ts'
import { whenLines } from './when-words.ts'
import { wordsIn } from './words.ts'

/** What may stand in braces. */
export const PLACEHOLDERS = ['guest', 'title', 'when', 'link', 'note', 'me', 'email', 'phone'] as const

/** One of them. */
export type Placeholder = (typeof PLACEHOLDERS)[number]

/** What is wrong with a text, and where. */
export interface TemplateFault {
  readonly field: 'subject' | 'body'
  readonly kind: 'empty' | 'unknown' | 'noLink' | 'linkInSubject'
  /** As it stands there, braces included. */
  readonly found?: string
}

type Values = Readonly<Record<Placeholder, string>>

// A pair of braces within a line; or one that stands alone.
const IN_BRACES = /\{[^{}\n]*\}|[{}]/g
// With what joins it to the words before, which goes where nobody is named.
const PLACEHOLDER = /([\s,]*)\{([a-z]+)\}/g
const EMPTY_LINES = /\n{3,}/g

/** The first fault of a text, or none. */
export function faultIn({ subject, body }: InvitationText): TemplateFault | undefined {
  for (const [field, text] of Object.entries({ subject, body }) as ['subject' | 'body', string][]) {
    if (text.trim() === '') return { field, kind: 'empty' }
    const found = text.match(IN_BRACES)?.find((braces) => !isPlaceholder(braces.slice(1, -1)))
    if (found !== undefined) return { field, kind: 'unknown', found }
  }
  if (subject.includes('{link}')) return { field: 'subject', kind: 'linkInSubject' }
  return body.includes('{link}') ? undefined : { field: 'body', kind: 'noLink' }
}

/** What is said where the user wrote nothing, as such a text. */
export function defaultText(language: string): InvitationText {
  const i18n = wordsIn(language)
  const body = [
    i18n.t('invitation.words.hello', ['{guest}']),
    i18n.t('invitation.words.invited', ['{title}']),
    '{when}',
    `${i18n.t('invitation.words.link')}\n{link}`,
    '{note}',
  ]
  return { subject: i18n.t('invitation.words.subject', ['{title}']), body: body.join('\n\n') }
}

/** The user's text for one guest; a line that would say nothing is left out. */
export function fillBody({ body }: InvitationText, meeting: Meeting, guest: InvitedGuest, language: string): string {
  const values = valuesFor(meeting, guest, language)
  const lines = body.split(/\r?\n/).flatMap((line) => (saysNothing(line, values) ? [] : fill(oneLine(line), values)))
  return lines.join('\n').replace(EMPTY_LINES, '\n\n').trim()
}

/** The user's subject for one guest, in one line. */
export function fillSubject(
  { subject }: InvitationText,
  meeting: Meeting,
  guest: InvitedGuest,
  language: string,
): string {
  return oneLine(fill(oneLine(subject), valuesFor(meeting, guest, language)))
}

function valuesFor(meeting: Meeting, { name, link, isForAll }: InvitedGuest, language: string): Values {
  const { title, when, sender = {} } = meeting
  return {
    guest: oneLine(name),
    title,
    when: whenLines(when, language).join('\n'),
    link: linkFor(link),
    note: isForAll ? '' : wordsIn(language).t('invitation.words.ownLink'),
    me: oneLine(sender.name ?? ''),
    email: oneLine(sender.email ?? ''),
    phone: oneLine(sender.phone ?? ''),
  }
}

// A greeting goes without the name; a line about a time that there is none of does not.
function saysNothing(line: string, values: Values): boolean {
  const names = [...line.matchAll(PLACEHOLDER)].map(([, , name = '']) => name)
  const needed = names.filter(isPlaceholder).filter((name) => name !== 'guest')
  return needed.length > 0 && needed.every((name) => values[name] === '')
}

// In one go: what a value holds is no placeholder, whatever it looks like.
function fill(text: string, values: Values): string {
  return text.replace(PLACEHOLDER, (whole: string, before: string, name: string) => {
    if (!isPlaceholder(name)) return whole
    const value = values[name]
    return value === '' && name === 'guest' ? '' : before + value
  })
}

function isPlaceholder(name: string): name is Placeholder {
  return (PLACEHOLDERS as readonly string[]).includes(name)
}
