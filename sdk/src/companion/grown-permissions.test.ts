import { describe, expect, test } from 'vitest'
import { dataHalf } from './data-half.ts'
import type { ActionData, PluginData } from './envelope.ts'
import { grownPermissions } from './grown-permissions.ts'
import { remote } from './remote-fixture.ts'

const before = dataHalf(remote)
const [control] = before.actions.control as readonly [ActionData]
const withControl = (changed: object): PluginData => ({
  ...before,
  actions: { ...before.actions, control: [{ ...control, ...changed } as ActionData] },
})
const { asksFirst: _, ...unasked } = control

describe('grown is', () => {
  test.each<[string, PluginData, string]>([
    ['a pattern to open', { ...before, permissions: { open: ['remote:*', 'https://x.example/*'] } }, 'opens https'],
    ['a pattern that is wider', { ...before, permissions: { open: ['other:*'] } }, 'opens other:*'],
    ['a pattern to call', { ...before, permissions: { fetch: ['https://x.example/*'] } }, 'calls https://x.example'],
    [
      'a client certificate',
      { ...before, permissions: { fetch: [{ pattern: '{account.server}/*', clientCertificate: true }] } },
      'calls with a certificate',
    ],
    ['a fact', withControl({ needs: ['email', 'phone'] }), 'needs phone for contact'],
    ['a fact of the user', withControl({ for: 'me' }), 'needs email for me'],
    ['a setting', { ...before, account: { ...before.account, more: { type: 'text', label: 'M' } } }, 'account.more'],
    ['a secret', { ...before, account: { ...before.account, unset: { type: 'secret', label: 'U' } } }, 'as secret'],
    [
      'a secret that is asked for',
      withControl({ input: { code: { type: 'secret', label: 'C' } } }),
      'input of control',
    ],
    ['what it recognises', { ...before, recognizeText: [{ text: '(\\d+)', field: 'device' }] }, 'recognises'],
    ['running in bulk', withControl({ inBulk: { identity: 'device' } }), 'in bulk'],
    ['an action that asks no more', { ...before, actions: { ...before.actions, control: [unasked] } }, 'a question'],
    ['a new action that does not ask', { ...before, actions: { ...before.actions, other: [unasked] } }, 'a question'],
    ['another name', { ...before, name: 'TeamViewer' }, 'is called TeamViewer'],
  ])('%s', (_name, after, line) => {
    expect(grownPermissions(before, after)).toEqual([expect.stringContaining(line)])
  })
})

test('what is less, or only newer, is not', () => {
  const { pin: _pin, ...fields } = before.target?.fields ?? {}
  expect(grownPermissions(before, { ...before, version: '2.0.0' })).toEqual([])
  expect(grownPermissions(before, { ...before, permissions: {}, account: {} })).toEqual([])
  expect(grownPermissions(before, { ...before, target: { name: 'Device', fields } })).toEqual([])
  expect(grownPermissions(before, withControl({ needs: [], label: 'Take over', input: {} }))).toEqual([])
})

test('an action that was confirmed and is no more is grown; one that never was is not', () => {
  const [register] = before.actions.register as readonly [ActionData]
  const confirmed = { ...register, confirm: { text: 'It cannot be undone.' } }
  const strict: PluginData = { ...before, actions: { ...before.actions, register: [confirmed] } }
  expect(grownPermissions(strict, before)).toEqual(['runs register unconfirmed'])
  expect(grownPermissions(before, strict)).toEqual([])
})
