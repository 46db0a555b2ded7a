/** The `fetch` of tasks, against a real server. @module */
import type { RequestListener } from 'node:http'
import { describe, expect, test, vi } from 'vitest'
import type { PluginError } from './errors.ts'
import type { Request } from './plugin.ts'
import { restrictFetch } from './restrict-fetch.ts'
import { bodyOf, localServer } from './testing/local-server.ts'

const MEBIBYTE = 1024 * 1024

async function ask(answer: RequestListener, request: Request = {}, signal = new AbortController().signal) {
  await using server = await localServer(answer)
  const fetch = restrictFetch(globalThis.fetch, { fetch: ['{account.server}/*'] }, { server: server.origin }, signal)
  return await fetch(`${server.origin}/a?b=c`, request)
}

const refusal = (asked: Promise<unknown>): Promise<PluginError> =>
  asked.then(
    () => expect.unreachable(),
    (error) => error,
  )

describe('restrictFetch', () => {
  test('sends method, headers and JSON, and gives status, headers and body', async () => {
    const reply = await ask(
      async (request, response) => {
        response.writeHead(201, { 'X-Kind': 'echo', 'content-type': 'application/json' })
        const { method, url, headers } = request
        response.end(
          JSON.stringify({
            method,
            url,
            type: headers['content-type'],
            own: headers['x-own'],
            cookie: headers.cookie,
            referer: headers.referer,
            body: await bodyOf(request),
          }),
        )
      },
      { method: 'PUT', json: { room: 'Zoë' }, headers: { 'x-own': 'y' } },
    )
    expect([reply.status, reply.header('x-kind'), reply.header('X-KIND'), reply.header('none')]).toEqual([
      201,
      'echo',
      'echo',
      undefined,
    ])
    expect(reply.json()).toEqual({
      method: 'PUT',
      url: '/a?b=c',
      type: 'application/json',
      own: 'y',
      body: '{"room":"Zoë"}',
    })
  })

  test('asks with GET and without a body unless told', async () => {
    const reply = await ask((request, response) => response.end(`${request.method} ${request.headers['content-type']}`))
    expect(reply.text).toBe('GET undefined')
  })

  test('joins a letter that two chunks share', async () => {
    const [first, second] = [Buffer.from('Zoë').subarray(0, 3), Buffer.from('Zoë').subarray(3)]
    const reply = await ask((_request, response) => {
      response.write(first, () => response.end(second))
    })
    expect(reply.text).toBe('Zoë')
  })

  test.each([200, 204, 304, 400, 404, 500])('gives status %i to the plugin', async (status) => {
    expect((await ask((_request, response) => response.writeHead(status).end())).status).toBe(status)
  })

  test.each([301, 302, 303, 307, 308])('follows no redirect (%i), not even to its own host', async (status) => {
    let asked = 0
    const error = await refusal(
      ask((_request, response) => {
        asked += 1
        response.writeHead(status, { location: '/b' }).end()
      }),
    )
    expect([error.code, asked]).toEqual(['not-permitted', 1])
  })

  test('sends nothing to an address that no pattern names', async () => {
    let asked = 0
    const platform = async () => {
      asked += 1
      return new Response()
    }
    const fetch = restrictFetch(platform, { fetch: ['https://api.example/v1/*'] }, {}, new AbortController().signal)
    for (const url of [
      'https://evil.example/v1/',
      'https://api.example/v2/',
      'https://api.example@evil.example/v1/',
      '/v1/',
      '',
    ]) {
      await expect(fetch(url)).rejects.toMatchObject({ code: 'not-permitted' })
    }
    await expect(
      restrictFetch(platform, {}, {}, new AbortController().signal)('https://api.example/'),
    ).rejects.toMatchObject({ code: 'not-permitted' })
    expect(asked).toBe(0)
  })

  test.each([
    ['user information', 'https://me@api.example/v1/x'],
    ['a password', 'https://me:pass@api.example/v1/x'],
    ['an empty user', 'https://:@evil.example/v1/x'],
    ['http', 'http://api.example/v1/x'],
    ['a web socket', 'wss://api.example/v1/x'],
    ['data', 'data:text/plain,x'],
    ['a blob', 'blob:https://api.example/v1/x'],
    ['a file', 'file:///v1/x'],
    ['a script', 'javascript:fetch("https://api.example/v1/")'],
    ['an extension’s own page', 'chrome-extension://abcdefghijklmnop/v1/x'],
    ['another extension’s page', 'moz-extension://abcdefgh/v1/x'],
    ['a Cyrillic letter', 'https://аpi.example/v1/x'],
    ['its encoded form', 'https://xn--pi-7lc.example/v1/x'],
    ['a letter with an accent', 'https://apí.example/v1/x'],
    ['a joiner that nobody sees', 'https://api\u200d.evil.example/v1/x'],
    ['a full stop of another script', 'https://api.example\u3002evil.example/v1/x'],
    ['a slash of another script', 'https://api.example\u2215@evil.example/v1/x'],
    ['a trailing dot', 'https://api.example./v1/x'],
    ['a backslash before the host', 'https:\\\\api.example/v1/x'],
    ['a backslash after the host', 'https://api.example\\@evil.example/v1/x'],
    ['a backslash in the path', 'https://api.example/v1\\..\\admin'],
    ['a tab in the host', 'https://evil.example\t/v1/x'],
    ['a line break in the scheme', 'ht\ntps://api.example/v1/x'],
    ['white space before', ' https://api.example/v1/x'],
    ['another port', 'https://api.example:8443/v1/x'],
    ['a subdomain', 'https://x.api.example/v1/x'],
    ['a longer host', 'https://api.example.evil.example/v1/x'],
    ['a path upwards', 'https://api.example/v1/../admin'],
    ['an encoded path upwards', 'https://api.example/v1/%2e%2e/admin'],
    ['an address in the query', 'https://evil.example/?https://api.example/v1/x'],
    ['no scheme', '//api.example/v1/x'],
    ['an address of numbers', 'https://2130706433/v1/x'],
  ])('sends nothing to an address that is made to look like a permitted one: %s', async (_attack, address) => {
    const platform = vi.fn(async () => new Response())
    const grants = ['https://api.example/v1/*', '{account.server}/v1/*']
    const settings = { server: 'https://api.example' }
    const fetch = restrictFetch(platform, { fetch: grants }, settings, new AbortController().signal)
    await expect(fetch(address)).rejects.toMatchObject({ code: 'not-permitted' })
    expect(platform).not.toHaveBeenCalled()
    await fetch('https://api.example/v1/x')
    expect(platform).toHaveBeenCalledOnce()
  })

  test('takes a redirect for one as browsers tell of it, which hide its status', async () => {
    const hidden = Object.defineProperty(new Response('elsewhere'), 'type', { value: 'opaqueredirect' })
    const fetch = restrictFetch(
      async () => hidden,
      { fetch: ['https://api.example/*'] },
      {},
      new AbortController().signal,
    )
    await expect(fetch('https://api.example/')).rejects.toMatchObject({ code: 'not-permitted' })
  })

  test('sends cookies and certificates only where the pattern says so', async () => {
    const credentials: unknown[] = []
    const platform = async (_url: unknown, request?: RequestInit) => {
      credentials.push(request?.credentials)
      return new Response()
    }
    const grants = [
      'https://plain.example/*',
      { pattern: 'https://certified.example/*', clientCertificate: true },
    ] as const
    const fetch = restrictFetch(platform, { fetch: grants }, {}, new AbortController().signal)
    await fetch('https://plain.example/')
    await fetch('https://certified.example/')
    expect(credentials).toEqual(['omit', 'include'])
  })

  test('names a server that does not listen', async () => {
    const server = await localServer(() => undefined)
    await server[Symbol.asyncDispose]()
    const fetch = restrictFetch(
      globalThis.fetch,
      { fetch: ['{account.server}/*'] },
      { server: server.origin },
      new AbortController().signal,
    )
    const error = await refusal(fetch(`${server.origin}/`))
    expect(error.code).toBe('unreachable')
    expect(JSON.stringify([error.message, error.text])).not.toContain(server.origin)
  })

  test('names a connection that breaks, before and within the body', async () => {
    expect((await refusal(ask((request) => request.socket.destroy()))).code).toBe('unreachable')
    const within = ask((request, response) => {
      response.writeHead(200, { 'content-length': '10' }).write('half', () => request.socket.destroy())
    })
    expect((await refusal(within)).code).toBe('unreachable')
  })

  test('ends by its limit where no answer comes', async () => {
    expect((await refusal(ask(() => undefined, { timeoutMilliseconds: 50 }))).code).toBe('timeout')
  })

  test('ends by its limit where the body does not end', async () => {
    const slow: RequestListener = (_request, response) => {
      response.write('{')
    }
    expect((await refusal(ask(slow, { timeoutMilliseconds: 50 }))).code).toBe('timeout')
  })

  test('ends when it is called off', async () => {
    const controller = new AbortController()
    const asked = ask(() => controller.abort(), {}, controller.signal)
    expect((await refusal(asked)).code).toBe('cancelled')
  })

  test('does not begin when it was called off before', async () => {
    expect((await refusal(ask((_request, response) => response.end(), {}, AbortSignal.abort()))).code).toBe('cancelled')
  })

  test('keeps waiting for a precious answer when it is called off, but does not begin', async () => {
    const controller = new AbortController()
    const answer: RequestListener = (_request, response) => {
      controller.abort()
      response.end('precious')
    }
    const reply = await ask(answer, { method: 'POST', keepWaiting: true }, controller.signal)
    expect(reply.text).toBe('precious')
    expect((await refusal(ask(answer, { keepWaiting: true }, controller.signal))).code).toBe('cancelled')
  })

  test('does not wait for a precious answer for ever', async () => {
    const asked = ask(() => undefined, { keepWaiting: true, timeoutMilliseconds: 1 })
    expect((await refusal(asked)).code).toBe('timeout')
  })

  test('takes a body of 5 MiB and no more', async () => {
    const large =
      (byteCount: number): RequestListener =>
      (_request, response) => {
        response.end(Buffer.alloc(byteCount, 0x20))
      }
    expect((await ask(large(5 * MEBIBYTE))).text.length).toBe(5 * MEBIBYTE)
    expect((await refusal(ask(large(5 * MEBIBYTE + 1)))).code).toBe('bad-answer')
  })
})

describe('a reply’s json', () => {
  const reply = (body: string) => ask((_request, response) => response.end(body))
  const schema = {
    '~standard': {
      version: 1,
      vendor: 'test',
      validate: (value: unknown) =>
        typeof value === 'string' ? { value: value.length } : { issues: [{ message: 'no text' }] },
    },
  } as const

  test.each(['', '<!doctype html>', '{"a":', 'undefined'])('refuses what is not JSON: %j', async (body) => {
    const answered = await reply(body)
    expect(() => answered.json()).toThrow(expect.objectContaining({ code: 'bad-answer' }))
  })

  test('gives what a schema makes of it, or refuses', async () => {
    expect((await reply('"abc"')).json(schema)).toBe(3)
    const other = await reply('7')
    expect(() => other.json(schema)).toThrow(expect.objectContaining({ code: 'bad-answer' }))
  })

  test('takes no schema that answers later', async () => {
    const later = {
      '~standard': { version: 1, vendor: 'test', validate: async (value: unknown) => ({ value }) },
    } as const
    const answered = await reply('7')
    expect(() => answered.json(later)).toThrow(TypeError)
  })
})
