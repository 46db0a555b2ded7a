import { beforeEach, expect, test, vi } from 'vitest'
import { drawBadge, lastFailure, setFailure, tellOnBadge } from './badge.ts'
import { browser, toolbar } from './browser-fixture.ts'
import { changePreferences } from './preferences.ts'
import type { RunReply } from './views.ts'

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))
vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }))

const DAY = 24 * 60 * 60 * 1000
const failed = (code: 'refused' | 'locked' | 'not-found', text: string): RunReply => ({
  ok: false,
  problem: { code, text },
})
const done: RunReply = { ok: true, text: 'Ada opened.', opened: true }

beforeEach(async () => {
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()])
})

test('where all is well the icon tells the lock and there is no badge', async () => {
  await drawBadge(true)
  expect(toolbar).toEqual({ title: 'icon.unlocked', badge: '', icon: '/icon/16.png' })
  await drawBadge(false)
  expect(toolbar).toEqual({ title: 'icon.locked', badge: '', icon: '/icon/locked/16.png' })
})

test('a failure is told by what kind it is: a vendor’s own words, which may name somebody, are not', async () => {
  await tellOnBadge(failed('refused', 'Ada Byron may not enter Showroom'), true)
  expect(toolbar).toMatchObject({ badge: '!', title: 'icon.unlocked · error.refused' })
  expect(JSON.stringify(await browser.storage.session.get({ lastFailure: '' }))).not.toMatch(/Ada|Showroom/)
})

test('our own sentences, which name nobody, are told as they are', async () => {
  await tellOnBadge(failed('not-found', 'elsewhere.nothingFound'), true)
  expect(toolbar.title).toBe('icon.unlocked · elsewhere.nothingFound')
})

test('it goes with the next click that succeeds, and stays when the vault is locked', async () => {
  await setFailure('elsewhere.noPin', true)
  await drawBadge(false)
  expect(toolbar).toEqual({ title: 'icon.locked · elsewhere.noPin', badge: '!', icon: '/icon/locked/16.png' })
  await tellOnBadge(done, true)
  expect(toolbar).toMatchObject({ badge: '', title: 'icon.unlocked' })
  expect(await lastFailure()).toBeUndefined()
})

test('that the passphrase is asked for is no failure', async () => {
  await tellOnBadge(failed('locked', 'run.unlockFirst'), false)
  expect(toolbar.badge).toBe('')
})

test('a failure comes before the certificates, and both are told', async () => {
  await changePreferences({ certificateEnds: [Date.now() + DAY] })
  await setFailure('elsewhere.noPin', true)
  expect(toolbar.badge).toBe('!')
  expect(toolbar.title).toMatch(/^icon\.unlocked · elsewhere\.noPin · certificates\./)
  await setFailure(undefined, true)
  expect(toolbar.badge).toBe('!')
  expect(toolbar.title).toMatch(/^icon\.unlocked · certificates\./)
})

test('extensions that wait for an answer are told of until they have one', async () => {
  const ask = { extensionId: 'a', isRefused: false, revision: '1' }
  const keep = (...asks: readonly object[]) => browser.storage.local.set({ companionAsks: JSON.stringify(asks) })
  await keep(ask, { ...ask, extensionId: 'b', tooOld: 'companion' }, { ...ask, extensionId: 'c', isRefused: true })
  await drawBadge(true)
  expect(toolbar).toMatchObject({ badge: '!', title: expect.stringMatching(/ · companions\.waiting$/) })
  await keep({ ...ask, isRefused: true })
  await drawBadge(true)
  expect(toolbar).toMatchObject({ badge: '', title: expect.not.stringContaining('companions') })
})
