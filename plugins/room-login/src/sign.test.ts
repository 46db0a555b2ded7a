/** Signatures: the vendor's vectors, and a signing service that answers well, badly or not at all. @module */

import type { RequestListener } from 'node:http'
import { type FetchHost, Secret } from '@joinery/sdk'
import { md5 } from '@joinery/sdk/hash'
import { restrictFetch } from '@joinery/sdk/host'
import { describe, expect, test } from 'vitest'
import { bodyOf, localServer } from '../../../sdk/src/testing/local-server.ts'
import type { Account, Entry } from './entry.ts'
import { signHere, signRemotely } from './sign.ts'

const account: Account = {
  companyId: '1',
  signing: 'local',
  companyPass: new Secret('password'),
  signingUrl: undefined,
  role: '0',
  userNo: undefined,
  protectUsernames: false,
  skewMinutes: 0,
}
const room = {
  label: undefined,
  roomId: '1',
  directAccess: false,
  separateWindow: true,
  language: undefined,
  minutes: 10,
  customData: undefined,
}
const joe: Entry = {
  companyId: '1',
  room,
  role: '0',
  visitor: { firstName: 'joe', lastName: 'martin', email: undefined },
  companyUsername: 'joemartin',
  phone: undefined,
  timestamp: '1700000600',
}

describe('signHere', () => {
  // vendors.md 1.4, run with the vendor's own PHP sample
  test.each<[string, Entry, string, string]>([
    ['seed defaults, guest', joe, '1password1joemartin01.3joemartin1700000600', '222653657bb44943706fe761d791ec0b'],
    [
      'userNo 42, role 3',
      { ...joe, role: '3', visitor: { userNo: '42' } },
      '1password14231.3joemartin1700000600',
      'ec2507678caea049ef0debff84fc575e',
    ],
    [
      'ids as strings 001',
      { ...joe, companyId: '001', room: { ...room, roomId: '001' } },
      '001password001joemartin01.3joemartin1700000600',
      '0bcbb3f18bf7cbbff81c321c75d79bdd',
    ],
    [
      'UTF-8',
      {
        ...joe,
        companyId: '1234',
        room: { ...room, roomId: '5678' },
        visitor: { firstName: 'Zoë Ann', lastName: "O'Brïen~", email: 'x@y.example' },
        companyUsername: 'zoe_example.com',
      },
      "1234password5678Zoë AnnO'Brïen~01.3zoe_example.com1700000600",
      '41ee2eea8aa76d1df2f3d01063fa2aa6',
    ],
  ])('%s', (_name, entry, input, expected) => {
    expect(md5(input)).toBe(expected)
    expect(signHere(entry, account)).toBe(expected)
  })

  test('does not sign without the password', () => {
    expect(() => signHere(joe, { ...account, companyPass: undefined })).toThrow(
      expect.objectContaining({ code: 'missing', field: 'companyPass' }),
    )
  })
})

