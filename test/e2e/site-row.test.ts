/** What the settings say of an enabled site: which product it is, and whether its records' place was found. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { waitForButtons } from './buttons.ts'
import { extensionApi } from './own-pages.ts'
import { enableSite, openStage, type Stage, setUpOrganisation } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  await setUpOrganisation(stage)
  await enableSite(stage, stage.crm.origin)
})
afterAll(() => stage?.close())

test('a record whose place is found is counted once, and one whose place is gone as missed', async () => {
  const { desk, crm, session } = stage
  await desk.goto('about:blank')
  await desk.goto(`${session.extensionOrigin}/options.html#sites`)
  await desk.waitFor(() => document.querySelector('.site-row')?.textContent?.includes('Not seen at work yet.'))
  const page = await session.open(`${crm.origin}/contacts/c-1002`)
  await waitForButtons(page, 3)
  await expect.poll(() => counts(), { timeout: 20_000 }).toEqual([1, 0])
  // The page redraws its heading as something else.
  await page.goto(`${crm.origin}/contacts/c-1003`)
  await waitForButtons(page, 3)
  await expect.poll(() => counts(), { timeout: 20_000 }).toEqual([2, 0])
  await desk.reload()
  await desk.waitFor(() =>
    document.querySelector('.site-row')?.textContent?.includes('Found 2 times in 14 days, never missed.'),
  )
  expect(await desk.evaluate(() => document.querySelector('.site-row')?.textContent)).toContain('Last matched today.')
})

async function counts(): Promise<readonly number[]> {
  const stored = (await extensionApi(stage.desk, 'storage.local', 'get', 'siteCounts')) as {
    readonly siteCounts?: {
      readonly [origin: string]: { readonly days: { readonly [day: string]: readonly number[] } }
    }
  }
  const [only] = Object.values(stored.siteCounts ?? {})
  return Object.values(only?.days ?? {})[0] ?? []
}
