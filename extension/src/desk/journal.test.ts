import { beforeEach, describe, expect, test, vi } from 'vitest'
import { changeRecords, list } from '../vault/records.ts'
import { newRecordId } from '../vault/seal.ts'
import { saveAccount } from './accounts.ts'
import { setPolicy } from './browser-fixture.ts'
import { removeRecord } from './holdings.ts'
import { type JournalEntry, writeJournal } from './journal.ts'
import { entryFor } from './journal-entry.ts'
import { chooseJournalDays, dayOf, emptyJournal, readKeeping, trimJournal } from './journal-keeping.ts'
import { readJournal } from './journal-view.ts'
import { startAnew } from './policy-fixture.ts'
import { saveTarget } from './targets.ts'
import { unlockedVault } from './vault-session.ts'

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))
vi.mock('#i18n', () => ({ i18n: { t: (key: string) => (key === 'language' ? 'en' : key) } }))

const DAY = 24 * 60 * 60 * 1000
const now = Date.UTC(2026, 10, 20, 12)
const days = async () => (await list(await unlockedVault(), 'journal')).map(({ group }) => group).toSorted()
const at = (daysAgo: number, more: Partial<JournalEntry> = {}): JournalEntry => ({
  at: now - daysAgo * DAY,
  action: 'join',
  outcome: 'done',
  ...more,
})
const all = { text: '', limit: 1000 }

beforeEach(async () => {
  vi.useFakeTimers({ now, toFake: ['Date'] })
  await startAnew()
})

describe('how long it is kept', () => {
  beforeEach(async () => {
    for (const daysAgo of [400, 91, 90, 31, 30, 0]) await writeJournal(at(daysAgo))
    expect(await days()).toHaveLength(6)
  })

  test('90 days, unless somebody says otherwise', async () => {
    setPolicy({ companyName: 'Northwind' })
    await trimJournal()
    expect(await days()).toEqual([90, 31, 30, 0].map((daysAgo) => dayOf(now - daysAgo * DAY)))
  })

  test('a shorter time counts at once, and none takes everything', async () => {
    await chooseJournalDays(30)
    expect(await days()).toEqual([30, 0].map((daysAgo) => dayOf(now - daysAgo * DAY)))
    expect(await readKeeping()).toEqual({ days: 30, isManaged: false, mayEmpty: true, daysWithLines: 2 })
    await chooseJournalDays(0)
    await writeJournal(at(0))
    expect(await days()).toEqual([])
  })

  test('the policy’s time counts before the user’s, and the user cannot change it', async () => {
    await chooseJournalDays(365)
    setPolicy({ journalDays: 30 })
    await trimJournal()
    expect(await days()).toHaveLength(2)
    await expect(chooseJournalDays(365)).rejects.toMatchObject({ code: 'not-permitted' })
    expect(await readKeeping()).toMatchObject({ days: 30, isManaged: true })
  })

  test('nothing goes while a policy that keeps it may not be loaded yet, or says it wrongly', async () => {
    const before = await days()
    await trimJournal()
    setPolicy({ journalDays: 99_999 })
    await trimJournal()
    expect(await days()).toEqual(before)
    setPolicy(undefined)
    await trimJournal(now + 60_000)
    expect(await days()).toHaveLength(4)
  })

  test('where emptying is not allowed, fewer days are not, either', async () => {
    setPolicy({ allowEmptyingJournal: false })
    await expect(emptyJournal()).rejects.toMatchObject({ code: 'not-permitted' })
    await expect(chooseJournalDays(0)).rejects.toMatchObject({ code: 'not-permitted' })
    await chooseJournalDays(180)
    expect(await days()).not.toEqual([])
  })

  test('emptied, it has no line', async () => {
    await emptyJournal()
    expect((await readJournal(all)).lines).toEqual([])
  })
})

