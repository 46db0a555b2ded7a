import type { Plugin } from '@joinery/sdk'
import { expect, test } from 'vitest'
import { endpointsOf } from './endpoints.ts'

const plugin: Plugin = {
  api: 1,
  id: 'example.rooms',
  name: 'Rooms',
  version: '1.0.0',
  permissions: {
    fetch: [
      '{account.signingUrl}',
      { pattern: '{account.server}/api/*', clientCertificate: true },
      'https://fixed.example/*',
    ],
  },
  account: {},
  actions: {},
}

test('the endpoints are the origins of the settings that the permissions name', () => {
  const settings = {
    signingUrl: 'https://sign.example:8443/v1?x=1',
    server: 'https://desk.example/base',
    other: 'https://no.example/',
  }
  expect(endpointsOf(plugin, settings)).toEqual([
    { field: 'signingUrl', origin: 'https://sign.example:8443' },
    { field: 'server', origin: 'https://desk.example' },
  ])
})

test('settings that are empty or no address name no endpoint', () => {
  expect(endpointsOf(plugin, { signingUrl: '', server: 'desk.example' })).toEqual([])
  expect(endpointsOf({ ...plugin, permissions: {} }, { signingUrl: 'https://sign.example/' })).toEqual([])
})
