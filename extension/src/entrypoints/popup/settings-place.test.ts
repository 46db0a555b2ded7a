import { expect, test } from 'vitest'
import { placeOf } from './settings-place.ts'

const shortcuts = [
  { id: 's1', revision: 1, name: 'Join', accountId: 'a1', action: 'join', targetId: 't1', inPage: true },
  { id: 's2', revision: 1, name: 'List', accountId: 'a1', action: 'list', inPage: false },
]
const place = (form: 'me' | 'account' | 'target' | 'contact', shortcutId: string) =>
  placeOf({ code: 'missing', text: '', form, field: 'roomId' }, shortcutId, shortcuts)

test('a problem leads to the form that it stands in, at its field', () => {
  expect(place('me', 's1')).toBe('#me/roomId')
  expect(place('account', 's1')).toBe('#accounts/a1/roomId')
  expect(place('target', 's1')).toBe('#targets/t1/roomId')
})

test('a problem that no form can mend leads nowhere', () => {
  expect(place('contact', 's1')).toBeUndefined()
  expect(place('target', 's2')).toBeUndefined()
  expect(place('account', 'gone')).toBeUndefined()
  expect(placeOf({ code: 'timeout', text: '' }, 's1', shortcuts)).toBeUndefined()
})
