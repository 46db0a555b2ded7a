import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answers, drops, type Fault, htmlPage, limits, pause, refuses, retypes, truncates } from './faults.ts'
import { type Netviewer, startNetviewer } from './netviewer.ts'
import { ADHOC, book, call, problemOf, valuesOf } from './test-client.ts'

const BOOK = 'POST /sessions'
const INVITE = 'POST /sessions/{n}/participants'
let netviewer: Netviewer

beforeEach(async () => {
  netviewer = await startNetviewer({ transport: 'http' })
})
afterEach(() => netviewer.close())

const asked = () => call(netviewer, 'POST', '/sessions', ADHOC)

test('a fault happens once, to the call that it is for, in the order of the line', async () => {
  const { path } = await book(netviewer)
  netviewer.faults.add(INVITE, refuses('internal-error'))
  netviewer.faults.add(INVITE, limits('30'))
  expect((await asked()).status).toBe(201)
  const participants = [{ name: 'Jo' }]
  const invite = () => call(netviewer, 'POST', `${path}/participants`, { participants })
  expect(problemOf(await invite())).toBe('500 internal-error')
  expect(netviewer.faults.pending).toBe(1)
  const limited = await invite()
  expect([problemOf(limited), limited.headers['retry-after']]).toEqual(['429 too-many-requests', '30'])
  expect((await invite()).status).toBe(201)
  expect(netviewer.requests.of(INVITE).map(({ status, done }) => [status, done])).toEqual([
    [500, false],
    [429, false],
    [201, true],
  ])
})

test('a fault may be for one body', async () => {
  netviewer.faults.add(BOOK, limits(), ({ body }) => body.includes('Second'))
  expect((await asked()).status).toBe(201)
  const second = await call(netviewer, 'POST', '/sessions', { ...ADHOC, subject: 'Second' })
  expect([second.status, second.headers['retry-after']]).toEqual([429, undefined])
})

describe('an answer may be', () => {
  test('of any status, body and headers', async () => {
    netviewer.faults.add(BOOK, answers(302, undefined, { location: 'https://elsewhere.example/' }))
    netviewer.faults.add(BOOK, answers(201, { sessionNumber: null }))
    expect((await asked()).headers.location).toBe('https://elsewhere.example/')
    expect(valuesOf(await asked())).toEqual({ sessionNumber: null })
    expect(netviewer.sessions).toEqual([])
  })

  test('a page', async () => {
    netviewer.faults.add(BOOK, htmlPage())
    const { status, headers, text } = await asked()
    expect([status, headers['content-type'], text]).toEqual([200, 'text/html', expect.stringMatching(/^<!doctype/)])
  })

  test('half of its JSON', async () => {
    netviewer.faults.add(BOOK, truncates)
    const answer = await asked()
    expect([answer.status, answer.text]).toEqual([201, expect.stringMatching(/^\{"sessionNumber":/)])
    expect(() => valuesOf(answer)).toThrow(SyntaxError)
  })

  test('right, under another content type', async () => {
    netviewer.faults.add(BOOK, retypes('text/plain'))
    const answer = await asked()
    expect([answer.status, answer.headers['content-type']]).toEqual([201, 'text/plain'])
    expect(valuesOf(answer).moderatorToken).toBe(netviewer.sessions[0]?.moderator.token)
  })
})

describe('the connection may break', () => {
  test.each<[string, Fault, number, string]>([
    ['before anything was done', drops('before'), 0, 'socket hang up'],
    ['after the session was booked', drops('after'), 1, 'socket hang up'],
    ['in the middle of the answer', drops('midway'), 1, 'aborted'],
  ])('%s', async (_when, fault, count, error) => {
    netviewer.faults.add(BOOK, fault)
    await expect(asked()).rejects.toThrow(error)
    expect(netviewer.sessions).toHaveLength(count)
    expect(netviewer.requests.of(BOOK)).toMatchObject([{ done: count === 1, status: undefined }])
  })
})

test.each<[string, Fault]>([
  ['an error', refuses('internal-error', 'after')],
  ['a page', htmlPage(502, 'after')],
])('the answer may be replaced by %s after the session was booked', async (_what, fault) => {
  netviewer.faults.add(BOOK, fault)
  expect((await asked()).status).toBeGreaterThanOrEqual(500)
  expect(netviewer.sessions).toHaveLength(1)
  expect(netviewer.requests.of(BOOK)).toMatchObject([{ done: true }])
})

test.each([
  ['before', 0],
  ['after', 1],
] as const)('a slow answer waits %s the session was booked', async (moment, count) => {
  const { fault, reached, end } = pause(moment)
  netviewer.faults.add(BOOK, fault)
  const arrival = netviewer.requests.arrival(BOOK, 0)
  const answer = asked()
  await reached
  expect(netviewer.sessions).toHaveLength(count)
  expect(await arrival).toMatchObject({ status: undefined, url: '/sessions' })
  end()
  expect((await answer).status).toBe(201)
})

test('a slow answer does not keep the simulation from closing', async () => {
  const { fault, reached } = pause()
  netviewer.faults.add(BOOK, fault)
  const lost = expect(asked()).rejects.toThrow('socket hang up')
  await reached
  await netviewer.close()
  await lost
  netviewer = await startNetviewer({ transport: 'http' })
})

test('faults are for clients whose certificate is good', async () => {
  const strict = await startNetviewer({ requireCertificate: 'http' })
  strict.faults.add(BOOK, htmlPage())
  const tls = { ca: strict.certificate?.ca }
  expect(problemOf(await call(strict, 'POST', '/sessions', ADHOC, tls))).toBe('401 certificate-missing')
  expect(strict.faults.pending).toBe(1)
  await strict.close()
})
