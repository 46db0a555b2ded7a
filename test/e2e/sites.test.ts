/** Every site's rule, on pages built like its product's: the right buttons, beside the right record, and none elsewhere. @module */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { shippedSites } from '../../extension/src/sites/find-site.ts'
import type { Page } from '../browsers/session.ts'
import { fixtureHosts, startFixtureServer } from '../sites/server.ts'
import { type ExpectedRecord, type PageTest, siteTests } from '../sites/table.ts'
import { visibleButtons } from './buttons.ts'
import { enableSites, type FoundRecords, recordsOn } from './site-pages.ts'
import { openStage, type Stage, save, setUpOrganisation } from './stage.ts'

/** A bar floats once its page was looked at twice, some seconds apart. */
const LONGEST_MILLISECONDS = 20_000

let stage: Stage
let page: Page

beforeAll(async () => {
  const servers = [{ hosts: fixtureHosts, start: startFixtureServer }]
  stage = await openStage(inject('browser'), { servers })
  await setUpOrganisation(stage)
  // One button at each record.
  const desk = (await stage.send('desk.read', {})) as { shortcuts: { id: string; name: string }[] }
  for (const { id, name } of desk.shortcuts) {
    if (name !== 'Join Support') await save(stage, 'desk.remove', { id })
  }
  const addresses = siteTests.flatMap(({ pages }) => pages.map(({ address }) => new URL(address).origin))
  await enableSites(stage, [...new Set(addresses)])
  page = await stage.session.open(stage.crm.origin)
})
afterAll(() => stage?.close())

describe.each(siteTests)('$site', ({ site, pages }) => {
  const hasFrames = shippedSites.find(({ id }) => id === site)?.frames !== undefined

  test.each(pages)('$address', async ({ address, records }: PageTest) => {
    await page.goto(address)
    const wanted = { site, records: sorted(records) }
    await expect.poll(look, { timeout: LONGEST_MILLISECONDS }).toEqual(wanted)
    await page.evaluate(rest)
    expect(await look()).toEqual(wanted)
    // A driver sees the buttons of the page itself, not those in its frames.
    const joins = async () => (await visibleButtons(page)).filter(({ label }) => label === 'Join Support').length
    if (!hasFrames) await expect.poll(joins).toBe(records.length)
  })
})

async function look(): Promise<FoundRecords | undefined> {
  const found = await recordsOn(stage, page)
  return found && { ...found, records: sorted(found.records) }
}

// Bars are told of in the order in which they came.
function sorted(records: readonly ExpectedRecord[]): readonly ExpectedRecord[] {
  const name = ({ kind, key }: ExpectedRecord) => `${kind} ${key}`
  return records.toSorted((one, other) => name(one).localeCompare(name(other)))
}

/** Resolves when what the page has done so far has been followed; runs in the page. */
function rest(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))
  })
}