describe('what it says', () => {
  test('of names those of now, and of what was removed that it was', async () => {
    const accountId = await saveAccount({
      pluginId: 'com.omnovia',
      name: 'Northwind',
      settings: { companyId: '1', companyPass: 'canary' },
    })
    const targetId = await saveTarget({ accountId, fields: { label: 'Lobby', roomId: '5' } })
    await writeJournal(at(0, { accountId, targetId, pluginId: 'com.omnovia', site: 'https://crm.example:8443' }))
    expect((await readJournal(all)).lines).toMatchObject([
      {
        account: 'Northwind',
        target: 'Lobby',
        action: 'Join',
        icon: 'join',
        site: 'crm.example:8443',
        outcome: 'done',
      },
    ])
    await removeRecord(accountId)
    expect((await readJournal(all)).lines).toMatchObject([{ account: null, target: null, action: 'Join' }])
  })

  test('who, and for whom; no address that a page calls a name, and no other fact', async () => {
    const account = {
      id: 'a',
      revision: 1,
      pluginId: 'p',
      name: 'n',
      settings: { secret: 'canary' },
      me: {},
      position: 0,
    }
    const facts = { name: 'Jane Doe', phone: '+49 canary', device: 'canary' }
    const record = { kind: 'contact', key: 'c-1', facts }
    const profile = { username: 'joe@smith.com' }
    const noted = { account, action: 'invite', for: 'contact', profile, outcome: 'done' } as const
    expect(entryFor({ ...noted, record }, now)).toEqual({
      at: now,
      user: 'joe@smith.com',
      contact: 'Jane Doe',
      accountId: 'a',
      pluginId: 'p',
      action: 'invite',
      record: { kind: 'contact', key: 'c-1' },
      outcome: 'done',
    })
    const hostile = { ...record, facts: { name: 'See https://evil.example/?token=canary now' } }
    expect(entryFor({ ...noted, record: hostile }, now)).not.toHaveProperty('contact')
    const linked = { ...record, key: 'https://crm.example/c/7?token=canary#canary' }
    expect(entryFor({ ...noted, record: linked }, now).record).toEqual({
      kind: 'contact',
      key: 'https://crm.example/c/7',
    })
  })
})

describe('how it is read', () => {
  beforeEach(async () => {
    await writeJournal(at(2, { user: 'Joe', outcome: 'refused', record: { kind: 'case', key: 'C-77' } }))
    await writeJournal(at(1, { user: 'Ada', outcome: 'asked' }))
    await writeJournal(at(0, { user: 'José', contact: 'Jane Doe', outcome: 'done' }))
  })
  const users = async (query: object) => (await readJournal({ ...all, ...query })).lines.map(({ user }) => user)

  test('the newest first, some at a time', async () => {
    expect(await users({})).toEqual(['José', 'Ada', 'Joe'])
    const { lines, more } = await readJournal({ text: '', limit: 2 })
    expect(more).toBe(true)
    const [, last] = lines
    expect(last && (await readJournal({ text: '', limit: 2, after: { at: last.at, id: last.id } }))).toMatchObject({
      lines: [{ user: 'Joe' }],
      more: false,
    })
  })

  test.each([
    ['a text without its accents', { text: 'jose' }, ['José']],
    ['words in any order', { text: 'DOE jane' }, ['José']],
    ['a record’s key', { text: 'c-77' }, ['Joe']],
    ['what went wrong', { text: 'error.refused' }, ['Joe']],
    ['an outcome', { outcome: 'asked' }, ['Ada']],
    ['failures, whatever their code', { outcome: 'failed' }, ['Joe']],
    ['an account that has none', { accountId: '0'.repeat(32) }, []],
    ['times', { from: now - DAY, until: now }, ['Ada']],
  ])('by %s', async (_what, query, found) => {
    expect(await users(query)).toEqual(found)
  })
})

test('a long journal is read from its end, and no more days are opened than are shown', async () => {
  const vault = await unlockedVault()
  const long = Array.from({ length: 90 }, (_, daysAgo) => {
    const entries = Array.from({ length: 200 }, (_, number) => {
      const entry = { ...at(daysAgo), at: now - daysAgo * DAY - number, user: `Joe ${daysAgo}` }
      return [`entry.${newRecordId()}`, entry] as const
    })
    return {
      id: newRecordId(),
      kind: 'journal',
      values: { day: dayOf(now - daysAgo * DAY), ...Object.fromEntries(entries) },
    }
  })
  await changeRecords(vault, long)
  await readJournal({ text: '', limit: 1 })
  const opening = vi.spyOn(crypto.subtle, 'decrypt')
  const { lines } = await readJournal({ text: '', limit: 100 })
  expect(lines.map(({ user }) => user)).toEqual(Array.from({ length: 100 }, () => 'Joe 0'))
  expect(opening).toHaveBeenCalledTimes(1)
  opening.mockRestore()
  expect((await readJournal({ text: 'joe 89', limit: 1000 })).lines).toHaveLength(200)
})
