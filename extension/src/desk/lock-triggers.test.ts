import { beforeEach, expect, test, vi } from 'vitest'
import { followLockTriggers, watchTheClock } from './lock-triggers.ts'

const { asked, heard, browser } = vi.hoisted(() => {
  const listeners: Record<string, (value: unknown) => void> = {}
  const event = (name: string) => ({
    addListener: (listener: (value: unknown) => void) => {
      listeners[name] = listener
    },
  })
  return {
    heard: listeners,
    asked: { lockInTime: vi.fn(), lockUnlessItStays: vi.fn() },
    browser: {
      idle: { onStateChanged: event('idle'), setDetectionInterval: vi.fn() },
      alarms: { onAlarm: event('alarm'), create: vi.fn(), clear: vi.fn() },
    },
  }
})
vi.mock('wxt/browser', () => ({ browser }))
vi.mock('./vault-session.ts', () => asked)
vi.mock('./preferences.ts', () => ({ readPreferences: async () => ({ idleMinutes: 5 }) }))

beforeEach(() => {
  vi.clearAllMocks()
  followLockTriggers()
})

test.each([
  ['idle', 1],
  ['locked', 1],
  ['active', 0],
])('when the computer becomes %s', (state, times) => {
  heard.idle?.(state)
  expect(asked.lockUnlessItStays).toHaveBeenCalledTimes(times)
})

test('the browser reports nobody’s presence after the chosen time', async () => {
  await vi.waitFor(() => expect(browser.idle.setDetectionInterval).toHaveBeenCalledWith(300))
})

test('each minute the deadline is looked at, while the vault is unlocked', async () => {
  await watchTheClock(true)
  const [[name, options]] = browser.alarms.create.mock.calls as [[string, object]]
  expect(options).toEqual({ periodInMinutes: 1 })
  heard.alarm?.({ name })
  expect(asked.lockInTime).toHaveBeenCalledTimes(1)
  heard.alarm?.({ name: 'another' })
  expect(asked.lockInTime).toHaveBeenCalledTimes(1)
  await watchTheClock(false)
  expect(browser.alarms.clear).toHaveBeenCalledWith(name)
})
