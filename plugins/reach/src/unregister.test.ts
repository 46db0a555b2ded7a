/** A device is removed only where it is certain, and shows in between that it was asked for. @module */
import { PluginError } from '@joinery/sdk'
import { type Capabilities, runAction } from '@joinery/sdk/host'
import { expect, test } from 'vitest'
import { account, DEVICE_KEY_ID, NOW, REMOTECONTROL_ID } from './example-values.ts'
import reach from './index.ts'

const device = {
  remotecontrolId: REMOTECONTROL_ID,
  deviceKeyId: DEVICE_KEY_ID,
  decommissionToken: 'token',
  state: 'ready',
}

async function unregistering(answer: () => Response, save: (count: number) => void = () => undefined, target = device) {
  const states: unknown[] = []
  let calls = 0
  const controller = new AbortController()
  const capabilities: Capabilities = {
    fetch: async () => {
      calls += 1
      controller.abort()
      return answer()
    },
    random: (byteCount) => new Uint8Array(byteCount),
    now: () => NOW,
    signal: controller.signal,
    log: () => undefined,
    progress: () => undefined,
    save: async ({ state }) => {
      save(states.length)
      states.push(state)
    },
  }
  const request = { plugin: reach, action: 'unregister', account, target, now: NOW }
  const result = await runAction(request, capabilities).then(
    ({ type }) => type,
    ({ code }: PluginError) => code,
  )
  return { result, states, calls }
}

const status = (code: number) => () => new Response(null, { status: code })

test('nothing is asked where it could not be shown', async () => {
  const locked = () => {
    throw new PluginError('conflict', 'The vault is locked.')
  }
  expect(await unregistering(status(204), locked)).toEqual({ result: 'conflict', states: [], calls: 0 })
})

test('calling off in between does not hide what happened', async () => {
  expect(await unregistering(status(204))).toEqual({ result: 'removed', states: ['unregistering'], calls: 1 })
})

test.each([
  [403, 'forbidden', ['unregistering', 'ready']],
  [401, 'unauthorized', ['unregistering', 'ready']],
  [400, 'refused', ['unregistering', 'ready']],
  [429, 'rate-limited', ['unregistering', 'ready']],
  [200, 'bad-answer', ['unregistering', 'ready']],
  [500, 'ambiguous', ['unregistering']],
  [408, 'ambiguous', ['unregistering']],
])('%i is %s, and leaves the device %j', async (code, result, states) => {
  expect(await unregistering(status(code))).toEqual({ result, states, calls: 1 })
})

test('a device that cannot be stored as it was keeps the vendor’s refusal', async () => {
  const full = (count: number) => {
    if (count > 0) throw new PluginError('conflict', 'The vault is locked.')
  }
  expect(await unregistering(status(403), full)).toMatchObject({ result: 'forbidden', states: ['unregistering'] })
})

test('one that was asked for before stays so where it is refused', async () => {
  const { states } = await unregistering(status(403), undefined, { ...device, state: 'unregistering' })
  expect(states).toEqual(['unregistering'])
})
