/** Control is asked for once, with a nonce that is new each time. @module */
import { randomBytes } from 'node:crypto'
import type { PluginError } from '@joinery/sdk'
import { type Capabilities, runAction } from '@joinery/sdk/host'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deviceKey, encryptedDeviceSecret } from './example-device.ts'
import { account, DEVICE_KEY_ID, NOW, REMOTECONTROL_ID } from './example-values.ts'
import reach from './index.ts'

const device = { remotecontrolId: REMOTECONTROL_ID, deviceKeyId: DEVICE_KEY_ID, deviceKey, controlType: 'attended' }
const answer = {
  encrypted_device_secret: encryptedDeviceSecret,
  target_nonce: 'target',
  teamviewer_protocol_url: 'teamviewerapi://x?s=YOURMASTERSECRET',
}

async function controlling(respond: () => Response | Promise<Response>, more: object = {}) {
  const bodies: Record<string, unknown>[] = []
  const capabilities: Capabilities = {
    fetch: async (_url, request) => {
      bodies.push(JSON.parse(String(request?.body)))
      return respond()
    },
    random: (byteCount) => randomBytes(byteCount),
    now: () => NOW,
    signal: new AbortController().signal,
    log: () => undefined,
    progress: () => undefined,
    save: () => Promise.reject(new Error('nothing is stored here')),
  }
  const request = { plugin: reach, action: 'control', account, target: device, now: NOW, ...more }
  const result = await runAction(request, capabilities).then(
    (outcome) => (outcome.type === 'app' ? outcome.url : outcome.type),
    ({ code }: PluginError) => code,
  )
  return { result, bodies }
}

test('each time with a new nonce of 32 lower-case hex digits, and so with a new link', async () => {
  const runs = await Promise.all(Array.from({ length: 20 }, () => controlling(() => Response.json(answer))))
  const nonces = runs.map(({ bodies }) => String(bodies[0]?.tenant_nonce))
  expect(nonces.every((nonce) => /^[0-9a-f]{32}$/.test(nonce))).toBe(true)
  expect(new Set(nonces).size).toBe(20)
  expect(new Set(runs.map(({ result }) => result)).size).toBe(20)
})

test.each<[string, () => Response | Promise<Response>]>([
  ['a broken connection', () => Promise.reject(new TypeError('fetch failed'))],
  ['500', () => new Response('{"error":"internal_error"}', { status: 500 })],
  ['504', () => new Response(null, { status: 504 })],
])('%s: it is not asked again', async (_name, respond) => {
  const { result, bodies } = await controlling(respond)
  expect([result, bodies.length]).toEqual(['ambiguous', 1])
})

test('a control type that the administrator allows', async () => {
  const target = { ...device, controlType: 'view-only' }
  const allowed = { ...account, controlTypes: 'view-only, other' }
  const { result, bodies } = await controlling(() => Response.json(answer), { target, account: allowed })
  expect([result.slice(0, 16), bodies[0]?.control_type]).toEqual(['teamviewerapi://', 'view-only'])
  expect(await controlling(() => Response.json(answer), { target })).toEqual({ result: 'invalid', bodies: [] })
})

test('the master secret is padded where the account says so', async () => {
  const { result } = await controlling(() => Response.json(answer), { account: { ...account, padMasterSecret: true } })
  expect(result).toMatch(/[?]s=[\w-]{86}==$/)
})

test('whatever the answer says: a link to TeamViewer’s client, or our error', async () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constant(encryptedDeviceSecret), fc.webUrl())
  const template = fc.oneof(
    value,
    fc.string().map((text) => `teamviewerapi://${text}YOURMASTERSECRET`),
  )
  const body = fc.record(
    { encrypted_device_secret: value, target_nonce: value, teamviewer_protocol_url: template },
    { requiredKeys: [] },
  )
  const property = fc.asyncProperty(fc.oneof(body, fc.jsonValue()), async (given) => {
    const { result } = await controlling(() => Response.json(given))
    expect(result).toMatch(/^(teamviewerapi:\/\/[^\s"'\\]*|bad-answer|unsafe|not-permitted)$/)
  })
  await fc.assert(property, { numRuns: 300 })
}, 30_000)
