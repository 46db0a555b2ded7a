/** A rule that is mended: another place for the buttons, in a shadow root too, and what the popup says of a lost one. */
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { waitForButtons } from './buttons.ts'
import { input, tabIdOf } from './own-pages.ts'
import { startPickerCrm } from './picker-crm.ts'
import { clickControl, control, ownSites, pointAt, startFromPopup, waitForEnd, waitForText } from './picker-panel.ts'
import { enableSite, openStage, type Stage, save, setUpOrganisation } from './stage.ts'

let stage: Stage
let crm: Awaited<ReturnType<typeof startPickerCrm>>
let page: Page

const contactPage = {
  kind: 'contact',
  address: [{ path: '/clients/{id}' }],
  key: [{ from: 'address' }],
  facts: {
    name: [{ selector: 'h1.headline' }],
    email: [{ selector: '[data-field="email"] a[href^="mailto:"]' }],
  },
  anchors: [{ selector: 'h1.headline', position: 'append' }],
  size: 'full',
}
const ledger = {
  id: 'own-127-0-0-1',
  name: 'Ledger',
  hosts: ['127.0.0.1'],
  verification: { verified: true, date: new Date().toISOString().slice(0, 10), version: 'own' },
  examples: [],
  floating: true,
  records: [contactPage],
}

beforeAll(async () => {
  crm = await startPickerCrm()
  stage = await openStage(inject('browser'))
  await setUpOrganisation(stage)
  await enableSite(stage, crm.origin)
  page = await stage.session.open(`${crm.origin}/clients/4711`)
})
afterAll(async () => {
  await stage?.close()
  await crm?.close()
})
beforeEach(async () => {
  const stored = (await ownSites(stage)).map(({ site, revision }) => ({ id: site.id, revision }))[0]
  await save(stage, 'sites.saveOwn', { site: ledger, ...(stored === undefined ? {} : { stored }) })
  await page.goto(`${crm.origin}/clients/4711`)
  await waitForButtons(page, 3)
})

async function saveSite(): Promise<void> {
  await clickControl(page, 'Save…')
  const window = await stage.session.waitForPage((url) => url.includes('/site.html'))
  await window.waitFor(() => document.querySelector('form') !== null)
  expect(await window.evaluate((field) => document.querySelector<HTMLInputElement>(field)?.value, input('name'))).toBe(
    'Ledger',
  )
  await window.click('button[type="submit"]')
  await waitForEnd(page)
}

test('a place that is chosen again for a record comes before the old one, and all else stays', async () => {
  await startFromPopup(stage, page)
  await pointAt(page, '[data-field="phone"] .label')
  await clickControl(page, 'Around it')
  await waitForText(page, 'div · phone')
  await clickControl(page, 'Around it')
  await waitForText(page, 'section · email')
  await clickControl(page, 'Before it')
  await clickControl(page, 'Next')
  await waitForText(page, 'ada@engines.example')
  await clickControl(page, 'Next')
  await control(page, '4711 (as before)')
  await clickControl(page, 'Next')
  await saveSite()
  const anchors = [{ selector: 'section.details', position: 'before' }, ...contactPage.anchors]
  expect((await ownSites(stage))[0]?.site).toEqual({ ...ledger, records: [{ ...contactPage, anchors }] })
})

test('a place in an open shadow root is found there again', async () => {
  await page.evaluate(() => {
    const card = document.createElement('x-card')
    const title = document.createElement('h2')
    title.textContent = 'Card of Ada'
    card.attachShadow({ mode: 'open' }).append(title)
    document.querySelector('main')?.append(card)
  })
  await startFromPopup(stage, page)
  await pointAt(page, 'x-card')
  await waitForText(page, 'h2 · Card of Ada')
  await waitForText(page, 'Fits 1 place on this page.')
  await clickControl(page, 'Next')
  await waitForText(page, 'ada@engines.example')
  await clickControl(page, 'Next')
  await clickControl(page, 'Next')
  await saveSite()
  expect((await ownSites(stage))[0]?.site).toMatchObject({
    shadowHosts: ['x-card'],
    records: [{ anchors: [{ selector: 'h2', position: 'append' }, ...contactPage.anchors] }],
  })
})

test('the popup offers to mend a rule whose place is gone', async () => {
  await page.evaluate(() => {
    const heading = document.querySelector('h1')
    heading?.replaceWith(Object.assign(document.createElement('h2'), { textContent: heading.firstChild?.textContent }))
  })
  await page.waitFor(() => document.querySelector('h1 > x-joinery') === null)
  const popup = await stage.session.open(
    `${stage.session.extensionOrigin}/popup.html?tab=${await tabIdOf(stage, crm.origin)}`,
  )
  await popup.waitFor(() => document.querySelector('.place-anchor-lost') !== null)
  expect(await popup.evaluate(() => document.querySelector('.place')?.textContent)).toContain('Mend it')
  await popup.click('.place button')
  await control(page, 'Walk through the page')
  await pointAt(page, 'h2')
  await clickControl(page, 'Next')
  // The name stood there too; what else is read is still in its place.
  await waitForText(page, 'Point at: Name')
  await pointAt(page, 'h2')
  await waitForText(page, 'What is read')
  await clickControl(page, 'Next')
  await clickControl(page, 'Next')
  await saveSite()
  await page.waitFor(() => document.querySelector('h2 > x-joinery') !== null)
  await waitForButtons(page, 3)
  expect((await ownSites(stage))[0]?.site.records[0]).toMatchObject({
    facts: { name: [{ selector: '#app h2' }, { selector: 'h1.headline' }] },
    anchors: [{ selector: '#app h2', position: 'append' }, ...contactPage.anchors],
  })
})
