import type { Fields } from '@joinery/sdk'
import { expect, test } from 'vitest'
import type { Content } from '../vault/content.ts'
import type { VaultRecord } from '../vault/records.ts'
import {
  accountIn,
  accountValues,
  describe as describeContent,
  labelOfTarget,
  shortcutIn,
  shortcutValues,
  targetIn,
  targetValues,
} from './stored.ts'

const fields: Fields = {
  companyId: { type: 'text', label: 'Company ID' },
  companyPass: { type: 'secret', label: 'Password' },
  hosts: { type: 'list', label: 'Hosts', fields: { name: { type: 'text', label: 'Name' } } },
}
const record = (kind: string, values: VaultRecord['values']): VaultRecord => ({ id: 'r', kind, values, revision: 3 })
const content = (kind: string, values: VaultRecord['values']): Content => ({
  kind,
  fields: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, at: '0' }])),
})

test('an account is the same after storing and reading, secrets and lists included', () => {
  const account = {
    pluginId: 'com.example',
    name: 'Northwind',
    settings: { companyId: '1234', companyPass: 'se cret', hosts: [{ name: 'a' }] },
    me: { email: 'joe@example.com' },
    position: 5,
    managed: 'main',
  }
  expect(accountIn(record('account', accountValues(account, fields)))).toEqual({ id: 'r', revision: 3, ...account })
})

test('targets and shortcuts are the same after storing and reading', () => {
  const target = { accountId: 'a', fields: { companyId: '7', companyPass: 'x' } }
  expect(targetIn(record('target', targetValues(target, fields)))).toEqual({ id: 'r', revision: 3, ...target })
  const shortcut = { name: 'Join', accountId: 'a', action: 'join', inPage: true, position: 1 }
  expect(shortcutIn(record('shortcut', shortcutValues(shortcut)))).toEqual({ id: 'r', revision: 3, ...shortcut })
  const led = { ...shortcut, targetId: 't' }
  expect(shortcutIn(record('shortcut', shortcutValues(led)))).toMatchObject(led)
})

test('search finds a target by its texts, and neither lists nor search come near a secret', () => {
  const target = { accountId: 'a', fields: { companyPass: 'canary', companyId: '4711', label: 'Lobby', minutes: 10 } }
  const entry = describeContent(content('target', targetValues(target, fields)))
  expect(entry).toEqual({ kind: 'target', group: 'a', label: 'Lobby', terms: ['4711', 'Lobby'] })
  const account = { pluginId: 'p', name: 'Northwind', settings: { companyPass: 'canary' }, me: {}, position: 0 }
  expect(JSON.stringify(describeContent(content('account', accountValues(account, fields))))).not.toContain('canary')
})

test('search finds what stands in the rows of a list', () => {
  const people = [{ name: 'Ada King', email: 'ada@example.com' }, { name: 'Bob Brown' }]
  const target = { accountId: 'a', fields: { label: 'Review', participants: people } }
  expect(describeContent(content('target', targetValues(target, fields)))?.terms).toEqual([
    'Review',
    'Ada King',
    'ada@example.com',
    'Bob Brown',
  ])
})

test('a target without a label is called by the first thing that it has', () => {
  expect(labelOfTarget({ roomId: 5678, note: 'x' })).toBe('5678')
  expect(labelOfTarget({ roomId: '5678', label: 'Lobby' })).toBe('Lobby')
  expect(labelOfTarget({})).toBe('')
})

test('names from the prototype are names like others', () => {
  const settings = JSON.parse('{"__proto__": "x", "constructor": "y"}')
  const account = { pluginId: 'p', name: 'n', settings, me: {}, position: 0 }
  expect(Object.entries(accountIn(record('account', accountValues(account, {}))).settings)).toEqual(
    Object.entries(settings),
  )
})

test('what is of no known kind is in no list', () => {
  expect(describeContent(content('something', { name: 'x' }))).toBeUndefined()
})
