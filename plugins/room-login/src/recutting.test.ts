/** The attacks of vendors.md 1.3: each would keep the signature of a valid link, and each is refused. @module */
import { md5 } from '@joinery/sdk/hash'
import { describe, expect, test } from 'vitest'
import type { Entry } from './entry.ts'
import { refuseRecutting } from './recutting.ts'

const PASSWORD = 'password'
const room = {
  label: undefined,
  roomId: '5678',
  directAccess: false,
  separateWindow: true,
  language: undefined,
  minutes: 10,
  customData: undefined,
}
const guest: Entry = {
  companyId: '1234',
  room,
  role: '0',
  visitor: { firstName: 'Ada', lastName: 'King', email: undefined },
  companyUsername: 'ada_',
  phone: undefined,
  timestamp: '1700000600',
}

/** The signature as the vendor computes it, from the parts of a link. */
function digest(parts: { room?: string; who: string; role: string; username: string; timestamp?: string }): string {
  const { room = '5678', who, role, username, timestamp = '1700000600' } = parts
  return md5(`1234${PASSWORD}${room}${who}${role}1.3${username}${timestamp}`)
}

const named = (firstName: string, lastName: string) => ({ firstName, lastName, email: undefined })
const refused = (field: string) => expect.objectContaining({ name: 'PluginError', code: 'unsafe', field })

describe('a signed link that could be cut up anew', () => {
  test('guest "12" "3" has the digest of account 123, and is refused', () => {
    expect(digest({ who: '12' + '3', role: '0', username: 'ada_' })).toBe(
      digest({ who: '123', role: '0', username: 'ada_' }),
    )
    expect(() => refuseRecutting({ ...guest, visitor: named('12', '3') })).toThrow(refused('firstName'))
  })

  test('a first name with a digit in front has the digest of another room, and is refused', () => {
    expect(digest({ room: '5678', who: '9AdaKing', role: '0', username: 'ada_' })).toBe(
      digest({ room: '56789', who: 'AdaKing', role: '0', username: 'ada_' }),
    )
    expect(() => refuseRecutting({ ...guest, visitor: named('9Ada', 'King') })).toThrow(refused('firstName'))
  })

  test('user name x31.3bob makes an attendee a moderator, and is refused', () => {
    // The moderator's last name is longer by what was the attendee's role, version and first letter.
    expect(digest({ who: 'AdaKing', role: '0', username: 'x31.3bob' })).toBe(
      digest({ who: 'AdaKing01.3x', role: '3', username: 'bob' }),
    )
    expect(() => refuseRecutting({ ...guest, companyUsername: 'x31.3bob' })).toThrow(refused('username'))
  })

  test('a last name with a role in it makes an attendee a moderator, and is refused', () => {
    expect(digest({ who: 'AdaKing31.3x', role: '0', username: 'ada_' })).toBe(
      digest({ who: 'AdaKing', role: '3', username: 'x01.3ada_' }),
    )
    expect(() => refuseRecutting({ ...guest, visitor: named('Ada', 'King31.3x') })).toThrow(refused('lastName'))
  })

  test('a first name with a role in it does the same, and is refused', () => {
    expect(digest({ who: 'Ada31.3King', role: '0', username: 'ada_' })).toBe(
      digest({ who: 'Ada', role: '3', username: 'King01.3ada_' }),
    )
    expect(() => refuseRecutting({ ...guest, visitor: named('Ada31.3', 'King') })).toThrow(refused('firstName'))
  })

  test('user name 1.3bob makes one with the version before it, and is refused', () => {
    expect(digest({ who: 'AdaKing', role: '0', username: '1.3bob' })).toBe(
      digest({ who: 'AdaKing01.', role: '3', username: '1.3bob'.slice(3) }),
    )
    expect(() => refuseRecutting({ ...guest, companyUsername: '1.3bob' })).toThrow(refused('username'))
  })

  test('two names make one together, and are refused', () => {
    expect(() => refuseRecutting({ ...guest, visitor: named('Ada3', '1.3King') })).toThrow(refused('lastName'))
  })

  test('a user number takes no role from a user name either', () => {
    expect(() => refuseRecutting({ ...guest, visitor: { userNo: '42' }, companyUsername: 'x31.3bob' })).toThrow(
      refused('username'),
    )
  })

  test.each([
    ['a digit within', named('Ada2', 'King')],
    ['a last name of digits', named('Ada', '3')],
    ['a version without a digit before it', named('Ada', 'v1.3')],
    ['digits of another script', named('٣Ada', 'King')],
  ])('%s is no attack', (_title, visitor) => {
    expect(() => refuseRecutting({ ...guest, visitor })).not.toThrow()
  })
})

test('a user name that ends in a digit lets the expiry grow; the protected one does not', () => {
  const grown = { who: 'AdaKing', role: '0', username: 'joe', timestamp: '91700000600' }
  expect(digest({ ...grown, username: 'joe9', timestamp: '1700000600' })).toBe(digest(grown))
  expect(digest({ ...grown, username: 'joe9_', timestamp: '1700000600' })).not.toBe(digest(grown))
})