describe('signRemotely', () => {
  const SIGNATURE = '0123456789abcdef0123456789abcdef'

  /** `hurry` shortens the limit, so that nobody waits for ten seconds. */
  async function sign(answer: RequestListener, hurry = 1): Promise<string> {
    await using server = await localServer(answer)
    const signingUrl = `${server.origin}/sign`
    const fetch = restrictFetch(
      globalThis.fetch,
      { fetch: ['{account.signingUrl}'] },
      { signingUrl },
      new AbortController().signal,
    )
    const host: FetchHost = {
      fetch: (url, request = {}) =>
        fetch(url, { ...request, timeoutMilliseconds: (request.timeoutMilliseconds ?? 0) / hurry }),
    }
    return await signRemotely(joe, { ...account, signingUrl }, host)
  }
  const answering =
    (status: number, body: string, headers = {}): RequestListener =>
    (_request, response) => {
      response.writeHead(status, headers).end(body)
    }

  test('posts every signed value but the password, as JSON', async () => {
    const asked: unknown[] = []
    const signature = await sign(async (request, response) => {
      asked.push([
        request.method,
        request.url,
        request.headers['content-type'],
        request.headers.accept,
        await bodyOf(request),
      ])
      response.end(JSON.stringify({ _t: SIGNATURE.toUpperCase(), more: 1 }))
    })
    expect(signature).toBe(SIGNATURE)
    const body =
      '{"companyID":"1","roomID":"1","firstName":"joe","lastName":"martin","role":"0","_v":"1.3","companyUsername":"joemartin","_ts":"1700000600"}'
    expect(asked).toEqual([['POST', '/sign', 'application/json', 'application/json', body]])
  })

  test.each<[string, RequestListener, object]>([
    ['a refusal', answering(401, ''), { code: 'unauthorized' }],
    ['a wrong address', answering(404, '<h1>Not found</h1>'), { code: 'not-found' }],
    ['too many requests', answering(429, '', { 'retry-after': '30' }), { code: 'rate-limited', retryAfter: 30 }],
    ['a broken service', answering(500, '{}'), { code: 'server-failed' }],
    ['a gateway', answering(502, '<h1>Bad gateway</h1>'), { code: 'server-failed' }],
    ['created', answering(201, JSON.stringify({ _t: SIGNATURE })), { code: 'refused' }],
    ['a redirect', answering(302, '', { location: 'https://evil.example/' }), { code: 'not-permitted' }],
    ['a login page', answering(200, '<!doctype html>'), { code: 'bad-answer' }],
    ['nothing', answering(200, ''), { code: 'bad-answer' }],
    ['null', answering(200, 'null'), { code: 'bad-answer' }],
    ['a list', answering(200, '[]'), { code: 'bad-answer' }],
    ['another name', answering(200, JSON.stringify({ t: SIGNATURE })), { code: 'bad-answer' }],
    ['a bare text', answering(200, JSON.stringify(SIGNATURE)), { code: 'bad-answer' }],
    ['31 digits', answering(200, JSON.stringify({ _t: SIGNATURE.slice(1) })), { code: 'bad-answer' }],
    ['33 digits', answering(200, JSON.stringify({ _t: `${SIGNATURE}0` })), { code: 'bad-answer' }],
    [
      'a letter that is no hex digit',
      answering(200, JSON.stringify({ _t: SIGNATURE.replace('f', 'g') })),
      { code: 'bad-answer' },
    ],
    ['a parameter behind it', answering(200, JSON.stringify({ _t: `${SIGNATURE}&role=3` })), { code: 'bad-answer' }],
    ['a line break behind it', answering(200, JSON.stringify({ _t: `${SIGNATURE}\n` })), { code: 'bad-answer' }],
    ['a number', answering(200, '{"_t":12345678901234567890123456789012}'), { code: 'bad-answer' }],
    ['a broken connection', (request) => request.socket.destroy(), { code: 'unreachable' }],
  ])('refuses %s', async (_title, answer, expected) => {
    await expect(sign(answer)).rejects.toMatchObject({ name: 'PluginError', ...expected })
  })

  test('gives up at its limit of 10 seconds, here made two hundred times shorter', async () => {
    await expect(sign(() => undefined, 200)).rejects.toMatchObject({ code: 'timeout' })
    const limits: unknown[] = []
    const host: FetchHost = {
      async fetch(_url, request) {
        limits.push(request?.timeoutMilliseconds)
        return { status: 200, header: () => undefined, text: '', json: () => ({ _t: SIGNATURE }) as never }
      },
    }
    await signRemotely(joe, { ...account, signingUrl: 'https://sign.example/' }, host)
    expect(limits).toEqual([10_000])
  })

  test('does not ask without an address', async () => {
    const host: FetchHost = { fetch: () => expect.unreachable() }
    await expect(signRemotely(joe, account, host)).rejects.toMatchObject({ code: 'missing', field: 'signingUrl' })
  })
})
