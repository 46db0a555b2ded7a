import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Netviewer, startNetviewer } from './netviewer.ts'
import { ADHOC, BEFORE, book, call, JSON_HEADERS, PLANNED, problemOf, type Sent, send } from './test-client.ts'

let netviewer: Netviewer
let path: string

beforeAll(async () => {
  netviewer = await startNetviewer({ transport: 'http' })
  netviewer.clock.set(BEFORE)
  path = (await book(netviewer, PLANNED)).path
})
afterAll(() => netviewer.close())

async function problem(sent: Partial<Sent>): Promise<string> {
  const asked = { method: 'POST', path: '/sessions', headers: JSON_HEADERS, body: JSON.stringify(ADHOC), ...sent }
  return problemOf(await send(netviewer.origin, asked))
}

async function booking(values: object): Promise<string> {
  return problemOf(await call(netviewer, 'POST', '/sessions', values))
}

describe('the path and the method', () => {
  test.each([
    '/',
    '/Sessions',
    '/sessions/',
    '//sessions',
    '/sessions/1/',
    '/sessions/1/Usage',
    '/sessions/1/participants/2',
    '/%73essions',
  ])('%s is not there', async (wrong) => {
    expect(await problem({ path: wrong })).toBe('404 unknown-path')
  })

  test.each([
    ['GET', '/sessions', 'POST'],
    ['OPTIONS', '/sessions', 'POST'],
    ['PUT', '/sessions/1', 'GET, PATCH, DELETE'],
    ['POST', '/sessions/1', 'GET, PATCH, DELETE'],
    ['GET', '/sessions/1/participants', 'POST'],
    ['DELETE', '/sessions/1/usage', 'GET'],
  ])('%s %s is refused', async (method, wrong, allow) => {
    const answer = await send(netviewer.origin, { method, path: wrong })
    expect([problemOf(answer), answer.headers.allow]).toEqual(['405 method-not-allowed', allow])
  })

  test.each(['/sessions?x=1', '/sessions?'])('%s is refused for its query', async (wrong) => {
    expect(await problem({ path: wrong })).toBe('400 malformed-request')
  })

  test.each(['0', '480000000', '0480000001', '480000001x', '%34%38'])(
    '%s is the number of no session',
    async (wrong) => {
      expect(await problem({ method: 'GET', path: `/sessions/${wrong}`, body: '' })).toBe('404 unknown-session')
    },
  )
})

describe('headers', () => {
  test.each(['text/html', 'application/xml, text/*', 'application/problem+json', 'application/jsonp'])(
    'Accept: %s is refused',
    async (accept) => {
      expect(await problem({ headers: { ...JSON_HEADERS, accept } })).toBe('406 not-acceptable')
    },
  )

  test.each([undefined, '*/*', 'text/html, application/*;q=0.5', 'Application/JSON'])(
    'Accept: %s is good',
    async (accept) => {
      const { accept: _, ...others } = JSON_HEADERS
      const headers = accept === undefined ? others : { ...others, accept }
      expect(await problem({ headers })).toBe('no problem: 201')
    },
  )

  test.each([
    undefined,
    'text/plain',
    'text/plain;charset=UTF-8',
    'application/json; charset=latin1',
    'application/merge-patch+json',
    'application/jsonp',
  ])('Content-Type: %s is refused', async (type) => {
    const { 'content-type': _, ...others } = JSON_HEADERS
    const headers = type === undefined ? others : { ...others, 'content-type': type }
    expect(await problem({ headers })).toBe('415 unsupported-media-type')
  })

  test('Content-Type may name UTF-8', async () => {
    const headers = { ...JSON_HEADERS, 'content-type': 'application/json; charset=UTF-8' }
    expect(await problem({ headers })).toBe('no problem: 201')
  })
})

describe('the body', () => {
  test.each([
    ['empty', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['cut short', '{"product":"meet"'],
    ['JavaScript', "{product:'meet'}"],
    ['with a byte order mark', '\uFEFF{}'],
    ['with a name twice', '{"product":"meet","product":"support"}'],
    ['with a name twice, deep within', '{"moderator":{"name":"a","name":"b"},"parameters":{"a\\"":1}}'],
    ['with a name twice in other letters', '{"product":"meet","pro\\u0064uct":"meet"}'],
    ['not UTF-8', Buffer.from('{"subject":"\xe4"}', 'latin1')],
  ])('must not be %s', async (_what, body) => {
    expect(await problem({ body })).toBe('400 malformed-request')
  })

  test('may have colons and quotes in its texts', async () => {
    expect(await booking({ ...ADHOC, subject: 'Say "name": twice, "name": so' })).toBe('no problem: 201')
  })

  test('must not be long', async () => {
    expect(await booking({ ...ADHOC, subject: 'x'.repeat(65_536) })).toBe('413 body-too-large')
  })

  test.each([
    ['GET', ''],
    ['DELETE', ''],
    ['GET', '/usage'],
  ])('has no place in %s %s', async (method, below) => {
    expect(await problem({ method, path: `${path}${below}`, body: '{}' })).toBe('400 malformed-request')
  })
})
