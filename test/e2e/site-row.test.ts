/** What the settings say of an enabled site: which product it is, and whether its records' place was found. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { waitForButtons } from './buttons.ts'
import { extensionApi } from './own-pages.ts'
import { enableSite, openStage, type Stage, setUpOrganisation } from './stage.ts'

/** A place is missed once the page was looked at twice, some seconds apart. */
const LONGEST_MILLISECONDS = 20_000

let stage: Stage

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  await setUpOrganisation(stage)
  await enableSite(stage, stage.lab.origin)
})
afterAll(() => stage?.close())

test('each record is counted once, as one whose place was found or as one whose place is missing', async () => {
  const { desk, lab: server, session } = stage
  await desk.goto('about:blank')
  await desk.goto(`${session.extensionOrigin}/options.html#sites`)
  await desk.waitFor(() => document.querySelector('.site-row')?.textContent?.includes('Not seen at work yet.'))
  const page = await session.open(server.origin)
  await page.evaluate(() => lab.main().append(lab.contact('c-1')))
  await waitForButtons(page, 3)
  await expect.poll(counts, { timeout: LONGEST_MILLISECONDS }).toEqual([1, 0])
  await page.evaluate(() => {
    const placeless = lab.contact('c-2')
    placeless.querySelector('[data-slot]')?.removeAttribute('data-slot')
    lab.main().replaceChildren(placeless)
  })
  await expect.poll(counts, { timeout: LONGEST_MILLISECONDS }).toEqual([1, 1])
  await page.evaluate(() => lab.main().replaceChildren(lab.contact('c-3')))
  await expect.poll(counts, { timeout: LONGEST_MILLISECONDS }).toEqual([2, 1])
  await desk.reload()
  await desk.waitFor(() =>
    document.querySelector('.site-row')?.textContent?.includes('Found 2 times in 14 days, missed once.'),
  )
  const text = await desk.evaluate(() => document.querySelector('.site-row')?.textContent)
  expect(text).toContain('Demo CRM')
  expect(text).toContain('Last matched today.')
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
