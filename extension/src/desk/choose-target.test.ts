import { definePlugin } from '@joinery/sdk'
import { expect, test, vi } from 'vitest'
import { isOver } from './choose-target.ts'

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))

const text = { type: 'text', label: 'x', optional: true } as const
const over = { field: 'state', values: ['ended'] }
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

test.each<[string, { readonly [name: string]: unknown }, boolean]>([
  ['the state says that it is over, is over', { state: 'ended' }, true],
  ['the state says otherwise, is not', { state: 'booked' }, false],
  ['no state is known, is not', {}, false],
])('a target of which %s', (_case, fields, expected) => {
  expect(isOver(plugin(over), { id: 'a', revision: 1, accountId: 'b', fields })).toBe(expected)
})

test('a target of a plugin that says nothing of it is never over', () => {
  expect(isOver(plugin(), { id: 'a', revision: 1, accountId: 'b', fields: { state: 'ended' } })).toBe(false)
})
