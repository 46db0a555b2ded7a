import { netviewer } from '@joinery/netviewer'
import { omnovia } from '@joinery/omnovia'
import { reach } from '@joinery/reach'
import { definePlugin } from '@joinery/sdk'
import { expect, test, vi } from 'vitest'
import { growthOf, permissionWords, recognitionWords, vendorOf } from './permission-words.ts'

vi.mock('wxt/browser', () => import('../../../desk/browser-fixture.ts'))
vi.mock('#i18n', () => ({
  i18n: {
    t: (key: string, values: readonly string[] = []) => (key === 'language' ? 'en' : [key, ...values].join(' ')),
  },
}))

test('a plugin’s permissions are told from its data', () => {
  expect(permissionWords(omnovia)).toEqual([
    'plugins.openSite www.omnovia.com',
    'plugins.callSetting Address of the signing service',
    'plugins.factsOfContact fact.firstName, fact.lastName, fact.email',
    'plugins.invites',
    'plugins.stores Room',
  ])
  expect(permissionWords(netviewer)).toEqual(
    expect.arrayContaining(['plugins.openSetting Address of the program', 'plugins.invites']),
  )
  expect(permissionWords(reach)).toEqual(
    expect.arrayContaining([
      'plugins.openApp teamviewerapi:',
      'plugins.reachesIn',
      'plugins.confirms',
      'plugins.inBulk',
    ]),
  )
})

test('a client certificate is never left out', () => {
  expect(permissionWords(netviewer).filter((sentence) => sentence.startsWith('plugins.call'))).toEqual([
    expect.stringMatching(/^plugins\.callSettingWithCertificate ./),
  ])
})

test('a fixed server is named, and that there is none is said', () => {
  const identity = {
    api: 1,
    id: 'example.meet.app',
    name: 'Meet',
    version: '1.0.0',
    account: {},
    actions: () => ({}),
  } as const
  const quiet = definePlugin({ ...identity, permissions: {} })
  expect(permissionWords(quiet)).toEqual(['plugins.callsNothing'])
  const pattern = 'https://api.meet.example:8443/*'
  const calling = definePlugin({ ...identity, permissions: { fetch: [pattern, { pattern, clientCertificate: true }] } })
  expect(permissionWords(calling)).toEqual([
    'plugins.call api.meet.example:8443',
    'plugins.callWithCertificate api.meet.example:8443',
  ])
  expect(vendorOf(quiet)).toBe('app.meet.example')
})

test('what it recognises is named by host, setting, scheme and field', () => {
  expect(recognitionWords(omnovia)).toEqual(['plugins.linkSite www.omnovia.com'])
  expect(recognitionWords(reach)).toEqual([
    'plugins.linkSite start.teamviewer.com',
    'plugins.linkApp teamviewer10:',
    expect.stringMatching(/^plugins\.text ./),
  ])
})

test('what a newer version may do more is named, and nothing else', () => {
  const open = [...(omnovia.permissions.open ?? []), 'https://other.example/*']
  const recognize = [{ href: 'https://third.example/*', query: { roomId: 'room' } }]
  expect(growthOf(omnovia, { ...omnovia, permissions: { open }, recognize })).toEqual([
    'plugins.openSite other.example',
    'plugins.linkSite third.example',
  ])
  expect(growthOf(omnovia, { ...omnovia, permissions: {} })).toEqual([])
  expect(growthOf(omnovia, omnovia)).toEqual([])
})
