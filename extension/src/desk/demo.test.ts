import type { Plugin } from '@joinery/sdk'
import { expect, test, vi } from 'vitest'
import { DEMO_ROOM, demo } from '../demo-plugin.ts'
import { atHome } from './demo.ts'

vi.mock('wxt/browser', () => ({
  browser: { runtime: { getURL: (path: string) => `extension://joinery${path}` }, i18n: { getUILanguage: () => 'en' } },
}))

const link = `${DEMO_ROOM}?room=Lobby&role=guest`
const own = 'extension://joinery/demo-room.html?room=Lobby&role=guest'

test('the demo’s links lead to a page of our own', () => {
  expect(atHome(demo, { type: 'tab', url: link })).toEqual({ type: 'tab', url: own })
  expect(atHome(demo, { type: 'links', guest: link })).toEqual({ type: 'links', guest: own })
})

test('no other plugin comes to pages of our own, whatever its links are', () => {
  const other = { ...demo, id: 'example.other' } as Plugin
  expect(atHome(other, { type: 'tab', url: link })).toEqual({ type: 'tab', url: link })
  expect(atHome(other, { type: 'links', guest: link })).toEqual({ type: 'links', guest: link })
})
