/** Addresses of plugin files: what is refused when they are read, and where values go. @module */
import { describe, expect, test } from 'vitest'
import { readPluginFile } from '../declarative.ts'
import { isPluginError } from '../errors.ts'
import { type Capabilities, runAction } from '../host.ts'
import type { RawValues } from '../read-fields.ts'
import { joiningAt, meetWith } from './file-fixture.ts'

const PAGE = 'https://www.meet.example'
/** Links are lent nothing. */
const NOTHING = {} as Capabilities

interface Values {
  readonly account?: RawValues
  readonly target?: RawValues
  readonly person?: RawValues
  readonly input?: RawValues
}

/** What the action gives, or its refusal as `code field`. */
async function given(file: string, action: string, values: Values = {}): Promise<unknown> {
  const person = { firstName: 'Ada', lastName: 'King', email: 'ada@example.com', ...values.person }
  const request = { account: {}, ...values, person, plugin: readPluginFile(file), action, now: 0 }
  try {
    return await runAction(request, NOTHING)
  } catch (error) {
    if (isPluginError(error)) return `${error.code} ${error.field}`
    throw error
  }
}

async function joined(url: string, values: Values = {}): Promise<unknown> {
  const outcome = await given(joiningAt(url), 'join', values)
  return typeof outcome === 'object' ? Reflect.get(outcome ?? {}, 'url') : outcome
}

describe('an address that a file may not have', () => {
  test.each([
    ['', 'a text of 1 to'],
    ['//www.meet.example/', 'must start with https'],
    ['www.meet.example/', 'must start with https'],
    ['https:www.meet.example/', 'must start with https'],
    ['https:///www.meet.example/', 'must start with https'],
    ['https://www.meet.example', 'must start with https'],
    ['https://www.meet.example?room={target.room}', 'must start with https'],
    ['https://WWW.meet.example/', 'must start with https'],
    ['https://www.meet.example:443/', 'must start with https'],
    ['https://ada:pw@www.meet.example/', 'must start with https'],
    ['https://{target.room}.meet.example/', 'must start with https'],
    ['https://www.meet.example{target.room}/', 'must start with https'],
    ['https://{account.team}/', 'must start with https'],
    ['https://www.meet.example\\@evil.example/', 'must start with https'],
    ['https://www.meet.example/a b', 'must start with https'],
    ['https://www.meet.example/"', 'must start with https'],
    ['https://www.meet.example/%zz', 'must start with https'],
    ['https://www.meet.example/%{target.room}', 'must start with https'],
    ['https://treffen.müller.example/', 'must start with https'],
    ['{account.team}/rooms', 'must start with https'],
    ['{account.server}', 'must start with https'],
    ['{account.server}.evil.example/', 'must start with https'],
    ['{account.server}@evil.example/', 'must start with https'],
    ['{target.room}', 'must start with https'],
    [`${PAGE}/x`.padEnd(2001, 'x'), 'a text of 1 to 2000'],
    [`${PAGE}/a//b`, 'an empty part'],
    [`${PAGE}/a/../b`, 'must start with https'],
    [`${PAGE}/a/./b`, 'must start with https'],
    [`${PAGE}/a/%2e%2E/b`, 'must start with https'],
    ['{account.server}/../{target.room}', 'must start with https'],
    [`${PAGE}/{target.room`, 'belongs to no placeholder'],
    [`${PAGE}/target.room}`, 'belongs to no placeholder'],
    [`${PAGE}/{{target.room}}`, 'belongs to no placeholder'],
    [`${PAGE}/{}`, 'belongs to no placeholder'],
    [`${PAGE}/{room}`, 'belongs to no placeholder'],
    [`${PAGE}/{target.room|raw}`, 'belongs to no placeholder'],
    [`${PAGE}/{target.constructor}`, 'nothing is called'],
    [`${PAGE}/{target.other}`, 'nothing is called'],
    [`${PAGE}/{person.password}`, 'nothing is called'],
    [`${PAGE}/{input.minutes}`, 'nothing is called'],
    [`${PAGE}/{now.time}`, 'belongs to no placeholder'],
    [`${PAGE}/{target.pin}`, 'must never be empty'],
    [`${PAGE}/{target.owner}`, 'must never be empty'],
    [`${PAGE}/{person.lastName}`, 'must never be empty'],
    [`${PAGE}/?{target.room}=1`, 'may stand in a part'],
    [`${PAGE}/?a=1&{target.room}`, 'may stand in a part'],
    [`${PAGE}/#{target.room}`, 'may stand in a part'],
    [`${PAGE}/?back={account.server}`, 'may stand in a part'],
    [`${PAGE}/{account.server}`, 'may stand in a part'],
    ['{account.server}/{account.server}', 'may stand in a part'],
    ['https://other.example/{target.room}', 'where permissions.open does not'],
  ])('%s', (url, sentence) => {
    expect(() => readPluginFile(joiningAt(url))).toThrow(
      expect.objectContaining({ field: 'actions.join.url', message: expect.stringContaining(sentence) }),
    )
  })

  test.each([
    'zoommtg:{target.room}',
    'zoommtg://{target.room}/join',
    'zoommtg:///join',
    'ms-msdt://meet.example/{target.room}',
    'shell://meet.example/{target.room}',
    'https://www.meet.example/{target.room}',
    '{account.server}/{target.room}',
  ])('%s, for an app', (url) => {
    expect(() => readPluginFile(meetWith('actions.call.url', url))).toThrow(
      expect.objectContaining({ field: 'actions.call.url', message: expect.stringContaining('a known app') }),
    )
  })

  test('an app’s address, for a tab', () => {
    expect(() => readPluginFile(joiningAt('zoommtg://meet.example/join'))).toThrow('must start with https')
  })
})

