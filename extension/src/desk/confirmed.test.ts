/** What cannot be undone is done once the user agreed in our own UI, whichever way leads to it. @module */
import { bigbluebutton } from '@joinery/bigbluebutton'
import type { Action } from '@joinery/sdk'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { saveAccount, saveMe } from './accounts.ts'
import { asksForInput, hasForm } from './action-form.ts'
import { runFromForm } from './action-runs.ts'
import { browser } from './browser-fixture.ts'
import type { Click } from './click.ts'
import { beginUnasked, goOnWithControl, readControl } from './control.ts'
import { perform } from './perform.ts'
import { startAnew } from './policy-fixture.ts'
import { runClick } from './run.ts'
import { saveShortcut } from './shortcuts.ts'
import type { StoredAccount } from './stored.ts'
import { saveTarget } from './targets.ts'

const seen = vi.hoisted(() => ({ forms: [] as unknown[], windows: 0 }))

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))
vi.mock('#i18n', () => ({ i18n: { t: (key: string) => (key === 'language' ? 'en' : key) } }))
vi.mock('./sites.ts', () => ({ isEnabledSite: async () => true }))
vi.mock('./launch.ts', () => ({ opensSomething: () => false, placeBeside: () => ({}), launch: async () => 'done' }))
vi.mock('./own-window.ts', () => ({
  bringToFront: async () => false,
  openOwnWindow: async () => {
    seen.windows += 1
    return seen.windows
  },
}))
vi.mock('./action-form.ts', async (original) => ({
  ...(await original<typeof import('./action-form.ts')>()),
  openActionForm: async (place: unknown) => {
    seen.forms.push(place)
    return { ok: true, text: 'form', opened: true }
  },
}))

const settings = { server: 'https://bbb.example/', secret: 'canary-Xq7', algorithm: 'sha256', createFirst: true }
const record = { kind: 'contact', key: 'c-1', facts: { firstName: 'Ada', lastName: 'Byron' } }
const where = { record, site: 'https://crm.example', place: {} }
const called = vi.fn(async () => new Response('<response><returncode>SUCCESS</returncode></response>'))
let accountId: string
let targetId: string

beforeAll(async () => {
  await startAnew()
  await saveMe({ person: { firstName: 'Joe', lastName: 'Smith' } })
  accountId = await saveAccount({ pluginId: 'org.bigbluebutton', name: 'Northwind', settings })
  targetId = await saveTarget({ accountId, fields: { meetingId: 'support-desk' }, asksNoMore: true })
})
beforeEach(async () => {
  vi.stubGlobal('fetch', called)
  called.mockClear()
  seen.forms.length = 0
  await browser.storage.session.remove('waitingControls')
})
afterEach(() => vi.unstubAllGlobals())

const place = () => ({ accountId, action: 'end', targetId })
const inPage = { name: 'End', action: 'end', inPage: true } as const

test('a click of any kind opens the form, and does nothing else', async () => {
  const shortcutId = await saveShortcut({ ...inPage, accountId, targetId })
  const clicks: readonly Click[] = [
    { shortcutId, ...where },
    { chosen: { targetId, action: 'end' }, ...where },
  ]
  for (const click of clicks) expect(await runClick(click)).toMatchObject({ ok: true, text: 'form' })
  expect(seen.forms).toEqual([place(), place()])
  expect(called).not.toHaveBeenCalled()
})

test('its form is where it is asked, whatever else it needs', () => {
  const action = { kind: 'task', label: 'End', for: 'me', icon: 'join' } as unknown as Action
  const asking: Action = { ...action, confirm: { text: 'It ends.' } }
  expect([asksForInput(asking), hasForm(asking)]).toEqual([true, true])
  expect([asksForInput(action), hasForm(action)]).toEqual([false, false])
})

test('a click that leaves the target open is asked for it, and then in the form', async () => {
  const shortcutId = await saveShortcut({ ...inPage, accountId })
  await runClick({ shortcutId, ...where })
  await readControl(seen.windows)
  await goOnWithControl(seen.windows, { targetId, asksNoMore: true })
  expect(seen.forms).toEqual([place()])
  expect(called).not.toHaveBeenCalled()
})

test('nothing of it is begun while the window that asks for a target still opens', async () => {
  expect(await beginUnasked(99, { accountId, action: 'end', targetId })).toBe(false)
})

test('the form’s run without the user’s word is refused, and goes ahead with it', async () => {
  const order = { ...place(), input: {} }
  const refused = await runFromForm({ ...order, runId: 'a'.repeat(32) })
  expect(refused).toMatchObject({ ok: false, problem: { code: 'not-permitted', text: 'error.notConfirmed' } })
  expect(called).not.toHaveBeenCalled()
  expect(await runFromForm({ ...order, runId: 'b'.repeat(32), isConfirmed: true })).toMatchObject({ ok: true })
  expect(called).toHaveBeenCalledOnce()
})

test('what runs actions runs none unasked, so that no further way can forget to ask', async () => {
  const account = { id: accountId, settings } as unknown as StoredAccount
  const job = { plugin: bigbluebutton, account, action: 'end' }
  await expect(perform(job)).rejects.toMatchObject({ code: 'not-permitted' })
  expect(called).not.toHaveBeenCalled()
})
