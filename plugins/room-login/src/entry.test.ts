/** Entries: what vendors.md 1.2 settled, question by question. @module */

import { md5 } from '@joinery/sdk/hash'
import { type Capabilities, recognizeLink, runAction } from '@joinery/sdk/host'
import { describe, expect, test } from 'vitest'
import { ada, NOW, organisation, room, zoe } from './example-values.ts'
import { roomLogin } from './index.ts'

const plugin = roomLogin({ id: 'com.example', name: 'Example', version: '1.0.0', host: 'www.vendor.example' })

/** A link action needs none of this. */
const nothing: Capabilities = {
  fetch: () => expect.unreachable(),
  random: () => expect.unreachable(),
  now: () => expect.unreachable(),
  signal: new AbortController().signal,
  log: () => expect.unreachable(),
  progress: () => expect.unreachable(),
  save: () => expect.unreachable(),
}

interface Values {
  readonly action?: string
  readonly account?: object
  readonly target?: object
  readonly person?: object
  readonly now?: number
}

function run({ action = 'join', account = {}, target = {}, person = ada, now = NOW }: Values) {
  const values = {
    account: { ...organisation, ...account },
    target: { ...room, ...target },
    person: { ...person },
    now,
  }
  return runAction({ plugin, action, ...values }, nothing)
}

async function link(values: Values): Promise<URL> {
  const outcome = await run(values)
  if (outcome.type === 'tab' || outcome.type === 'popup') return new URL(outcome.url)
  if (outcome.type === 'links' && outcome.guest !== undefined) return new URL(outcome.guest)
  throw new Error(`no link but ${outcome.type}`)
}

const parameter = async (name: string, values: Values) => (await link(values)).searchParams.get(name)
const names = async (values: Values) => [...(await link(values)).searchParams.keys()]

describe('a link', () => {
  test('is byte for byte the one that the vendor’s own encoder writes (vendors.md 1.4)', async () => {
    const values = {
      action: 'invite',
      account: { protectUsernames: false },
      target: { customData: 'dept=R&D #7' },
      person: zoe,
    }
    expect((await link(values)).href).toBe(
      'https://www.vendor.example/pages/sc2/room_login.php?companyID=1234&role=0&loginType=2&roomID=5678&firstName=Zo%C3%AB%20Ann&lastName=O%27Br%C3%AFen&companyUsername=zoe_example.com&_ts=1700000600&_t=20b6b98da07e770a17f53f1f77a5c562&_v=1.3&phone=%2B1%20252-252-2522&companyCustomData=dept%3DR%26D%20%237&email=zoe%2Btest%40example.com',
    )
  })

  test('has its parameters in the vendor’s order, a guest’s and an account holder’s', async () => {
    const full = { target: { directAccess: true, language: 'de', customData: 'x' }, person: { ...zoe } }
    expect(await names(full)).toEqual([
      'companyID',
      'role',
      'loginType',
      'roomID',
      'inquiry',
      'language',
      'firstName',
      'lastName',
      'companyUsername',
      '_ts',
      '_t',
      '_v',
      'phone',
      'companyCustomData',
      'email',
    ])
    expect(await names({ ...full, account: { userNo: '42' } })).toEqual([
      'companyID',
      'role',
      'loginType',
      'roomID',
      'inquiry',
      'language',
      'userNo',
      'companyUsername',
      '_ts',
      '_t',
      '_v',
      'phone',
      'companyCustomData',
    ])
  })

  test('leaves out what is absent or empty, and keeps "0"', async () => {
    expect(await names({ person: { ...ada, phone: '', email: ' ' }, target: { customData: '' } })).toEqual([
      'companyID',
      'role',
      'loginType',
      'roomID',
      'firstName',
      'lastName',
      'companyUsername',
      '_ts',
      '_t',
      '_v',
    ])
    expect(await parameter('phone', { person: { ...ada, phone: '0' } })).toBe('0')
    expect(await parameter('companyCustomData', { target: { customData: '0' } })).toBe('0')
  })

  test('keeps the company’s leading zeros, in the link and under the signature', async () => {
    const made = await link({ account: { companyId: '001', protectUsernames: false } })
    expect(made.searchParams.get('companyID')).toBe('001')
    expect(made.searchParams.get('_t')).toBe(md5('001password5678AdaKing21.3ada91700000600'))
  })

  test('writes names in their composed form, in the link and under the signature', async () => {
    const decomposed = await link({ person: { firstName: 'Zoe\u0308', lastName: 'Ann', username: 'zoe' } })
    const composed = await link({ person: { firstName: 'Zo\u00eb', lastName: 'Ann', username: 'zoe' } })
    expect(decomposed.href).toBe(composed.href)
    expect(decomposed.search).toContain('firstName=Zo%C3%AB&')
  })

  test.each(['0', '2', '3', 3])('takes role %j', async (role) => {
    expect(await parameter('role', { account: { role } })).toBe(String(role))
  })

  test.each(['1', '4', '', '02', 1, 'presenter'])('does not send role %j', async (role) => {
    // An empty setting is the default one.
    if (role === '') expect(await parameter('role', { account: { role } })).toBe('2')
    else await expect(run({ account: { role } })).rejects.toMatchObject({ code: 'invalid', field: 'role' })
  })

  test.each(['001', '0', '-1', '1.5', '1e3', '5678x', ' 5678'])('does not guess at room %j', async (roomId) => {
    await expect(run({ target: { roomId } })).rejects.toMatchObject({ code: 'invalid', field: 'roomId' })
  })

  test('turns a language into capitals, and sends it with direct access alone', async () => {
    expect(await parameter('language', { target: { directAccess: true, language: 'he' } })).toBe('HE')
    expect(await parameter('language', { target: { language: 'he' } })).toBeNull()
    expect(await parameter('inquiry', { target: { language: 'he' } })).toBeNull()
  })

  test('opens in a tab, and on direct access in a window of 850 by 700', async () => {
    expect(await run({})).toMatchObject({ type: 'tab', sensitive: true })
    expect(await run({ target: { separateWindow: true } })).toMatchObject({ type: 'tab' })
    expect(await run({ target: { directAccess: true } })).toMatchObject({
      type: 'popup',
      width: 850,
      height: 700,
      sensitive: true,
    })
    expect(await run({ target: { directAccess: true, separateWindow: false } })).toMatchObject({ type: 'tab' })
  })
})

