import { type Action, definePlugin } from '@joinery/sdk'
import { expect, test } from 'vitest'
import { offeredActions } from './offered-actions.ts'

const build = () => ({ type: 'done' }) as const
const plugin = definePlugin({
  api: 1,
  id: 'example.rooms',
  name: 'Rooms',
  version: '1.0.0',
  permissions: {},
  account: {
    way: { type: 'choice', label: 'Way', options: { near: 'Near', far: 'Far' }, default: 'near' },
    level: { type: 'number', label: 'Level', optional: true },
  },
  actions: ({ link }) => ({
    join: [
      link({ label: 'Join near', for: 'me', when: { way: 'near' }, build }),
      link({ label: 'Join far', for: 'me', when: { way: 'far' }, build }),
    ],
    manage: link({ label: 'Manage', for: 'me', when: { level: 3 }, build }),
  }),
})
const labels = (settings: Record<string, unknown>): readonly Action['label'][] =>
  offeredActions(plugin, settings).map(({ action }) => action.label)

test('alternatives are one action: the one that fits the account', () => {
  expect(labels({ way: 'near' })).toEqual(['Join near'])
  expect(labels({ way: 'far' })).toEqual(['Join far'])
})

test('a setting that is not stored counts by its default', () => {
  expect(labels({})).toEqual(['Join near'])
})

test('numbers are compared as numbers', () => {
  expect(labels({ level: 3 })).toEqual(['Join near', 'Manage'])
  expect(labels({ level: 4 })).toEqual(['Join near'])
})
