/** Whatever happens after TeamViewer has made a key, the key is not lost, and it is never asked for twice. @module */
import { PluginError, Secret } from '@joinery/sdk'
import { type Capabilities, runAction } from '@joinery/sdk/host'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formats, pkcs8Of, rsaKeys } from '../test/keys.ts'
import { account, DEVICE_KEY_ID, NOW, REQUEST_ID } from './example-values.ts'
import reach from './index.ts'

const ROLLOUT_KEY = 'rollout-key'
const { privateKey } = rsaKeys()
const pems = formats(privateKey, ROLLOUT_KEY)
const [, pem = ''] = pems[2] ?? []
const answered = (encryptedDeviceKey = pem) => ({
  device_key_id: DEVICE_KEY_ID,
  encrypted_device_key: encryptedDeviceKey,
  decommission_token: 'token',
})
const input = { remotecontrolId: 'r124124124', requestId: REQUEST_ID, rolloutKey: ROLLOUT_KEY }
type Target = { readonly [field: string]: unknown }

interface Circumstances {
  readonly answer?: () => Response | Promise<Response>
  readonly save?: (target: Target, count: number) => void | Promise<void>
  readonly signal?: AbortSignal
}

async function registering({ answer = json(answered()), save, signal }: Circumstances) {
  const saves: Target[] = []
  let calls = 0
  let count = 0
  const capabilities: Capabilities = {
    fetch: async () => {
      calls += 1
      return answer()
    },
    random: (byteCount) => new Uint8Array(byteCount),
    now: () => NOW,
    signal: signal ?? new AbortController().signal,
    log: () => undefined,
    progress: () => undefined,
    save: async (target) => {
      count += 1
      await save?.(target, count)
      saves.push(target)
    },
  }
  const run = runAction({ plugin: reach, action: 'register', account, input, now: NOW }, capabilities)
  const result = await run.then(
    (outcome) => ({ outcome, error: undefined }),
    (error: PluginError) => ({ outcome: undefined, error }),
  )
  const target = result.outcome?.type === 'target' ? result.outcome.target : undefined
  return { ...result, target, saves, calls }
}

function json(body: unknown, status = 200): () => Response {
  return () => new Response(JSON.stringify(body), { status })
}

const reveal = (secret: unknown) => (secret instanceof Secret ? secret.reveal() : secret)
const keyIn = (target: Target | undefined) =>
  Buffer.from(String(reveal(target?.deviceKey)).replace(/-----[^-]+-----|\s/g, ''), 'base64')
const fails = () => {
  throw new PluginError('unreachable', 'The vault is locked.')
}

test.each(pems)('%s: the answer is stored first, the key is ready after', async (_name, sealedPem) => {
  const { saves, target, calls } = await registering({ answer: json(answered(sealedPem)) })
  expect(calls).toBe(1)
  expect(saves).toHaveLength(1)
  expect(saves[0]).toMatchObject({ state: 'sealed', remotecontrolId: 'r124124124', requestId: REQUEST_ID })
  expect(reveal(saves[0]?.answer)).toBe(JSON.stringify(answered(sealedPem)))
  expect(target).toMatchObject({ state: 'ready', deviceKeyId: DEVICE_KEY_ID, registeredAt: NOW })
  expect([target?.rolloutKey, reveal(target?.decommissionToken)]).toEqual([undefined, 'token'])
  expect(keyIn(target).equals(pkcs8Of(privateKey))).toBe(true)
})

describe('storing fails', () => {
  test('once: it is tried again before anything else', async () => {
    const { saves, target } = await registering({ save: (_target, count) => (count === 1 ? fails() : undefined) })
    expect([saves.length, saves[0]?.state, target?.state]).toEqual([1, 'sealed', 'ready'])
  })

  test('always: the whole device is handed out, so that the host can store it', async () => {
    const { saves, target, calls } = await registering({ save: fails })
    expect([saves.length, calls, target?.state]).toEqual([0, 1, 'ready'])
    expect(reveal(target?.answer)).toBe(JSON.stringify(answered()))
    expect(keyIn(target).equals(pkcs8Of(privateKey))).toBe(true)
  })

  test.each<[string, () => Response]>([
    ['its key cannot be opened', json(answered(pem.replace('AES-256-CBC', 'ARIA-256-CBC')))],
    ['it is not understood', () => new Response('{"device_key_id":')],
  ])('always, and %s: the answer is handed out, sealed', async (_name, answer) => {
    const { target, error } = await registering({ save: fails, answer })
    expect(error).toBeUndefined()
    expect([target?.state, reveal(target?.rolloutKey)]).toEqual(['sealed', ROLLOUT_KEY])
    expect(reveal(target?.answer)).toBe(await answer().text())
  })

  test('when the algorithm is noted: what was stored before stands', async () => {
    const sealed = answered(pem.replace('AES-256-CBC', 'ARIA-256-CBC'))
    const save = (_target: Target, count: number) => (count > 1 ? fails() : undefined)
    const { saves, error } = await registering({ answer: json(sealed), save })
    expect([saves.length, saves[0]?.state, error?.code]).toEqual([1, 'sealed', 'unsupported'])
  })
})

