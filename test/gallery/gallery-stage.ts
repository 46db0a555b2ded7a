/** The stage of the gallery: an organisation that has a little of everything. @module */
import { randomUUID } from 'node:crypto'
import type { BrowserName, Page } from '../browsers/session.ts'
import { waitForButtons } from '../e2e/buttons.ts'
import { tabIdOf } from '../e2e/own-pages.ts'
import { startPickerCrm } from '../e2e/picker-crm.ts'
import { enableSite, OMNOVIA, type Organisation, openStage, type Stage, save, setUpOrganisation } from '../e2e/stage.ts'

/** What scenes play on. */
export interface GalleryStage extends Organisation {
  readonly stage: Stage
  /** The browser's number of the tab with a contact in it. */
  readonly crmTab: number
  readonly shortcutId: string
  /** An account whose targets are devices. */
  readonly deviceAccountId: string
  /** A CRM that Joinery has no rule for, enabled. */
  readonly otherCrm: string
  close(): Promise<void>
}

/** A name that fits no narrow page in one line, and cannot be broken between words. */
export const LONG_NAME = 'Featherstonehaugh-Wolfeschlegelsteinhausen/Bergerdorff'

/** Opens the stage in a language of the browser. */
export async function openGalleryStage(language: string, browser: BrowserName = 'chromium'): Promise<GalleryStage> {
  const otherCrm = await startPickerCrm()
  const stage = await openStage(browser, { language })
  const close = async () => {
    await stage.close()
    await otherCrm.close()
  }
  try {
    const organisation = await setUpOrganisation(stage)
    await setUpWebinars(stage)
    const deviceAccountId = await setUpDevices(stage)
    await enableSite(stage, stage.crm.origin)
    // The other one lies on the same host: one grant is for both.
    const crm = await stage.session.open(`${stage.crm.origin}/contacts/c-1002`)
    await waitForButtons(crm, 3)
    const { shortcuts } = (await stage.send('desk.read', {})) as { readonly shortcuts: readonly { id: string }[] }
    const shortcutId = shortcuts[0]?.id ?? ''
    await joinOnce(stage, shortcutId)
    return {
      ...organisation,
      stage,
      crmTab: await tabIdOf(stage, stage.crm.origin),
      deviceAccountId,
      shortcutId,
      otherCrm: otherCrm.origin,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function setUpWebinars(stage: Stage): Promise<void> {
  const accountId = await save(stage, 'desk.saveAccount', {
    pluginId: 'com.webinato',
    name: 'Contoso Academy',
    settings: { companyId: stage.company.id, companyPass: stage.company.password },
  })
  for (const [label, roomId] of [
    ['Autumn webinar', '5680'],
    ['Onboarding', '5679'],
    [LONG_NAME, '5678'],
  ]) {
    await save(stage, 'desk.saveTarget', { accountId, fields: { label, roomId } })
  }
}

async function setUpDevices(stage: Stage): Promise<string> {
  return await save(stage, 'desk.saveAccount', {
    pluginId: 'com.teamviewer.reach',
    name: 'Northwind devices',
    settings: { apiUrl: 'https://reach.northwind.example', tenantId: 't0001', token: randomUUID() },
  })
}

/** So that something was done already. */
async function joinOnce(stage: Stage, shortcutId: string): Promise<void> {
  await stage.send('desk.run', { shortcutId })
  await (await stage.session.waitForPage((url) => url.startsWith(`https://${OMNOVIA}/`))).close()
}

/** Starts the picker in a page. */
export async function startPicker({ stage }: GalleryStage, page: Page): Promise<void> {
  const tabId = await tabIdOf(stage, new URL(await page.url()).origin)
  await save(stage, 'picker.start', { tabId })
}
