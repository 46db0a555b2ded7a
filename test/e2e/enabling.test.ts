/** How a site is enabled, known, and left alone: by its product's name, after a restart, without the bar that floats. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { makeTemporaryFolder, removeTemporaryFolder } from '../browsers/temporary.ts'
import { makeCertificate } from '../certificates.ts'
import { fixtureHosts, startFixtureServer } from '../sites/server.ts'
import { buttonNamed, waitForButtons } from './buttons.ts'
import { tabIdOf } from './own-pages.ts'
import { enableSites } from './site-pages.ts'
import { OMNOVIA, openStage, SIGNING, type Stage, save, setUpOrganisation, WEBINATO } from './stage.ts'

const ESPOCRM = 'https://espocrm.example'
const CLOSE = 'https://app.close.com'
const CONTACT = `${ESPOCRM}/#Contact/view/64f1`

let stage: Stage
let page: Page
let profile: string

async function start(certificate: Awaited<ReturnType<typeof makeCertificate>>): Promise<Stage> {
  const servers = [{ hosts: fixtureHosts, start: startFixtureServer }]
  return await openStage(inject('browser'), { servers, certificate, profile })
}

let certificate: Awaited<ReturnType<typeof makeCertificate>>

beforeAll(async () => {
  profile = makeTemporaryFolder('enabling')
  certificate = await makeCertificate([OMNOVIA, WEBINATO, SIGNING, ...fixtureHosts])
  stage = await start(certificate)
  await setUpOrganisation(stage)
  await enableSites(stage, [ESPOCRM, CLOSE])
})
afterAll(async () => {
  await stage?.close()
  await removeTemporaryFolder(profile)
})

async function popupFor(origin: string): Promise<Page> {
  const { session } = stage
  return await session.open(`${session.extensionOrigin}/popup.html?tab=${await tabIdOf(stage, origin)}`)
}

test('a self-hosted product is named in the popup before it is enabled, and enabled there without a reload', async () => {
  // The browser lets us look at the page, as in the tab whose popup is open; but it is no site.
  await save(stage, 'desk.expectEndpoint', { origin: ESPOCRM })
  page = await stage.session.open(CONTACT)
  const popup = await popupFor(ESPOCRM)
  await popup.waitFor(() => /This looks like EspoCRM/.test(document.querySelector('.site-off')?.textContent ?? ''))
  expect(await page.evaluate(() => document.querySelectorAll('x-joinery').length)).toBe(0)
  await popup.click('.site-off .button-primary')
  await popup.waitFor(() => document.querySelector('.site:not(.site-off)'))
  await popup.close()
  // In front again, as a page is once its popup has closed.
  await page.hoverAt(5, 5)
  await waitForButtons(page, 3)
})

test('a hosted product is named by its host', async () => {
  await save(stage, 'desk.expectEndpoint', { origin: CLOSE })
  const other = await stage.session.open(`${CLOSE}/`)
  const popup = await popupFor(CLOSE)
  await popup.waitFor(() => /This looks like Close/.test(document.querySelector('.site-off')?.textContent ?? ''))
  await popup.close()
  await other.close()
  await save(stage, 'desk.enableSite', { origin: CLOSE })
})

test('a bar that floats is put away for its site by its own button, and brought back in the settings', async () => {
  const lead = await stage.session.open(`${CLOSE}/lead/lead_Zy9/`)
  const hide = await buttonNamed(lead, 'Hide on this site')
  await lead.clickAt((hide.box?.x ?? 0) + 5, (hide.box?.y ?? 0) + 5)
  await waitForButtons(lead, 0)
  await lead.reload()
  await lead.waitFor(() => document.readyState === 'complete')
  const { desk, session } = stage
  await desk.goto(`${session.extensionOrigin}/options.html#sites`)
  await desk.reload()
  await desk.waitFor(() => {
    const row = [...document.querySelectorAll('.site-row')].find((item) => item.textContent?.includes('app.close.com'))
    row?.setAttribute('id', 'close')
    return row !== undefined
  })
  expect(await lead.evaluate(() => document.querySelectorAll('x-joinery').length)).toBe(0)
  await desk.click('#close summary')
  await desk.waitFor(() => document.querySelector<HTMLInputElement>('#close input')?.checked === false)
  await desk.click('#close input')
  await desk.waitFor(() => document.querySelector<HTMLInputElement>('#close input')?.checked === true)
  await lead.reload()
  await buttonNamed(lead, 'Hide on this site')
  await lead.close()
})

test('a registration that was lost is made again when the browser starts', async () => {
  await stage.desk.evaluate(async () => {
    type Api = { scripting: { unregisterContentScripts(): Promise<void> } }
    const scope = globalThis as unknown as Record<'browser' | 'chrome', Api>
    await scope['browser' in globalThis ? 'browser' : 'chrome'].scripting.unregisterContentScripts()
  })
  const lost = await stage.session.open(CONTACT)
  expect(await lost.evaluate(() => document.querySelectorAll('x-joinery').length)).toBe(0)
  await stage.close()
  stage = await start(certificate)
  await expect.poll(registered).toContain(`${ESPOCRM}/*`)
})

function registered(): Promise<readonly string[]> {
  return stage.desk.evaluate(async () => {
    type Api = {
      scripting: { getRegisteredContentScripts(): Promise<readonly { readonly matches: readonly string[] }[]> }
    }
    const scope = globalThis as unknown as Record<'browser' | 'chrome', Api>
    const scripts = await scope['browser' in globalThis ? 'browser' : 'chrome'].scripting.getRegisteredContentScripts()
    return scripts.flatMap(({ matches }) => matches)
  })
}
