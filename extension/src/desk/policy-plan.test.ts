import { definePlugin } from '@joinery/sdk'
import { expect, test, vi } from 'vitest'
import { policyIn } from './policy-form.ts'
import { planFor } from './policy-plan.ts'

const devices = vi.hoisted(() => ({ plugins: [] as unknown[] }))
vi.mock('wxt/browser', () => import('./browser-fixture.ts'))
vi.mock('#i18n', () => ({
  i18n: { t: (key: string, values: readonly string[] = []) => (values.length > 0 ? values.join(' ') : key) },
}))
vi.mock('../all-plugins.ts', () => ({ pluginById: () => devices.plugins[0] }))

const control = { label: 'Control', for: 'me' } as const
devices.plugins = [
  definePlugin({
    api: 1,
    id: 'example.devices',
    name: 'Devices',
    version: '1.0.0',
    permissions: { open: ['https://devices.example/*'] },
    account: {
      way: { type: 'choice', label: 'Way', options: { direct: 'Direct', relayed: 'Relayed' }, default: 'direct' },
    },
    target: {
      name: 'Device',
      fields: {
        pin: { type: 'secret', label: 'PIN' },
        number: { type: 'number', label: 'Number' },
        isShared: { type: 'boolean', label: 'Shared' },
        hosts: { type: 'list', label: 'Hosts', fields: { name: { type: 'text', label: 'Name' } }, optional: true },
      },
    },
    actions: ({ link }) => ({
      control: link({
        ...control,
        when: { way: 'direct' },
        build: () => ({ type: 'tab', url: 'https://devices.example/' }),
      }),
      relay: link({
        ...control,
        when: { way: 'relayed' },
        build: () => ({ type: 'tab', url: 'https://devices.example/' }),
      }),
      enrol: link({ ...control, on: 'account', build: () => ({ type: 'tab', url: 'https://devices.example/' }) }),
    }),
  }),
]

const fields = { pin: 'canary', number: '17', isShared: 'false', hosts: '[{"name":"a"}]' }

function plan(target: object) {
  const account = { key: 'all', plugin: 'example.devices', name: 'Devices', targets: [target] }
  return planFor(policyIn({ accounts: [account] }))
}

test('a device is named by the first thing that is no secret', () => {
  const { wanted, faults } = plan({ key: 'till', fields })
  expect(faults).toEqual([])
  expect(wanted.at(-1)?.values((name) => name)).toMatchObject({
    name: 'Control 17',
    accountId: 'all',
    targetId: 'all/till',
  })
})

test('texts become what the fields hold', () => {
  const [, device] = plan({ key: 'till', fields }).wanted
  expect(device?.values((name) => name)).toEqual({
    managed: 'all/till',
    accountId: 'all',
    'field.number': 17,
    'field.isShared': false,
    'field.hosts': [{ name: 'a' }],
    'secret.pin': 'canary',
  })
})

test('shortcuts are for the actions that the account’s settings, defaults included, offer for a target', () => {
  expect(plan({ key: 'till', fields }).wanted.map(({ managed }) => managed)).toEqual([
    'all',
    'all/till',
    'all/till/control',
  ])
  const { wanted, faults } = plan({ key: 'till', fields, actions: ['relay', 'enrol', 'control'] })
  expect(wanted).toHaveLength(3)
  expect(faults).toEqual(['accounts[0].targets[0].actions[0]', 'accounts[0].targets[0].actions[1]'])
})

test.each([
  ['isShared', 'maybe'],
  ['hosts', '[{"name":'],
  ['number', 'many'],
])('a %s that says "%s" is named as a mistake', (field, value) => {
  expect(plan({ key: 'till', fields: { ...fields, [field]: value } })).toMatchObject({
    wanted: [{ managed: 'all' }],
    faults: [`accounts[0].targets[0].fields.${field}`],
    unclear: ['all/till'],
  })
})
