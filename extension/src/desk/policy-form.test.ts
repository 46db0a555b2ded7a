import { describe, expect, test } from 'vitest'
import { policyIn } from './policy-form.ts'

const account = { key: 'support', plugin: 'com.omnovia', name: 'Northwind' }
const nothing = {
  isThere: true,
  accounts: [],
  plugins: { plugins: [], areAll: false },
  sites: [],
  allowBackup: true,
  allowStayUnlocked: true,
  allowAddingAccounts: true,
  allowEmptyingJournal: true,
  faults: [],
  // A policy without a list of accounts does not say that there are none.
  unclear: [''],
}

test('without anything given there is no policy, and everything is allowed', () => {
  expect(policyIn({})).toEqual({ ...nothing, isThere: false, unclear: [] })
})

test('an empty list of accounts says that there are none', () => {
  expect(policyIn({ accounts: [] })).toEqual({ ...nothing, unclear: [] })
})

test('everything that has the form is taken', () => {
  const settings = { companyId: '1234' }
  const targets = [{ key: 'lobby', fields: { roomId: '5678' }, actions: ['join'] }, { key: 'stage' }]
  const policy = policyIn({
    accounts: [{ ...account, settings, targets }],
    plugins: [],
    sites: ['https://crm.example.com', 'http://crm.example.com:8080/', 'https://crm.example.com/'],
    idleMinutes: 5,
    journalDays: 0,
    allowBackup: false,
    allowStayUnlocked: false,
    allowAddingAccounts: false,
    allowEmptyingJournal: false,
    companyName: 'Northwind',
    supportText: 'Call 100.',
  })
  expect(policy).toEqual({
    isThere: true,
    accounts: [
      {
        ...account,
        path: 'accounts[0]',
        index: 0,
        settings,
        targets: [
          { ...targets[0], path: 'accounts[0].targets[0]', index: 0 },
          { key: 'stage', fields: {}, path: 'accounts[0].targets[1]', index: 1 },
        ],
      },
    ],
    plugins: { plugins: [], areAll: true },
    sites: ['https://crm.example.com', 'http://crm.example.com:8080'],
    idleMinutes: 5,
    journalDays: 0,
    allowBackup: false,
    allowStayUnlocked: false,
    allowAddingAccounts: false,
    allowEmptyingJournal: false,
    companyName: 'Northwind',
    supportText: 'Call 100.',
    faults: [],
    unclear: [],
  })
})

describe('what has not the form is left out and named by its path', () => {
  test.each<[string, object, string]>([
    ['a word where a number belongs', { idleMinutes: '5' }, 'idleMinutes'],
    ['no minutes', { idleMinutes: 0 }, 'idleMinutes'],
    ['more minutes than a day has', { idleMinutes: 1441 }, 'idleMinutes'],
    ['half a minute', { idleMinutes: 0.5 }, 'idleMinutes'],
    ['a negative number of days', { journalDays: -1 }, 'journalDays'],
    ['more days than ten years have', { journalDays: 3651 }, 'journalDays'],
    ['a name that is none', { companyName: 7 }, 'companyName'],
    ['a text that is too long', { supportText: 'x'.repeat(1001) }, 'supportText'],
    ['one site that is no list', { sites: 'https://crm.example.com' }, 'sites'],
    ['a site with a path', { sites: ['https://crm.example.com/cases'] }, 'sites[0]'],
    ['a site of another scheme', { sites: ['ftp://crm.example.com'] }, 'sites[0]'],
    ['a site that is no address', { sites: ['https://['] }, 'sites[0]'],
    ['a plugin that is in no list', { plugins: '{}' }, 'plugins'],
    ['a name that means nothing', { idleMinute: 5 }, 'idleMinute'],
    ['a name of every object', { toString: 'x' }, 'toString'],
  ])('%s', (_what, given, fault) => {
    expect(policyIn({ ...given })).toEqual({ ...nothing, faults: [fault] })
  })

  test('of several sites the sound ones stay', () => {
    const { sites, faults } = policyIn({ sites: [7, 'https://crm.example.com', null] })
    expect(sites).toEqual(['https://crm.example.com'])
    expect(faults).toEqual(['sites[0]', 'sites[2]'])
  })

  test.each(['allowBackup', 'allowStayUnlocked', 'allowAddingAccounts', 'allowEmptyingJournal'])(
    '%s is taken for no where it says neither yes nor no',
    (name) => {
      expect(policyIn({ [name]: 'yes' })).toEqual({ ...nothing, [name]: false, faults: [name] })
    },
  )
})

