import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { InvitationText } from '../desk/invitation-views.ts'
import { anyText, guestNamed, HOSTILE_TEXTS, invitationWith, meetingWith } from './invitation-fixture.ts'
import { mailDraft } from './mail-draft.ts'
import { meetingOf } from './meeting.ts'
import { defaultText, faultIn, PLACEHOLDERS } from './template.ts'
import { invitationSubject, invitationText } from './text.ts'
import { messages, speak } from './texts-fixture.ts'
import { learn } from './words.ts'

vi.mock('#i18n', () => import('./texts-fixture.ts'))

const ada = guestNamed('Ada Example')
const everybody = { name: '', link: 'https://meet.example/?room=lobby', isForAll: true }
const { start: _, ...timeless } = invitationWith()

beforeEach(() => {
  speak('en')
  for (const language of ['en', 'de'] as const) learn(language, messages[language] ?? {})
})

/** The meeting, with a text of the user's for English. */
function written(text: Partial<InvitationText>, changes: Parameters<typeof meetingWith>[0] = {}) {
  return meetingWith({ ...changes, texts: { en: { subject: 'S', body: '{link}', ...text } } })
}

describe('what the user wrote', () => {
  test('is filled in for each guest', () => {
    const meeting = written(
      { subject: '{title} for {guest}', body: 'Dear {guest},\n\n{me} ({email}, {phone}) meets you:\n{when}\n{link}' },
      { sender: { name: 'Joe Smith', email: 'joe@smith.com', phone: '+1 555 0100' } },
    )
    expect(invitationSubject(meeting, ada, 'en')).toBe('Weekly review for Ada Example')
    expect(invitationText(meeting, ada, 'en').replace(/\u2009|\u202f/g, ' ')).toMatchInlineSnapshot(`
      "Dear Ada Example,

      Joe Smith (joe@smith.com, +1 555 0100) meets you:
      Tuesday, October 20, 2026, 9:00 – 10:00 AM
      Central European Summer Time (Europe/Berlin)
      https://meet.example/?token=ForAda&lang=en"
    `)
  })

  test('goes without what is not known: a greeting without its name, a line without its time', () => {
    const text = { subject: '{title} for {guest}', body: 'Hello {guest},\n\nWhen: {when}\n\nFrom {me}\n{link}\n{note}' }
    const meeting = meetingOf({ ...timeless, texts: { en: text } }, 'Europe/Berlin')
    expect(invitationText(meeting, everybody, 'en')).toBe(`Hello,\n\n${everybody.link}`)
    expect(invitationSubject(meeting, everybody, 'en')).toBe('Weekly review for')
  })

  test('counts in its own language alone, and for what is new', () => {
    const meeting = written({ body: 'Come! {link}' })
    expect(invitationText(meeting, ada, 'en-GB')).toBe(`Come! ${ada.link}`)
    expect(invitationText(meeting, ada, 'de')).toMatch(/^Guten Tag Ada Example,/)
    expect(invitationText({ ...meeting, isCancelled: true }, ada, 'en')).not.toContain('https:')
    expect(invitationText({ ...meeting, isChanged: true }, ada, 'en')).toContain('has changed')
  })

  test('whatever titles and names hold, it is text: no placeholder, no second line', () => {
    const body = 'To {guest} about {title}:\n{link}'
    fc.assert(
      fc.property(anyText, anyText, (title, name) => {
        const lines = invitationText(written({ body }, { title }), { ...ada, name }, 'en').split('\n')
        expect(lines.at(-1)).toBe(ada.link)
        expect(lines.length).toBeLessThanOrEqual(2)
      }),
    )
    expect(invitationText(written({ body }, { title: '{link}' }), { ...ada, name: '{me}' }, 'en')).toBe(
      `To {me} about {link}:\n${ada.link}`,
    )
  })

  test.each(HOSTILE_TEXTS.map((text) => [text]))('%j in its subject is one line of a mail', (text) => {
    const { url } = mailDraft(written({ subject: `a ${text} {guest}` }), ada, 'en')
    expect(url).toMatch(/^mailto:ada@example\.com\?subject=[^&]*(&body=[^&]*)?$/)
    expect(decodeURIComponent(url.split('&body=')[0] ?? '')).not.toMatch(/\p{Cc}/u)
  })

  test('too long for a draft, it is left to be pasted', () => {
    expect(mailDraft(written({ body: `${'long '.repeat(500)}{link}` }), ada, 'en').hasText).toBe(false)
  })
})

describe('what is wrong is named', () => {
  test.each([
    [
      { subject: 'Hi', body: 'Hello {gest}, {link}' },
      { field: 'body', kind: 'unknown', found: '{gest}' },
    ],
    [
      { subject: '{Titel}', body: '{link}' },
      { field: 'subject', kind: 'unknown', found: '{Titel}' },
    ],
    [
      { subject: 'Hi', body: '{link} {guest' },
      { field: 'body', kind: 'unknown', found: '{' },
    ],
    [
      { subject: 'Hi', body: '{link} {}' },
      { field: 'body', kind: 'unknown', found: '{}' },
    ],
    [
      { subject: ' ', body: '{link}' },
      { field: 'subject', kind: 'empty' },
    ],
    [
      { subject: 'Hi', body: '' },
      { field: 'body', kind: 'empty' },
    ],
    [
      { subject: 'Hi', body: 'Come!' },
      { field: 'body', kind: 'noLink' },
    ],
    [
      { subject: 'At {link}', body: '{link}' },
      { field: 'subject', kind: 'linkInSubject' },
    ],
  ])('%j', (text, fault) => {
    expect(faultIn(text)).toEqual(fault)
  })

  test('nothing is, where every placeholder is known', () => {
    const body = PLACEHOLDERS.map((name) => `{${name}}`).join('\n')
    expect(faultIn({ subject: '{guest} {title} {when} {me}', body })).toBeUndefined()
  })
})

describe('in the guest’s language', () => {
  test.each(['en', 'de'])('%s: the text that one starts from says what is said without it', (language) => {
    const start = defaultText(language)
    expect(faultIn(start)).toBeUndefined()
    for (const guest of [ada, everybody]) {
      for (const invitation of [invitationWith(), invitationWith({ recurrence: 'FREQ=WEEKLY;COUNT=3' }), timeless]) {
        const without = meetingOf(invitation, 'Europe/Berlin')
        const using = meetingOf({ ...invitation, texts: { [language]: start } }, 'Europe/Berlin')
        expect(invitationText(using, guest, language)).toBe(invitationText(without, guest, language))
        expect(invitationSubject(using, guest, language)).toBe(invitationSubject(without, guest, language))
      }
    }
  })

  test('every word is in it, while the user’s own is another', () => {
    const text = invitationText(meetingWith({ recurrence: 'FREQ=WEEKLY;INTERVAL=2;COUNT=3' }), ada, 'de')
    expect(text).toContain('Guten Tag Ada Example,')
    expect(text).toContain('Wiederholt sich alle 2 Wochen am Dienstag, insgesamt 3-mal.')
    expect(invitationSubject(meetingWith(), ada, 'de')).toBe('Einladung: Weekly review')
  })

  test('a value that looks like a form or a mark of its own stays a value', () => {
    const title = 'A | B $1 $$'
    expect(invitationText(meetingWith({ title }), ada, 'de')).toContain(`„${title}“`)
  })
})