describe('a user name', () => {
  test.each([
    ['zoe@example.com', 'zoe_example.com_'],
    ['a.b-c_D9', 'a.b-c_D9_'],
    ['a@b@c', 'a_b_c_'],
  ])('%s goes as %s', async (username, expected) => {
    expect(await parameter('companyUsername', { person: { ...ada, username } })).toBe(expected)
  })

  test.each(['zoë', 'zoe ann', 'zoe+test', 'zoe&role=3', 'zoe/..', '松本', "o'brien"])(
    '%s is refused, not stripped',
    async (username) => {
      await expect(run({ person: { ...ada, username } })).rejects.toMatchObject({ code: 'invalid', field: 'username' })
    },
  )

  test('comes from the e-mail address where there is none', async () => {
    const person = { firstName: 'Ada', lastName: 'King', email: 'ada@example.com' }
    expect(await parameter('companyUsername', { action: 'invite', person })).toBe('ada_example.com_')
  })

  test('stands as it is where the account does not protect it', async () => {
    expect(await parameter('companyUsername', { account: { protectUsernames: false } })).toBe('ada9')
  })
})

describe('the expiry', () => {
  test.each([
    [{}, NOW, '1700000600', NOW + 600_000],
    [{}, NOW + 999, '1700000600', NOW + 600_000],
    [{ minutes: 5 }, NOW, '1700000300', NOW + 300_000],
    [{ minutes: 30 }, NOW, '1700001800', NOW + 1_800_000],
  ])('with %j at %i is %s', async (target, now, timestamp, expiresAt) => {
    expect(await parameter('_ts', { target, now })).toBe(timestamp)
    expect(await run({ target, now })).toMatchObject({ expiresAt })
  })

  test.each([
    [3, '1700000780'],
    [-3, '1700000420'],
  ])('is on the vendor’s clock, which is %i minutes ahead, and told by ours', async (skewMinutes, timestamp) => {
    expect(await parameter('_ts', { account: { skewMinutes } })).toBe(timestamp)
    expect(await run({ account: { skewMinutes } })).toMatchObject({ expiresAt: NOW + 600_000 })
  })

  test.each([4, 31, 10.5, 0, -5])('is not %d minutes off', async (minutes) => {
    await expect(run({ target: { minutes } })).rejects.toMatchObject({ code: 'invalid', field: 'minutes' })
  })
})

describe('a visitor', () => {
  test('is a guest without a user number, and with 0', async () => {
    expect(await parameter('firstName', {})).toBe('Ada')
    expect(await parameter('firstName', { account: { userNo: '0' } })).toBe('Ada')
  })

  test('with a user number goes without names and e-mail', async () => {
    const made = await link({ account: { userNo: '42' }, person: { ...ada, email: 'ada@example.com' } })
    expect(made.searchParams.get('userNo')).toBe('42')
    expect(made.search).not.toMatch(/firstName|lastName|email/)
  })

  test('with a user number needs no name, a guest does', async () => {
    const person = { username: 'ada' }
    expect(await parameter('userNo', { account: { userNo: '42' }, person })).toBe('42')
    await expect(run({ person })).rejects.toMatchObject({ code: 'missing', field: 'firstName' })
    await expect(run({ person: { ...person, firstName: 'Ada' } })).rejects.toMatchObject({ field: 'lastName' })
  })

  test('who is invited is a guest and an attendee, whatever the account says', async () => {
    const made = await link({
      action: 'invite',
      account: { userNo: '42', role: '3' },
      person: { ...ada, email: 'ada@example.com' },
    })
    expect([made.searchParams.get('role'), made.searchParams.get('userNo')]).toEqual(['0', null])
  })
})

describe('a link in a page', () => {
  test.each([
    [
      'https://www.vendor.example/pages/sc2/room_login.php?companyID=1&roomID=5678&language=DE',
      { roomId: '5678', language: 'DE' },
    ],
    ['https://www.vendor.example/pages/sc2/roomlogin?roomID=5678&customData=x', { roomId: '5678', customData: 'x' }],
    ['https://www.vendor.example/pages/sc2/room_login.php?companyCustomData=y&customData=x', { customData: 'y' }],
  ])('%s is recognised', (href, expected) => {
    expect(recognizeLink(plugin, href)).toEqual(expected)
  })

  test.each([
    'https://www.vendor.example/pages/sc2/other.php?roomID=1',
    'https://www.vendor.example.evil.example/pages/sc2/roomlogin?roomID=1',
    'http://www.vendor.example/pages/sc2/roomlogin?roomID=1',
    // Signed: somebody's own entry, and no room to be entered by another.
    'https://www.vendor.example/pages/sc2/room_login.php?companyID=1&roomID=1&_ts=1700000600&_t=0bcb&_v=1.3',
  ])('%s is not', (href) => expect(recognizeLink(plugin, href)).toBeUndefined())
})
