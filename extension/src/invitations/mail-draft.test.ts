import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { oneLine } from './clean-text.ts'
import { anyText, guestNamed, HOSTILE_TEXTS, meetingWith } from './invitation-fixture.ts'
import { mailDraft } from './mail-draft.ts'
import { invitationText } from './text.ts'
import { speak } from './texts-fixture.ts'

vi.mock('#i18n', () => import('./texts-fixture.ts'))

const ada = guestNamed('Ada Example')

/** A draft as a mail program reads it (RFC 6068): parts first, then percent-decoding; a plus sign stays one. */
function read(url: string) {
  const [, to = '', query = ''] = /^mailto:([^?]*)\?(.*)$/.exec(url) ?? []
  const pairs = query.split('&').map((pair) => pair.split('='))
  return {
    to: decodeURIComponent(to),
    names: pairs.map(([name]) => name),
    fields: new Map(pairs.map(([name = '', value = '']) => [name, decodeURIComponent(value)])),
  }
}

test('one guest, a subject, and the text with the line ends of a mail', () => {
  const { url, hasText } = mailDraft(meetingWith(), ada, speak('en'))
  expect(hasText).toBe(true)
  const { to, names, fields } = read(url)
  expect(to).toBe('ada@example.com')
  expect(names).toEqual(['subject', 'body'])
  expect(fields.get('subject')).toBe('Invitation: Weekly review')
  expect(fields.get('body')).toBe(invitationText(meetingWith(), ada, 'en').replaceAll('\n', '\r\n'))
  expect(url).toMatch(/^mailto:[\x21-\x7e]*$/)
})

test('the subject tells a change and a cancellation', () => {
  speak('de')
  const subjectOf = (meeting: ReturnType<typeof meetingWith>) =>
    read(mailDraft(meeting, ada, 'de').url).fields.get('subject')
  expect(subjectOf(meetingWith({ sequence: 3 }))).toBe('Geändert: Weekly review')
  expect(subjectOf(meetingWith({ isCancelled: true }))).toBe('Abgesagt: Weekly review')
})

describe('addresses', () => {
  test.each([
    ['ada+crm@example.com', 'mailto:ada+crm@example.com?'],
    ['o’neill&co@example.com', 'mailto:o%E2%80%99neill%26co@example.com?'],
    ['a%b?c#d/e@example.com', 'mailto:a%25b%3Fc%23d%2Fe@example.com?'],
    ['ada@bücher.example', 'mailto:ada@b%C3%BCcher.example?'],
  ])('%s', (email, start) => {
    expect(mailDraft(meetingWith(), { ...ada, email }, 'en').url.startsWith(start)).toBe(true)
  })

  test.each([
    '',
    'ada',
    'ada@example.com,eve@example.com',
    'ada@example.com;eve@example.com',
    'ada@example.com\r\nBcc: eve@example.com',
    'ada@eve@example.com',
    '"ada"@example.com',
    `${'a'.repeat(300)}@example.com`,
  ])('%j is left for the user to fill in', (email) => {
    expect(mailDraft(meetingWith(), { ...ada, email }, 'en').url.startsWith('mailto:?subject=')).toBe(true)
  })
})

describe('length', () => {
  test.each(HOSTILE_TEXTS.map((text) => [text]))('with the title and name %j the link is whole', (text) => {
    const { url, hasText } = mailDraft(meetingWith({ title: text }), guestNamed(text), speak('en'))
    expect(url.length).toBeLessThanOrEqual(2000)
    expect(hasText).toBe(true)
    expect(read(url).fields.get('body')?.split('\r\n')).toContain(ada.link)
  })

  test('a link for which there is no room is left out, with the whole text', () => {
    const link = `https://meet.example/?token=${'a'.repeat(1900)}`
    const { url, hasText } = mailDraft(meetingWith(), { ...ada, link }, speak('en'))
    expect(hasText).toBe(false)
    expect(read(url).names).toEqual(['subject'])
    expect(read(url).to).toBe('ada@example.com')
  })
})

test('whatever title and name are, there is one recipient, one subject and one text', () => {
  speak('en')
  fc.assert(
    fc.property(anyText, anyText, (title, name) => {
      const { url } = mailDraft(meetingWith({ title }), guestNamed(name), 'en')
      const { to, names, fields } = read(url)
      expect(to).toBe('ada@example.com')
      expect(names).toEqual(['subject', 'body'])
      expect(fields.get('subject')).not.toMatch(/\p{Cc}/u)
      expect(oneLine(fields.get('subject') ?? '')).toBe(fields.get('subject')?.trim())
      expect(
        fields
          .get('body')
          ?.split('\r\n')
          .filter((line) => /\p{Cc}/u.test(line)),
      ).toEqual([])
    }),
  )
})
