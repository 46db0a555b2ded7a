import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Netviewer, startNetviewer } from './netviewer.ts'
import { BEFORE, type Booked, book, call, invite, open, PLANNED, type Received, send } from './test-client.ts'

const QUERY = 'customer=17&note=a%20b&customer=18'
const PATH = '/o2m/get_o2m.php'
let netviewer: Netviewer
let booked: Booked
let guest = ''

beforeEach(async () => {
  netviewer = await startNetviewer({ transport: 'http', programQuery: QUERY })
  netviewer.clock.set(BEFORE)
  booked = await book(netviewer, { ...PLANNED, subject: '<b>Contract</b>' })
  const [token = ''] = await invite(netviewer, booked.path, ['Jo'])
  guest = token
  netviewer.clock.set('2026-11-23T09:00:00Z')
})
afterEach(() => netviewer.close())

const get = (path: string, method = 'GET') => send(netviewer.program.origin, { method, path })

function refusalOf({ status, text }: Received): string {
  const said = /<main class="refused"><h1>No entry<\/h1><p>The ([^<]+)\.<\/p>/.exec(text)?.[1]
  return `${status} ${said}`
}

test('the page says who entered as what, and is safe to show', async () => {
  const { text, headers } = await open(netviewer, booked.token)
  expect(text).toContain('<main class="entered">')
  expect(text).toContain('<h1>Welcome <bdi>Mia Berger</bdi>, moderator</h1>')
  expect(text).toContain('<dt>Session</dt><dd>480000001</dd><dt>Subject</dt><dd>&#60;b&#62;Contract')
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  const { text: second } = await open(netviewer, guest)
  expect(second).toContain('<h1>Welcome <bdi>Jo</bdi>, participant</h1><p>The session is running.</p>')
  expect(second).toContain('<dt>E-mail</dt><dd>jo@customer.example</dd>')
  expect(netviewer.program.entries.all.map(({ role, token }) => [role, token])).toEqual([
    ['moderator', booked.token],
    ['participant', guest],
  ])
})

test('a test can wait for an entry', async () => {
  const second = netviewer.program.entries.at(1)
  const third = netviewer.program.visits.at(2)
  for (const token of ['x', booked.token, guest]) await open(netviewer, token)
  expect((await second).name).toBe('Jo')
  expect(await third).toMatchObject({ entry: { name: 'Jo' } })
  expect((await netviewer.program.entries.at(0)).role).toBe('moderator')
})

describe('the query', () => {
  test.each([
    ['token=$T&customer=17&note=a%20b&customer=18'],
    ['customer=17&token=$T&note=a+b&customer=18'],
    ['customer=17&note=a%20b&customer=18&token=$T'],
  ])('may be %s', async (query) => {
    expect((await get(`${PATH}?${query.replace('$T', guest)}`)).status).toBe(200)
  })

  test.each([
    [QUERY, 'token is missing'],
    [`${QUERY}&token=`, 'token is missing'],
    [`${QUERY}&Token=$T`, 'token is missing'],
    [`${QUERY}&token=$T&token=$T`, 'token stands more than once'],
    [`token=other&${QUERY}&token=$T`, 'token stands more than once'],
    ['token=$T', 'other parameters are not those of the program address'],
    ['customer=17&note=a%20b&token=$T', 'other parameters are not those of the program address'],
    ['customer=18&note=a%20b&customer=17&token=$T', 'other parameters are not those of the program address'],
    ['customer=17&note=a%2520b&customer=18&token=$T', 'other parameters are not those of the program address'],
    [`${QUERY}&x=1&token=$T`, 'other parameters are not those of the program address'],
  ])('must not be %s', async (query, refusal) => {
    expect(refusalOf(await get(`${PATH}?${query.replaceAll('$T', guest)}`))).toBe(`400 ${refusal}`)
    expect(netviewer.program.entries.all).toEqual([])
  })

  test.each([
    ['GET', '/', 404],
    ['GET', '/o2m/get_o2m.php/', 404],
    ['GET', '/O2M/get_o2m.php', 404],
    ['POST', PATH, 405],
    ['HEAD', PATH, 405],
  ])('has no page at %s %s', async (method, path, status) => {
    expect((await get(`${path}?${QUERY}&token=${guest}`, method)).status).toBe(status)
    expect(netviewer.program.visits.all).toEqual([])
  })

  test('of a program address may have a token, which is replaced', async () => {
    const other = await startNetviewer({ transport: 'http', programQuery: 'token=old&customer=17' })
    const { token } = await book(other)
    expect((await open(other, token)).status).toBe(200)
    await other.close()
  })
})

describe('a token', () => {
  test.each<[string, (token: string) => string]>([
    ['in other letters', (token) => token.toLowerCase()],
    ['cut short', (token) => token.slice(0, -1)],
    ['with a space', (token) => `${token} `],
    ['of another server', () => 'A1E311F82FBB4D85B1758E7C555DDC8001'],
  ])('%s is unknown', async (_what, change) => {
    const answer = await open(netviewer, change(booked.token))
    expect(refusalOf(answer)).toBe('404 token is unknown')
    expect(answer.text).not.toContain(change(booked.token).trim())
  })

  test('is not valid before its time', async () => {
    netviewer.clock.advance(-1)
    for (const token of [booked.token, guest])
      expect(refusalOf(await open(netviewer, token))).toBe('403 token is not valid yet')
  })

  test('expires', async () => {
    netviewer.clock.set(booked.validUntil)
    for (const token of [booked.token, guest])
      expect(refusalOf(await open(netviewer, token))).toBe('410 token has expired')
  })

  test.each(['by a call', 'by the moderator'])('is of no use after the session was ended %s', async (how) => {
    await open(netviewer, booked.token)
    if (how === 'by a call') await call(netviewer, 'DELETE', booked.path)
    else netviewer.leave(booked.token)
    for (const token of [booked.token, guest])
      expect(refusalOf(await open(netviewer, token))).toBe('410 session has ended')
    expect(netviewer.program.entries.all).toHaveLength(1)
  })
})
