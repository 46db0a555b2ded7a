import { expect, test } from 'vitest'
import { plugins } from './plugins.ts'
import { vendorMark } from './vendor-marks.ts'

test('the vendors that come with the extension differ in letter and in colour', () => {
  const marks = plugins.map(vendorMark)
  expect(marks.map(({ letter }) => letter)).toEqual(['O', 'W', 'N', 'R', 'B', 'M'])
  expect(new Set(marks.map(({ colour }) => colour)).size).toBe(plugins.length)
})

test.each([
  [{ id: 'example.meetings', name: 'meetings' }, 'M'],
  [{ id: 'example.room', name: { en: 'Example Räume', de: 'Räume' } }, 'R'],
  [{ id: 'example.face', name: '🙂 Öhm' }, 'Ö'],
  [{ id: 'example.none', name: '' }, '?'],
])('any other has its own, and always the same: %j', (plugin, letter) => {
  expect(vendorMark(plugin).letter).toBe(letter)
  expect(vendorMark(plugin)).toEqual(vendorMark({ ...plugin }))
  expect(vendorMark(plugin).colour).toMatch(/^light-dark\(/)
})
