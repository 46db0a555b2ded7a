/** What the plugin does, by example. @module */
import type { Example } from '@joinery/sdk/testing'

const target = { deviceId: '123 456 789', label: 'Reception' }

export const examples: readonly Example[] = [
  {
    name: 'takes control of a device',
    action: 'control',
    account: { relay: false },
    target,
    now: 0,
    outcome: { type: 'app', url: 'rustdesk://connection/new/123456789' },
  },
  {
    name: 'takes control of a device that has a name, through the relay',
    action: 'control',
    account: { relay: true },
    target: { ...target, deviceId: 'reception-1' },
    now: 0,
    outcome: { type: 'app', url: 'rustdesk://connection/new/reception-1?relay=true' },
  },
  {
    name: 'transfers files',
    action: 'transfer',
    account: { relay: false },
    target,
    now: 0,
    outcome: { type: 'app', url: 'rustdesk://file-transfer/123456789' },
  },
  {
    name: 'refuses an id that is none',
    action: 'control',
    account: { relay: false },
    target: { ...target, deviceId: '12/../34' },
    now: 0,
    error: { code: 'invalid', field: 'deviceId' },
  },
]
