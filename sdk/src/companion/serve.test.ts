import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { runAction } from '../host.ts'
import { companionPlugin } from './companion-plugin.ts'
import { dataHalf } from './data-half.ts'
import { lent, ran, remote, values } from './remote-fixture.ts'
import { type CompanionRuntime, type MessageSender, serveCompanion } from './serve.ts'

type Listener = Parameters<CompanionRuntime['onMessageExternal']['addListener']>[0]

const HOST = 'abcdefghijklmnopabcdefghijklmnop'
const host = { id: HOST, url: `chrome-extension://${HOST}/background.js` }

const heard = {} as { listener: Listener }
let starts: (() => void)[]
const sendMessage = vi.fn(async (_id: string, _message: unknown): Promise<unknown> => undefined)
const runtime: CompanionRuntime = {
  sendMessage,
  onMessageExternal: { addListener: (given) => Object.assign(heard, { listener: given }) },
  onInstalled: { addListener: (given) => void starts.push(given) },
  onStartup: { addListener: (given) => void starts.push(given) },
}
const onState = vi.fn()
const called = vi.fn(async (..._args: Parameters<typeof fetch>) => new Response('4712'))

beforeEach(() => {
  starts = []
  serveCompanion(remote, { hosts: [HOST], runtime, onState, fetch: called })
})
afterEach(() => vi.clearAllMocks())

/** What the companion answers; `undefined` where it does not. */
function answerTo(message: unknown, sender: MessageSender = host): Promise<unknown> {
  return new Promise((resolve) => {
    const stays = heard.listener(message, sender, resolve)
    if (stays !== true) resolve(undefined)
  })
}

const run = { joinery: 1, type: 'run', runId: 'a', plugin: remote.id, action: 'control', input: {}, now: 1, ...values }

test('host and companion are two halves of one plugin', async () => {
  const plugin = companionPlugin(dataHalf(remote), (asked) => answerTo(asked))
  const request = { plugin, action: 'control', ...values, now: 1 }
  expect(await runAction(request, lent)).toEqual({ type: 'app', url: 'remote://4711' })
})

test('a task calls what its permissions name, and what it keeps secret comes back as a target’s field alone', async () => {
  const plugin = companionPlugin(dataHalf(remote), (asked) => answerTo(asked))
  const outcome = await runAction({ plugin, action: 'register', ...values, now: 1 }, lent)
  expect(outcome).toEqual({ type: 'target', target: { device: '4712', pin: values.account.key } })
  expect(called).toHaveBeenCalledExactlyOnceWith(
    'https://api.remote.example/devices',
    expect.objectContaining({ credentials: 'omit', headers: { key: values.account.key } }),
  )
})

describe('only a host is answered', () => {
  test.each<[string, MessageSender]>([
    ['another extension', { id: 'ponmlkjihgfedcbaponmlkjihgfedcba' }],
    ['a page without an id', { url: 'https://evil.example/' }],
    ['a script of the host in a page', { id: HOST, url: 'https://evil.example/' }],
  ])('%s gets nothing, not even a version', async (_name, sender) => {
    const send = vi.fn()
    for (const message of [run, { joinery: 1, type: 'who' }, { joinery: 2 }]) {
      expect(heard.listener(message, sender, send)).toBeUndefined()
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(send).not.toHaveBeenCalled()
  })

  test('the host is', async () => {
    expect(await answerTo(run)).toEqual(ran(run as never))
    expect(await answerTo({ joinery: 1, type: 'who' })).toEqual({
      joinery: 1,
      type: 'announce',
      plugin: dataHalf(remote),
    })
  })
})

test('another version is answered with the own one', async () => {
  expect(await answerTo({ ...run, joinery: 2 })).toEqual({ joinery: 1, type: 'version' })
  expect(await answerTo({ ...run, joinery: 0 })).toEqual({ joinery: 1, type: 'version' })
})

test('what is no request is not answered', async () => {
  expect(await answerTo({ ...run, type: 'eval' })).toBeUndefined()
  expect(await answerTo({ ...run, person: { password: 'x' } })).toBeUndefined()
  expect(await answerTo(JSON.parse(JSON.stringify(run).replace('{', '{"__proto__":{},')))).toBeUndefined()
})

test('a request for another plugin is refused', async () => {
  expect(await answerTo({ ...run, plugin: 'example.other' })).toMatchObject({ error: { code: 'not-applicable' } })
})

test('an error says its code, text and field, and no more', async () => {
  const { device: _device, ...target } = values.target
  expect(await answerTo({ ...run, target })).toMatchObject({
    error: { code: 'missing', text: { en: 'Device is missing.' }, field: 'device' },
  })
})

describe('it announces itself', () => {
  test('when it is installed, and when the browser starts', async () => {
    sendMessage.mockResolvedValue({ joinery: 1, type: 'announced', state: 'asks' })
    expect(starts).toHaveLength(2)
    for (const start of starts) start()
    await vi.waitFor(() => expect(onState).toHaveBeenCalledTimes(2))
    const announcement = { joinery: 1, type: 'announce', plugin: dataHalf(remote) }
    expect(sendMessage.mock.calls).toEqual([
      [HOST, announcement],
      [HOST, announcement],
    ])
    expect(onState).toHaveBeenCalledWith('asks', HOST, '')
  })

  test('in vain where no host is installed', async () => {
    sendMessage.mockRejectedValueOnce(new Error('Receiving end does not exist.'))
    starts[0]?.()
    await vi.waitFor(() => expect(onState).toHaveBeenCalledWith('absent', HOST, expect.any(String)))
  })
})
