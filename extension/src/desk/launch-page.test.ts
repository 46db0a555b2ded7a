import { beforeEach, expect, test, vi } from 'vitest'
import { launch } from './launch.ts'
import { forgetLaunch, openAsTab, readLaunch } from './launch-page.ts'

const opened = vi.hoisted(() => ({
  tabs: [] as { url: string }[],
  create: vi.fn<(tab: { url: string }) => Promise<{ id: number }>>(),
  window: vi.fn<() => Promise<object>>(),
}))

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { getURL: (path: string) => `extension://joinery${path}` },
    i18n: { getUILanguage: () => 'en' },
    tabs: { create: opened.create },
    windows: { create: opened.window },
  },
}))
vi.mock('./clipboard.ts', () => ({ copyText: vi.fn() }))
vi.mock('./invitation-window.ts', () => ({ openInvitationWindow: vi.fn() }))

const PAGE = 'extension://joinery/launch.html'
const LINK = 'https://room.example/enter?signature=canary-Xq7'
const outcome = { type: 'popup', url: LINK, width: 850, height: 700 } as const
const LOST = { ok: false, problem: { code: 'not-applicable', text: 'launch.lost' } }
const from = (id: number, url = PAGE) => ({ tab: { id } as never, url })

beforeEach(() => {
  opened.tabs.length = 0
  opened.window.mockReset().mockRejectedValue(new Error('Windows are not allowed'))
  opened.create.mockReset().mockImplementation(async (tab) => {
    opened.tabs.push(tab)
    return { id: opened.tabs.length }
  })
})

test('a window that the browser opens needs no page', async () => {
  opened.window.mockResolvedValueOnce({})
  await launch(outcome, 'Showroom', {}, {})
  expect(opened.tabs).toEqual([])
})

test('a window that the browser refuses is opened by our page, whose address tells nothing', async () => {
  await launch(outcome, 'Showroom', { windowId: 3 }, {})
  expect(opened.tabs).toEqual([{ url: PAGE, windowId: 3 }])
  expect(await readLaunch(from(1))).toEqual({ ok: true, link: { url: LINK, width: 850, height: 700 } })
})

test('a page that asks before the browser has told its tab gets its link all the same', async () => {
  const creating = Promise.withResolvers<{ id: number }>()
  opened.create.mockReturnValueOnce(creating.promise)
  const launched = launch(outcome, 'Showroom', {}, {})
  await vi.waitUntil(() => opened.create.mock.calls.length > 0)
  const asked = readLaunch(from(7))
  creating.resolve({ id: 7 })
  await launched
  expect(await asked).toMatchObject({ ok: true })
})

test('no other tab gets it, and no other page in its tab', async () => {
  await launch(outcome, 'Showroom', {}, {})
  expect(await readLaunch(from(2))).toEqual(LOST)
  for (const url of ['extension://joinery/popup.html', `${PAGE}?x`, 'https://crm.example/']) {
    expect(await readLaunch(from(1, url))).toEqual(LOST)
    expect(await openAsTab(from(1, url))).toEqual(LOST)
  }
})

test('it opens in a tab where the window is blocked', async () => {
  await launch(outcome, 'Showroom', {}, {})
  expect(await openAsTab(from(1))).toEqual({ ok: true })
  expect(opened.tabs[1]).toMatchObject({ url: LINK })
})

test('a page that was closed leaves nothing behind', async () => {
  await launch(outcome, 'Showroom', {}, {})
  forgetLaunch(1)
  expect(await readLaunch(from(1))).toEqual(LOST)
})