describe('values', () => {
  test.each<[string, string, Values, string]>([
    [
      'stand encoded in the path',
      `${PAGE}/r/{target.room}`,
      { target: { room: 'R&D?/#1 ü' } },
      `${PAGE}/r/R%26D%3F%2F%231%20%C3%BC`,
    ],
    ['stand between fixed signs', `${PAGE}/r-{target.room}.html`, { target: { room: 'a.b' } }, `${PAGE}/r-a.b.html`],
    [
      'stand encoded in a parameter',
      `${PAGE}/?a={target.room}&b=1`,
      { target: { room: '../&b=2#?' } },
      `${PAGE}/?a=..%2F%26b%3D2%23%3F&b=1`,
    ],
    [
      'stand encoded in the fragment',
      `${PAGE}/#a={target.room}&b=1`,
      { target: { room: 'x&b=2' } },
      `${PAGE}/#a=x%26b%3D2&b=1`,
    ],
    ['stand one after another', `${PAGE}/?n={person.firstName}%20{person.lastName}`, {}, `${PAGE}/?n=Ada%20King`],
    ['are written as numbers', `${PAGE}/?pin={target.pin}`, { target: { pin: '7' } }, `${PAGE}/?pin=7`],
    ['are written as yes and no', `${PAGE}/?g={account.guests}`, { account: { guests: false } }, `${PAGE}/?g=false`],
    ['are the default’s where none is given', `${PAGE}/{target.room}`, {}, `${PAGE}/lobby`],
    ['that are absent leave out their parameter', `${PAGE}/?a=1&pin={target.pin}&n={person.phone}`, {}, `${PAGE}/?a=1`],
    [
      'that are absent leave out the question mark, too',
      `${PAGE}/x?pin={target.pin}#t={account.team}`,
      {},
      `${PAGE}/x`,
    ],
    [
      'are not read for placeholders again',
      `${PAGE}/{target.room}`,
      { target: { room: '{account.team}' } },
      `${PAGE}/%7Baccount.team%7D`,
    ],
    [
      'follow the account’s address',
      '{account.server}/r/{target.room}',
      { account: { server: 'https://meet.example:8443/sub' } },
      'https://meet.example:8443/sub/r/lobby',
    ],
    ['keep parameters without a value', `${PAGE}/?embed&room={target.room}`, {}, `${PAGE}/?embed&room=lobby`],
  ])('%s', async (_, url, values, expected) => {
    expect(await joined(url, values)).toBe(expected)
  })

  test('are added to the page that the account names, with its own parameters', async () => {
    const file = meetWith('permissions.open.0', '{account.server}?*').replace(
      /"url":"\{account.server\}[^"]*"/g,
      '"url":"{account.server}?room={target.room}"',
    )
    const onAccount = file.replace('"on":"account",', '')
    const server = 'https://meet.example/join.php?lang=en'
    expect(await given(onAccount, 'join', { account: { server } })).toMatchObject({ url: `${server}&room=lobby` })
  })

  test.each([
    '.',
    '..',
    ' ',
    '...',
    ' .. ',
    '/',
    'a/',
    '/a',
    'a//b',
    '../admin',
    'a/../../admin',
    '..\\admin',
    'a\\..\\b',
    'a/. /b',
  ])('that would move the path are refused: %j', async (room) => {
    expect(await joined(`${PAGE}/r/{target.room}/x`, { target: { room } })).toBe('unsafe room')
    expect(await joined(`${PAGE}/r-{target.room}`, { target: { room } })).toBe('unsafe room')
  })

  test('half a character is refused', async () => {
    expect(await joined(`${PAGE}/?n={person.phone}`, { person: { phone: '\ud83d' } })).toBe('invalid phone')
  })

  test('an account’s address with a query takes no path', async () => {
    const account = { server: 'https://meet.example/?x=1' }
    expect(await joined('{account.server}/{target.room}', { account })).toBe('invalid server')
  })
})

describe('an outcome', () => {
  test.each<[string, object]>([
    ['show', { type: 'popup', width: 800, height: 600, url: `${PAGE}/v-open/lobby/?minutes=5#name=King&x=1` }],
    ['call', { type: 'app', url: 'zoommtg://meet.example/join?id=lobby' }],
    ['invite', { type: 'links', guest: `${PAGE}/guest?room=lobby&mail=ada%40example.com`, sensitive: true }],
    ['open', { type: 'tab', url: 'https://meet.example/admin' }],
  ])('of %s is as the file says', async (action, outcome) => {
    expect(await given(meetWith('id', 'example.meet'), action, { input: { minutes: 5 } })).toEqual(outcome)
  })

  test('is none where the account does not offer the action', async () => {
    expect(await given(meetWith('id', 'example.meet'), 'invite', { account: { guests: false } })).toBe(
      'not-applicable undefined',
    )
  })
})
