import { beforeEach, expect, test, vi } from 'vitest'
import { browser } from './browser-fixture.ts'
import { countPlace, forgetCounts, readCounts } from './site-counts.ts'

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))

const CRM = 'https://crm.example'
const NOON = new Date(2026, 10, 20, 12).getTime()
const DAY = 24 * 60 * 60 * 1000

beforeEach(() => browser.storage.local.clear())

test('what was found and what was not is counted for each origin', async () => {
  await countPlace(CRM, 'espocrm', true, NOON)
  await countPlace(CRM, 'espocrm', true, NOON)
  await countPlace(CRM, 'espocrm', false, NOON)
  await countPlace('https://other.example', 'odoo', false, NOON)
  expect(await readCounts(NOON)).toEqual([
    { origin: CRM, site: 'espocrm', found: 2, missed: 1, daysAgo: 0 },
    { origin: 'https://other.example', site: 'odoo', found: 0, missed: 1 },
  ])
})

test('numbers count for two weeks; that it was found once is known for longer', async () => {
  await countPlace(CRM, 'espocrm', true, NOON)
  await countPlace(CRM, 'espocrm', false, NOON + 10 * DAY)
  expect(await readCounts(NOON + 13 * DAY)).toMatchObject([{ found: 1, missed: 1, daysAgo: 13 }])
  expect(await readCounts(NOON + 14 * DAY)).toMatchObject([{ found: 0, missed: 1, daysAgo: 14 }])
  await countPlace(CRM, 'espocrm', false, NOON + 40 * DAY)
  expect(await readCounts(NOON + 40 * DAY)).toMatchObject([{ found: 0, missed: 1, daysAgo: 40 }])
})

test('another rule begins anew', async () => {
  await countPlace(CRM, 'espocrm', false, NOON)
  await countPlace(CRM, 'own-crm', true, NOON)
  expect(await readCounts(NOON)).toEqual([{ origin: CRM, site: 'own-crm', found: 1, missed: 0, daysAgo: 0 }])
})

test('clicks that come at once are all counted, and nothing but days and numbers is kept', async () => {
  await Promise.all(Array.from({ length: 20 }, () => countPlace(CRM, 'espocrm', true, NOON)))
  expect(await readCounts(NOON)).toMatchObject([{ found: 20 }])
  const stored = JSON.stringify(await browser.storage.local.get('siteCounts'))
  expect(stored).toMatch(
    /{"siteCounts":{"https:\/\/crm\.example":{"site":"espocrm","matched":\d{5},"days":{"\d{5}":\[20,0\]}}}}/,
  )
})

test('a site that is turned off is forgotten', async () => {
  await countPlace(CRM, 'espocrm', true, NOON)
  await forgetCounts(async () => false)
  expect(await readCounts(NOON)).toEqual([])
})
