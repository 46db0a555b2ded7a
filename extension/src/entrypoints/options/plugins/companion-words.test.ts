import { definePlugin } from '@joinery/sdk'
import { dataHalf, type PluginData } from '@joinery/sdk/companion'
import { expect, test, vi } from 'vitest'
import { extensionOf, pluginOfCompanion } from '../../../companion-record.ts'
import { companionWords, newWords, stateWords } from './companion-words.ts'

vi.mock('wxt/browser', () => import('../../../desk/browser-fixture.ts'))
vi.mock('#i18n', () => ({
  i18n: {
    t: (key: string, values: readonly string[] = []) => (key === 'language' ? 'en' : [key, ...values].join(' ')),
  },
}))

const ID = 'ponmlkjihgfedcbaponmlkjihgfedcba'
const data = dataHalf(
  definePlugin({
    api: 1,
    id: 'example.remote',
    name: 'Remote',
    version: '1.0.0',
    permissions: { open: ['remote:*'] },
    account: { key: { type: 'secret', label: 'Key' }, site: { type: 'text', label: 'Site' } },
    target: { name: 'Device', fields: { device: { type: 'text', label: 'Number' } } },
    actions: ({ link }) => ({
      control: link({
        label: 'Control',
        for: 'me',
        needs: ['username'],
        input: {
          guests: { type: 'list', label: 'Guests', fields: { code: { type: 'secret', label: 'Code' } } },
        },
        build: () => ({ type: 'done' }),
      }),
    }),
  }),
)

test('what a companion gets is told, its secrets apart, and never that it calls nothing', () => {
  expect(companionWords(ID, data)).toEqual([
    'plugins.openApp remote:',
    'companions.callsItself',
    'plugins.stores Device',
    'companions.getsUsername',
    'companions.getsSecrets Key, Code',
    'companions.getsValues Site, Number',
    'companions.offers Control',
  ])
})

test('of a version that asks for more, what is new is told', () => {
  const wider: PluginData = { ...data, permissions: { open: ['remote:*', 'https://remote.example/*'] } }
  const view = { extensionId: ID, state: 'suspended', isThere: true, data: wider, before: data } as const
  expect(newWords(view)).toEqual(['plugins.openSite remote.example'])
})

test.each([
  ['asks', {}, 'companions.isAsking'],
  ['allowed', {}, 'companions.isAllowed'],
  ['allowed', { isThere: false }, 'companions.isAbsent'],
  ['suspended', {}, 'companions.isSuspended'],
  ['too-old', { tooOld: 'host-too-old' }, 'companions.hostTooOld'],
  ['too-old', { tooOld: 'companion-too-old' }, 'companions.companionTooOld'],
  ['refused', { tooOld: 'host-too-old' }, 'companions.isRefused'],
] as const)('%s with %o is said as %s', (state, more, words) => {
  expect(stateWords({ extensionId: ID, state, isThere: true, ...more })).toBe(words)
})

test('the extension is named by the browser’s word', () => {
  expect(extensionOf(pluginOfCompanion({ extensionId: ID, allowed: data }))).toBe(ID)
})
