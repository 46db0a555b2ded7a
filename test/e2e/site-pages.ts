/** Enables many sites at once, and asks the content scripts in a page for the records that they found. @module */

import { type PageRecord, type PageReport, pageReport } from '../../extension/src/page-messages.ts'
import { patternOf } from '../../extension/src/sites/pattern.ts'
import type { Page } from '../browsers/session.ts'
import type { ExpectedRecord } from '../sites/table.ts'
import type { Stage } from './stage.ts'

/** Grants what lies at these origins by one click and one question. */
export async function grantOrigins({ session, desk }: Stage, origins: readonly string[]): Promise<void> {
  const patterns = origins.map(patternOf)
  await session.allowGrants(patterns)
  await desk.evaluate((asked) => {
    const button = document.createElement('button')
    button.id = 'grant-all'
    button.textContent = 'Grant all'
    // What the page still loads must not move it away from the click.
    button.style.cssText = 'position: fixed; left: 0; top: 0; z-index: 9'
    button.addEventListener('click', async () => {
      const { permissions } = ((globalThis as { browser?: unknown }).browser ?? chrome) as unknown as ExtensionApi
      button.dataset.granted = String(await permissions.request({ origins: asked }))
    })
    document.querySelector('#grant-all')?.remove()
    document.body.append(button)
  }, patterns)
  await desk.click('#grant-all')
  await desk.waitFor(() => document.querySelector<HTMLElement>('#grant-all')?.dataset.granted === 'true')
  await desk.evaluate(() => document.querySelector('#grant-all')?.remove())
}

/** Enables all sites at once. */
export async function enableSites(stage: Stage, origins: readonly string[]): Promise<void> {
  await grantOrigins(stage, origins)
  for (const origin of origins) {
    if ((await stage.send('desk.isSite', { origin })) !== true) throw new Error(`${origin} was not enabled`)
  }
  // Where the browser cannot see covers, the user is asked at each click until the site is trusted.
  if (stage.session.name === 'firefox') {
    for (const origin of origins) await stage.send('desk.trustSite', { origin, trusts: true })
  }
  // The answer comes when the content scripts are registered for all that is granted.
  await stage.send('desk.enableSite', { origin: origins[0] })
}

/** The site that a page is taken for, and every record in it that has buttons. */
export interface FoundRecords {
  readonly site: string | null
  readonly records: readonly ExpectedRecord[]
}

/** What the content scripts of the page in front say of it, or `undefined` while there are none. */
export async function recordsOn({ desk }: Stage, page: Page): Promise<FoundRecords | undefined> {
  const answers = await desk.evaluate(askContentScripts, await page.url())
  const [top, frame] = answers.map(pageReport)
  if (top === undefined) return undefined
  const reports = frame === undefined ? [top] : [top, frame]
  return { site: reports.find(({ site }) => site !== null)?.site ?? null, records: reports.flatMap(withButtons) }
}

/** The records whose buttons stand in the page, and the one whose buttons float. */
function withButtons({ mounted, shown, floats }: PageReport): readonly ExpectedRecord[] {
  const isPlaced = ({ kind, key }: PageRecord) => mounted.some((placed) => placed.kind === kind && placed.key === key)
  const floating = floats ? shown.filter((record) => !isPlaced(record)) : []
  return [...mounted, ...floating.map((record) => ({ ...record, floats: true }))] as readonly ExpectedRecord[]
}

// Runs in an extension page.
async function askContentScripts(url: string): Promise<readonly unknown[]> {
  const { tabs } = ((globalThis as { browser?: unknown }).browser ?? chrome) as unknown as ExtensionApi
  const tab = (await tabs.query({})).find((open) => open.url === url)
  if (tab === undefined) return []
  const top = await tabs.sendMessage(tab.id, { notice: 'read-page' }, { frameId: 0 }).catch(() => undefined)
  const frame = await tabs.sendMessage(tab.id, { notice: 'read-frame' }, {}).catch(() => undefined)
  return [top ?? null, frame ?? null]
}

interface ExtensionApi {
  readonly permissions: { request(wanted: { readonly origins: readonly string[] }): Promise<boolean> }
  readonly tabs: {
    query(what: object): Promise<readonly { readonly id: number; readonly url?: string }[]>
    sendMessage(tabId: number, message: object, options: { readonly frameId?: number }): Promise<unknown>
  }
}
// Only for functions that run inside an extension page.
declare const chrome: unknown