describe('calling off', () => {
  test('after the answer: it is stored and opened all the same', async () => {
    const controller = new AbortController()
    const answer = () => {
      controller.abort()
      return json(answered())()
    }
    const { saves, target } = await registering({ answer, signal: controller.signal })
    expect([saves.length, target?.state]).toEqual([1, 'ready'])
  })

  test('while it is stored: likewise', async () => {
    const controller = new AbortController()
    const { target } = await registering({ save: () => controller.abort(), signal: controller.signal })
    expect(target?.state).toBe('ready')
  })

  test('before: nothing is sent', async () => {
    const { calls, error } = await registering({ signal: AbortSignal.abort() })
    expect([calls, error?.code]).toEqual([0, 'cancelled'])
  })
})

describe('the key cannot be opened', () => {
  test('an unknown algorithm is named, on the stored device too', async () => {
    const sealed = answered(pem.replace('AES-256-CBC', 'ARIA-256-CBC'))
    const { saves, error } = await registering({ answer: json(sealed) })
    expect([error?.code, error?.message]).toEqual(['unsupported', expect.stringContaining('ARIA-256-CBC')])
    expect(error?.text).toMatchObject({ de: expect.stringContaining('ARIA-256-CBC') })
    expect(saves.at(-1)).toMatchObject({ state: 'sealed', unreadAlgorithm: 'ARIA-256-CBC', deviceKeyId: DEVICE_KEY_ID })
  })

  test('a key for another rollout key leads to that field', async () => {
    const other = String(
      privateKey.export({ type: 'pkcs1', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'another' }),
    )
    const { saves, error } = await registering({ answer: json(answered(other)) })
    expect([error?.code, error?.field, saves.at(-1)?.state]).toEqual(['invalid', 'rolloutKey', 'sealed'])
  })
})

describe('no clear answer', () => {
  test.each<[string, () => Response | Promise<Response>]>([
    ['a broken connection', () => Promise.reject(new TypeError('fetch failed'))],
    ['500', json({ error: 'internal_error' }, 500)],
    ['503', () => new Response('', { status: 503 })],
    ['504', () => new Response('<html>', { status: 504 })],
    ['408', () => new Response('', { status: 408 })],
    ['nothing', () => new Response('')],
    ['a body without end', () => new Response(new Uint8Array(6 * 1024 * 1024))],
  ])('%s: it may have been registered, and is not asked again', async (_name, answer) => {
    const { calls, error, saves } = await registering({ answer })
    expect([calls, error?.code, saves.length]).toEqual([1, 'ambiguous', 0])
  })
})

test('whatever the answer says, it is stored as it came, and the error is ours', async () => {
  const field = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constant(pem), fc.object())
  const shaped = fc.record(
    { device_key_id: field, encrypted_device_key: field, encrypted_decommission_token: field },
    { requiredKeys: [] },
  )
  const bodies = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.json(),
    shaped.map((body) => JSON.stringify(body)),
  )
  const property = fc.asyncProperty(bodies, fc.constantFrom(200, 201, 299), async (body, status) => {
    const { saves, error, outcome, calls } = await registering({ answer: () => new Response(body, { status }) })
    expect([calls, reveal(saves[0]?.answer)]).toEqual([1, new TextDecoder().decode(new TextEncoder().encode(body))])
    if (outcome === undefined) expect([error?.name, error?.code === 'internal']).toEqual(['PluginError', false])
  })
  await fc.assert(property, { numRuns: 200 })
})