describe('accounts and targets', () => {
  test.each<[string, object, string, string]>([
    ['without a plugin', { key: 'support', name: 'Northwind' }, 'accounts[1].plugin', 'support'],
    ['with an empty name', { ...account, name: ' ' }, 'accounts[1].name', 'support'],
    ['with settings that are none', { ...account, settings: 'x' }, 'accounts[1].settings', 'support'],
    ['with targets that are no list', { ...account, targets: {} }, 'accounts[1].targets', 'support'],
    ['without a key', { plugin: 'com.omnovia', name: 'Northwind' }, 'accounts[1].key', ''],
    ['with a key that could be another’s target', { ...account, key: 'a/b' }, 'accounts[1].key', ''],
  ])('an account %s leaves the others, and it is known what is unclear', (_what, wrong, fault, unclear) => {
    const policy = policyIn({ accounts: [{ ...account, key: 'first' }, wrong] })
    expect(policy.accounts.map(({ key }) => key)).toEqual(['first'])
    expect(policy).toMatchObject({ faults: [fault], unclear: [unclear] })
  })

  test('what is no account at all makes everything unclear', () => {
    expect(policyIn({ accounts: [null] })).toMatchObject({ accounts: [], faults: ['accounts[0]'], unclear: [''] })
    expect(policyIn({ accounts: 'x' })).toMatchObject({ accounts: [], faults: ['accounts'], unclear: [''] })
  })

  test('a wrong target leaves its account and the other targets', () => {
    const targets = [{ key: 'lobby', fields: [] }, { key: 'stage', actions: 'join' }, { fields: {} }, { key: 'hall' }]
    const policy = policyIn({ accounts: [{ ...account, targets }] })
    expect(policy.accounts[0]?.targets).toEqual([{ key: 'hall', fields: {}, path: 'accounts[0].targets[3]', index: 3 }])
    expect(policy.faults).toEqual([
      'accounts[0].targets[0].fields',
      'accounts[0].targets[1].actions',
      'accounts[0].targets[2].key',
    ])
    expect(policy.unclear).toEqual(['support/lobby', 'support/stage', 'support'])
  })

  test('of two with one key the first counts', () => {
    const targets = [
      { key: 'lobby', fields: { roomId: '1' } },
      { key: 'lobby', fields: { roomId: '2' } },
    ]
    const policy = policyIn({
      accounts: [
        { ...account, targets },
        { ...account, name: 'Other' },
      ],
    })
    expect(policy.accounts).toMatchObject([{ name: 'Northwind', targets: [{ fields: { roomId: '1' } }] }])
    expect(policy.faults).toEqual(['accounts[0].targets[1].key', 'accounts[1].key'])
    expect(policy.unclear).toEqual([])
  })

  test('misspelt names are named, and the rest counts', () => {
    const policy = policyIn({ accounts: [{ ...account, target: [], targets: [{ key: 'lobby', field: {} }] }] })
    expect(policy.accounts).toMatchObject([{ key: 'support', targets: [{ key: 'lobby' }] }])
    expect(policy.faults).toEqual(['accounts[0].target', 'accounts[0].targets[0].field'])
  })

  test('no fault repeats what the policy says', () => {
    const { faults } = policyIn({ accounts: [{ ...account, plugin: '', settings: { companyPass: 'canary' } }] })
    expect(faults.join()).not.toContain('canary')
  })
})
