import { definePlugin } from '@joinery/sdk'
import { expect, test, vi } from 'vitest'
import { isOver } from './choose-target.ts'

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))

const text = { type: 'text', label: 'x', optional: true } as const
const over = { field: 'state', values: ['ended'], after: 'lastsUntil' }
const plugin = (rule?: typeof over) =>
  definePlugin({
    api: 1,
    id: 'example.meet',
    name: 'Meet',
    version: '1.0.0',
    permissions: {},
    account: {},
    target: { name: 'Session', fields: { state: text }, ...(rule === undefined ? {} : { over: rule }) },
    actions: () => ({}),
  })

test.each([
  ['its state says so', { state: 'ended' }, true],
  ['its time has passed', { state: 'booked', lastsUntil: 99 }, true],
  ['its time is now', { state: 'booked', lastsUntil: 100 }, false],
  ['it has neither', {}, false],
])('a target is over where %s', (_case, fields, expected) => {
  expect(isOver(plugin(over), { id: 'a', revision: 1, accountId: 'b', fields }, 100)).toBe(expected)
})

test('a target of a plugin that says nothing of it is never over', () => {
  expect(isOver(plugin(), { id: 'a', revision: 1, accountId: 'b', fields: { state: 'ended' } }, 100)).toBe(false)
})
