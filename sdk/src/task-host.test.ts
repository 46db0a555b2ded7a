/** A task's host tells of stored targets, never of their secrets. @module */
import { expect, test } from 'vitest'
import { definePlugin, type Permissions } from './plugin.ts'
import { type Capabilities, hostFor } from './task-host.ts'

const permissions: Permissions = {}
const plugin = definePlugin({
  api: 1,
  id: 'example.meet',
  name: 'Meet',
  version: '1.0.0',
  permissions,
  account: {},
  target: {
    name: 'Room',
    fields: {
      room: { type: 'text', label: 'Room' },
      seats: { type: 'number', label: 'Seats', optional: true },
      pin: { type: 'secret', label: 'PIN' },
      rows: { type: 'list', label: 'Rows', fields: { key: { type: 'secret', label: 'Key' } }, optional: true },
    },
  },
  actions: () => ({}),
})
const lent: Capabilities = {
  fetch: async () => new Response(),
  random: (byteCount) => new Uint8Array(byteCount),
  now: () => 0,
  signal: new AbortController().signal,
  log: () => undefined,
  progress: () => undefined,
  save: async () => undefined,
}
const args = { account: {}, target: {}, input: {}, person: {}, now: 0 } as Parameters<typeof hostFor>[1]

test('what is no field, and every field that is or may hold a secret, is left out', async () => {
  const stored = [
    { room: 'lobby', pin: 'hush', rows: [{ key: 'hush' }], more: 1 },
    { room: 'hall', seats: 7 },
  ]
  const host = hostFor(plugin, args, { ...lent, targets: async () => stored })
  expect(await host.targets?.()).toEqual([{ room: 'lobby' }, { room: 'hall', seats: 7 }])
})

test('a host that stores none tells of none', async () => {
  expect(await hostFor(plugin, args, lent).targets?.()).toEqual([])
})
