import { expect, test } from 'vitest'
import { demo } from '../../demo-plugin.ts'
import type { DeskView, VaultView } from '../../desk/views.ts'
import { doneSteps, firstOpenStep, stepAfter, stepBefore } from './steps.ts'

const vault = (state: VaultView['state']) => ({ state }) as VaultView
const desk = (accounts: number, sites: number) =>
  ({
    accounts: Array.from({ length: accounts }, () => ({ pluginId: 'com.omnovia' })),
    sites: Array.from({ length: sites }),
  }) as unknown as DeskView

test('the page begins at what is not done yet', () => {
  expect(firstOpenStep(doneSteps(vault('absent'), undefined))).toBe('language')
  expect(firstOpenStep(doneSteps(vault('unlocked'), desk(0, 0)))).toBe('account')
  expect(firstOpenStep(doneSteps(vault('unlocked'), desk(1, 0)))).toBe('site')
  expect(firstOpenStep(doneSteps(vault('unlocked'), desk(1, 1)))).toBe('ready')
  // What was skipped stays open.
  expect(firstOpenStep(doneSteps(vault('unlocked'), desk(0, 1)))).toBe('account')
})

test('the demo is no account of one’s own', () => {
  const tried = { accounts: [{ pluginId: demo.id }], sites: [] } as unknown as DeskView
  expect(firstOpenStep(doneSteps(vault('unlocked'), tried))).toBe('account')
})

test('steps follow each other, and end', () => {
  expect(stepAfter('site')).toBe('ready')
  expect(stepAfter('ready')).toBe('ready')
  expect(stepBefore('account')).toBe('passphrase')
  expect(stepBefore('language')).toBe('language')
})
