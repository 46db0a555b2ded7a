import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarFileName, cut, oneLine } from './clean-text.ts'
import { anyText } from './invitation-fixture.ts'

test.each([
  ['Weekly review', 'Ada Example', 'Weekly review – Ada Example.ics'],
  ['Weekly review', '', 'Weekly review.ics'],
  ['', '', 'invitation.ics'],
  ['../../etc/passwd', 'a\\b:c*?"<>|', 'etc passwd – a b c.ics'],
  ['...', '.', 'invitation.ics'],
  ['שלום', 'Ada', 'שלום – Ada.ics'],
])('the file for %j and %j is %j', (title, name, expected) => {
  expect(calendarFileName(title, name)).toBe(expected)
})

test('no file name leads elsewhere or is too long for a disk', () => {
  fc.assert(
    fc.property(anyText, anyText, (title, name) => {
      const file = calendarFileName(title, name)
      expect(file).toMatch(/^[^.\\/:*?"<>|\p{Cc}][^\\/:*?"<>|\p{Cc}]*\.ics$/u)
      expect([...file].length).toBeLessThanOrEqual(84)
      expect(file.isWellFormed()).toBe(true)
    }),
  )
})

test('what is one line has no marks that turn its direction, and no half characters', () => {
  expect(oneLine(' a\r\n\tb \u202ec\ud83d ')).toBe('a b c\ufffd')
})

test('what is cut shows it, and no character is cut through', () => {
  expect(cut('🎉🎉🎉', 2)).toBe('🎉…')
  expect(cut('🎉🎉🎉', 3)).toBe('🎉🎉🎉')
})
