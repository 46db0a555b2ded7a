import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { SiteRule } from '../sites/rule.ts'
import { browser } from './browser-fixture.ts'
import { findOwnSite, listOwnSites, readOwnSite, removeOwnSite, saveOwnSite } from './own-sites.ts'

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))
vi.mock('#i18n', () => ({
  i18n: { t: (key: string, values: readonly string[] = []) => [key, ...values].join(' ') },
}))

const ledger: SiteRule = {
  id: 'own-ledger',
  name: 'Ledger',
  hosts: ['ledger.example'],
  verification: { verified: true, date: '2026-11-22', version: 'own' },
  examples: [],
  floating: true,
  records: [
    {
      kind: 'contact',
      key: [{ from: 'address' }],
      facts: {},
      anchors: [{ selector: 'h1', position: 'append' }],
      size: 'full',
    },
  ],
}

beforeEach(() => browser.storage.local.clear())

describe('a site of the user’s own', () => {
  test('is stored under its id and read as it was', async () => {
    expect(await saveOwnSite(ledger)).toBe('own-ledger')
    expect(await readOwnSite('own-ledger')).toEqual({ site: ledger, revision: 1 })
  })

  test('is changed by whom saw its latest version, and by nobody else', async () => {
    await saveOwnSite(ledger)
    const stored = { id: 'own-ledger', revision: 1 }
    await saveOwnSite({ ...ledger, name: 'Ledger 2' }, stored)
    await expect(saveOwnSite({ ...ledger, name: 'Late' }, stored)).rejects.toMatchObject({ code: 'conflict' })
    await expect(saveOwnSite({ ...ledger, name: 'Blind' })).rejects.toMatchObject({ code: 'conflict' })
    await expect(removeOwnSite(stored)).rejects.toMatchObject({ code: 'conflict' })
    expect(await readOwnSite('own-ledger')).toMatchObject({ site: { name: 'Ledger 2' }, revision: 2 })
  })

  test('cannot be changed once it was removed, nor under another’s version', async () => {
    await saveOwnSite(ledger)
    await saveOwnSite({ ...ledger, id: 'own-other' })
    await removeOwnSite({ id: 'own-ledger', revision: 1 })
    expect((await listOwnSites()).map(({ site }) => site.id)).toEqual(['own-other'])
    const gone = saveOwnSite(ledger, { id: 'own-ledger', revision: 1 })
    await expect(gone).rejects.toMatchObject({ code: 'conflict' })
    const other = saveOwnSite(ledger, { id: 'own-other', revision: 1 })
    await expect(other).rejects.toMatchObject({ code: 'conflict' })
  })

  test('saved twice at once counts once', async () => {
    const results = await Promise.allSettled([saveOwnSite(ledger), saveOwnSite({ ...ledger, name: 'Twin' })])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await listOwnSites()).toHaveLength(1)
  })

  const refused: readonly [string, unknown, string][] = [
    ['that is no object', 'ledger', ''],
    ['with an unknown part', { ...ledger, script: 'x' }, 'script'],
    [
      'with a wrong key',
      { ...ledger, records: [{ ...ledger.records[0], key: [{ from: 'guess' }] }] },
      'records[0].key[0]',
    ],
    ['without a host', { ...ledger, hosts: [] }, 'hosts'],
  ]
  test.each(refused)('%s is refused, with the place in the file', async (_, site, place) => {
    await expect(saveOwnSite(site)).rejects.toMatchObject({ field: expect.stringContaining(place) })
    expect(await listOwnSites()).toEqual([])
  })
})

describe('the own site of a page', () => {
  const found = async (address: string) => (await findOwnSite(address))?.id

  test('is found by its host alone', async () => {
    await saveOwnSite(ledger)
    expect(await found('https://ledger.example/contacts/5')).toBe('own-ledger')
    expect(await found('https://sub.ledger.example/')).toBeUndefined()
    expect(await found('https://notledger.example/')).toBeUndefined()
    expect(await found('about:blank')).toBeUndefined()
  })

  test('that names the host goes before one for all hosts below a name', async () => {
    await saveOwnSite({ ...ledger, id: 'own-all', hosts: ['*.ledger.example'] })
    await saveOwnSite({ ...ledger, id: 'own-sales', hosts: ['sales.ledger.example'] })
    expect(await found('https://sales.ledger.example/')).toBe('own-sales')
    expect(await found('https://support.ledger.example/')).toBe('own-all')
    expect(await found('https://ledger.example/')).toBeUndefined()
  })
})
