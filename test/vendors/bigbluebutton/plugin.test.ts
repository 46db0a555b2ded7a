/** The plugin against the simulated server, over real connections. */
import { bigbluebutton } from '@joinery/bigbluebutton'
import type { Outcome, PluginError } from '@joinery/sdk'
import { type Capabilities, type RunRequest, runAction } from '@joinery/sdk/host'
import { afterEach, describe, expect, test } from 'vitest'
import { type BigBlueButton, type BigBlueButtonOptions, type Instead, startBigBlueButton } from './bigbluebutton.ts'

let server: BigBlueButton
afterEach(() => server.close())

const target = { label: 'Support', meetingId: 'support-desk' }
const ada = { firstName: 'Ada', lastName: "O'Brïen & Söhne", username: 'ada9' }
const zoe = { firstName: 'Zoë+Ann', lastName: '100% 松本 👩‍💻' }

async function start(options: BigBlueButtonOptions = {}): Promise<void> {
  server = await startBigBlueButton(options)
}

const unused = () => expect.unreachable()

function run(
  action: string,
  { account = {}, ...request }: Partial<RunRequest> = {},
  lent: Partial<Capabilities> = {},
): Promise<Outcome> {
  const person = action === 'invite' ? zoe : ada
  const settings = { server: server.address, secret: server.secret, ...account }
  return runAction(
    { plugin: bigbluebutton, action, target, person, now: Date.now(), ...request, account: settings },
    {
      fetch: globalThis.fetch,
      random: unused,
      now: Date.now,
      signal: new AbortController().signal,
      log: unused,
      progress: unused,
      save: unused,
      ...lent,
    },
  )
}

const refused = (action: string, request: Partial<RunRequest> = {}): Promise<PluginError> =>
  run(action, request).then(unused, (error: PluginError) => error)

/** Follows a link as a browser does, and gives what the page says. */
async function enter(outcome: Outcome): Promise<string> {
  const link = outcome.type === 'tab' ? outcome.url : outcome.type === 'links' ? outcome.guest : undefined
  const text = await (await fetch(link ?? '')).text()
  return /<h1>(.*)<\/h1>/.exec(text)?.[1] ?? /<messageKey>(.*)<\/messageKey>/.exec(text)?.[1] ?? text
}

describe.each([{ repeatsCreate: false }, { repeatsCreate: true }])('on a server with %j', (options) => {
  test('Join starts the meeting, and joins it as moderator each time', async () => {
    await start(options)
    expect(await enter(await run('join'))).toBe('Ada O&#39;Brïen &amp; Söhne is in Support as MODERATOR')
    expect(await enter(await run('join'))).toContain('as MODERATOR')
    expect(server.meeting('support-desk')?.joined).toMatchObject([{ userId: 'ada9' }, { userId: 'ada9' }])
    expect(server.requests.all.map(({ call }) => call)).toEqual(['create', 'join', 'create', 'join'])
  })
})

test.each(['sha1', 'sha256', 'sha384', 'sha512'] as const)('every action goes by %s', async (algorithm) => {
  await start({ algorithms: [algorithm] })
  const account = { algorithm }
  await enter(await run('join', { account }))
  expect(await enter(await run('invite', { account }))).toBe('Zoë+Ann 100% 松本 👩‍💻 is in Support as VIEWER')
  expect(await run('running', { account })).toMatchObject({ message: { en: 'The meeting is running.' } })
  expect(await run('recordings', { account })).toMatchObject({ rows: [] })
  expect(await run('end', { account })).toMatchObject({ type: 'done' })
  expect(server.meeting('support-desk')?.isEnded).toBe(true)
  expect(await run('running', { account })).toMatchObject({ message: { en: 'The meeting is not running now.' } })
  expect(await run('test', { account })).toMatchObject({ type: 'done' })
})

describe('a link', () => {
  test('is made without a call where the account does not start meetings', async () => {
    await start()
    const outcome = await run('join', { account: { createFirst: false } })
    await run('invite')
    expect(server.requests.all).toEqual([])
    expect(await enter(outcome)).toBe('notFound')
    await enter(await run('join'))
    expect(await enter(outcome)).toContain('as MODERATOR')
  })

  test('of mine is good for the meeting that was started, and not for the next one; a guest’s is', async () => {
    await start()
    const [mine, guests] = [await run('join'), await run('invite')]
    expect(await enter(mine)).toContain('as MODERATOR')
    await run('end')
    expect(await enter(mine)).toBe('meetingForciblyEnded')
    expect(await enter(await run('join'))).toContain('as MODERATOR')
    expect(await enter(mine)).toBe('mismatchCreateTimeParam')
    expect(await enter(guests)).toContain('as VIEWER')
  })

  test('lets nobody in who changes it', async () => {
    await start()
    await run('join')
    const { guest = '' } = (await run('invite')) as { readonly guest?: string }
    for (const changed of [
      guest.replace('role=VIEWER', 'role=MODERATOR'),
      guest.replace('&checksum', '&role=MODERATOR&checksum'),
      guest.replace('support-desk', 'other-desk'),
      guest.replace('api/join', 'api/end'),
    ]) {
      expect(changed).not.toBe(guest)
      expect(await enter({ type: 'links', guest: changed })).toBe('checksumError')
    }
  })

  test('holds nothing of the secret', async () => {
    await start()
    for (const outcome of [await run('join'), await run('invite')]) {
      expect(JSON.stringify(outcome)).not.toContain(server.secret)
    }
    expect(server.requests.all.some(({ url }) => url.includes(server.secret))).toBe(false)
  })
})

test('a meeting that can be recorded is started as such', async () => {
  await start()
  await run('join', { target: { ...target, record: true } })
  expect(server.meeting('support-desk')?.isRecorded).toBe(true)
})

test('recordings of this meeting stand in a table', async () => {
  await start()
  const url = 'https://bbb.example.com/playback?a=1&b=2'
  const recording = { name: '<Füße & Co>', startTime: 1530278898111, endTime: 1530281194326, participants: 7 }
  const formats = [{ type: 'presentation', url }]
  for (const meetingId of ['support-desk', 'other-desk']) {
    server.addRecording({ ...recording, meetingId, state: 'published', formats })
  }
  expect(await run('recordings')).toMatchObject({
    rows: [['<Füße & Co>', '2018-06-29 13:28 UTC', 38, 'published', 7, 'presentation', url]],
  })
})

describe('a refusal', () => {
  test.each(['plain', 'list', 'attributes'] as const)(
    'of the secret is told, written in the form "%s"',
    async (refusals) => {
      await start({ refusals })
      for (const action of ['join', 'running', 'end', 'recordings', 'test']) {
        const secret = 'a secret that this server does not have'
        const error = await refused(action, { account: { secret } })
        expect(error).toMatchObject({ code: 'unauthorized', field: 'secret' })
        expect(error.message).toContain('does not accept the shared secret')
        expect(JSON.stringify([error.text, error.message])).not.toContain(secret)
      }
      expect(server.meeting('support-desk')).toBeUndefined()
    },
  )

  test('of the checksum’s kind is told', async () => {
    await start({ algorithms: ['sha512'] })
    expect(await refused('join')).toMatchObject({ code: 'unauthorized', field: 'secret' })
  })

  test('for a meeting that is not there names it', async () => {
    await start()
    expect(await refused('end')).toMatchObject({ code: 'not-found', field: 'meetingId' })
  })

  test('for a reason of the server’s own is told in its words, without the secret', async () => {
    await start()
    const message = `Look &lt;here&gt;: ${server.secret} https://evil.example/?x=1 ${'x'.repeat(500)}`
    server.next({
      body: `<response><returncode>FAILED</returncode><messageKey>new</messageKey><message>${message}</message></response>`,
    })
    const error = await refused('running')
    expect(error).toMatchObject({ code: 'refused', field: undefined })
    expect(error.message).toMatch(/^The server refused the request\. It says: “Look <here>: \[secret\] … x+…”$/)
    expect(error.message.length).toBeLessThan(300)
  })
})

describe('a strange answer is told as such', () => {
  const bomb = `<!DOCTYPE response [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`
  const badAnswer = { code: 'bad-answer', field: 'server' }
  test.each<[string, Instead, object]>([
    ['a web page', { body: '<!doctype html><title>Sign in</title>' }, badAnswer],
    ['nothing', { body: '' }, badAnswer],
    ['another document', { body: '<feed><returncode>SUCCESS</returncode></feed>' }, badAnswer],
    ['a third code', { body: '<response><returncode>MAYBE</returncode></response>' }, badAnswer],
    ['no code', { body: '<response><running>true</running></response>' }, badAnswer],
    [
      'two codes',
      { body: '<response><returncode>SUCCESS</returncode><returncode>FAILED</returncode></response>' },
      badAnswer,
    ],
    ['a code within a code', { body: '<response><returncode><b>SUCCESS</b></returncode></response>' }, badAnswer],
    ['entities that grow', { body: `${bomb}<response><returncode>&b;</returncode></response>` }, badAnswer],
    ['five megabytes of elements', { body: '<a/>'.repeat(1_300_000) }, badAnswer],
    ['more than may come', { body: ' '.repeat(6 * 1024 * 1024) }, { code: 'bad-answer' }],
    ['bytes that are no text', { body: new Uint8Array([0xff, 0xfe, 0x00]) }, badAnswer],
    [
      'a redirect',
      { status: 302, headers: { location: 'https://evil.example/' }, body: '' },
      { code: 'not-permitted' },
    ],
    ['a refusal of the web server', { status: 403, body: '' }, { code: 'forbidden' }],
    ['a broken server', { status: 502, body: '<h1>Bad gateway</h1>' }, { code: 'server-failed' }],
  ])('%s', async (_title, instead, expected) => {
    await start()
    for (const action of ['join', 'running', 'recordings', 'test']) {
      server.next(instead)
      expect(await refused(action)).toMatchObject(expected)
    }
  })

  test.each(['soon', '-1', '1e3', '1234567890123456', '1531155809613&role=x'])('the creation time %j', async (time) => {
    await start()
    const text = time.replace('&', '&amp;')
    server.next({ body: `<response><returncode>SUCCESS</returncode><createTime>${text}</createTime></response>` })
    expect(await refused('join')).toMatchObject(badAnswer)
  })
})

describe('what is unclear after a meeting was to be ended', () => {
  test.each(['drop', 'drop-after'] as const)('is told as such where the connection broke (%s)', async (fault) => {
    await start()
    await run('join')
    server.next(fault)
    expect(await refused('end')).toMatchObject({ code: 'ambiguous' })
    expect(server.meeting('support-desk')?.isEnded).toBe(fault === 'drop-after')
  })

  test('is not asked again by itself', async () => {
    await start()
    await run('join')
    server.next({ status: 500, body: '' })
    expect(await refused('end')).toMatchObject({ code: 'ambiguous' })
    expect(server.requests.of('end')).toHaveLength(1)
  })

  test('is waited for once it was sent, though it is called off', async () => {
    await start()
    await run('join')
    const life = new AbortController()
    const fetchCalledOff: typeof fetch = (url, request) => {
      life.abort()
      return fetch(url, request)
    }
    const lent = { signal: life.signal, fetch: fetchCalledOff }
    expect(await run('end', {}, lent)).toMatchObject({ type: 'done' })
    expect(server.meeting('support-desk')?.isEnded).toBe(true)
  })
})
