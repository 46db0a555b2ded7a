/** Placing a button on a CRM that Joinery does not know: by pointer, by keys alone, and where a rule is mended. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { waitForButtons } from './buttons.ts'
import { input, tabIdOf, tabTo, type } from './own-pages.ts'
import { clients, startPickerCrm } from './picker-crm.ts'
import {
  clickControl,
  control,
  ownSites,
  panelText,
  pointAt,
  slide,
  startFromPopup,
  tabToControl,
  waitForEnd,
  waitForText,
} from './picker-panel.ts'
import { enableSite, openStage, type Stage, setUpOrganisation } from './stage.ts'

let stage: Stage
let crm: Awaited<ReturnType<typeof startPickerCrm>>
let page: Page

beforeAll(async () => {
  crm = await startPickerCrm()
  stage = await openStage(inject('browser'))
  await setUpOrganisation(stage)
  await enableSite(stage, crm.origin)
})
afterAll(async () => {
  await stage?.close()
  await crm?.close()
})

const today = new Date().toISOString().slice(0, 10)
const around = {
  id: 'own-127-0-0-1',
  hosts: ['127.0.0.1'],
  verification: { verified: true, date: today, version: 'own' },
  examples: [],
  floating: true,
}
const contactPage = {
  kind: 'contact',
  address: [{ path: '/clients/{id}' }],
  key: [{ from: 'address' }],
  facts: {
    name: [{ selector: 'h1.headline' }],
    email: [{ selector: '[data-field="email"] a[href^="mailto:"]' }],
    phone: [{ selector: '[data-field="phone"] a[href^="tel:"]' }],
    company: [{ selector: '[data-field="company"] b' }],
  },
  anchors: [{ selector: 'h1.headline', position: 'append' }],
  size: 'full',
}
const contactRow = {
  kind: 'contact',
  address: [{ path: '/clients' }],
  scope: 'tr[data-id]',
  key: [{ from: 'attribute', attribute: 'data-id' }],
  facts: {
    name: [{ selector: 'td.who a' }],
    email: [{ selector: 'td.mail' }],
    company: [{ selector: 'td.firm' }],
  },
  anchors: [{ selector: 'td.who', position: 'append' }],
  size: 'compact',
}

/** What the page's own listeners heard since the last time. */
function heard(): Promise<readonly string[]> {
  return page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0))
}

async function saveIn(name: string, by: 'pointer' | 'keys'): Promise<void> {
  const window = await stage.session.waitForPage((url) => url.includes('/site.html'))
  await window.waitFor(() => document.querySelector('form') !== null)
  if (by === 'pointer') {
    await window.fill(input('name'), name)
    await window.click('button[type="submit"]')
  } else {
    await tabTo(window, input('name'))
    await window.press('Control+a')
    await type(window, name)
    // The window may be gone before the key is up again.
    await window.press('Enter').catch(() => undefined)
  }
  await waitForEnd(page)
}

describe('by pointer, on a record', () => {
  beforeAll(async () => {
    page = await stage.session.open(`${crm.origin}/clients/4711`)
    await startFromPopup(stage, page)
  })

  test('the slider goes from all places like the chosen one to itself alone', async () => {
    await pointAt(page, '[data-field="email"] .label')
    await control(page, 'How much is meant')
    await slide(page, 'broad')
    await waitForText(page, 'Fits 6 places on this page.')
    await slide(page, 'narrow')
    await waitForText(page, 'Fits 1 place on this page.')
  })

  test('another place may be chosen, and what is around it', async () => {
    await clickControl(page, 'Back')
    await pointAt(page, 'h1')
    await waitForText(page, 'h1 · Ada Byron')
    await clickControl(page, 'Around it')
    await waitForText(page, 'header · Ada Byron')
    await clickControl(page, 'Inside it')
    await waitForText(page, 'h1 · Ada Byron')
    await clickControl(page, 'Next')
  })

  test('name, e-mail, phone and company are pointed at, and the panel shows what it reads', async () => {
    await waitForText(page, 'Point at: Name')
    await pointAt(page, 'h1')
    await waitForText(page, 'Point at: E-mail')
    await pointAt(page, '[data-field="email"] a')
    await waitForText(page, 'Point at: Phone')
    await pointAt(page, '[data-field="phone"] a')
    await waitForText(page, 'Point at: Company')
    await pointAt(page, '[data-field="company"] b')
    await waitForText(page, 'What is read')
    const text = await panelText(page)
    for (const shown of ['Ada Byron', 'ada@engines.example', '+44 20 7946 0001', 'Engines Ltd'])
      expect(text).toContain(shown)
    await clickControl(page, 'Next')
  })

  test('the id is proposed from the address', async () => {
    await control(page, '/clients/4711 (in the address)')
    await clickControl(page, 'Next')
    await waitForText(page, 'Does it read the right things?')
  })

  test('until then the page heard nothing of it', async () => {
    expect(await heard()).toEqual([])
  })

  test('the preview follows to the next record', async () => {
    await waitForText(page, 'Ada Byron')
    await page.click('#next')
    await waitForText(page, 'Mary Shaw')
    const text = await panelText(page)
    for (const shown of ['mary@mills.example', '+44 20 7946 0002', 'Mills & Sons', '4712'])
      expect(text).toContain(shown)
    expect(text).not.toContain('Ada')
  })

  test('the window saves what was picked, under the name that it was given, and the picker is over', async () => {
    await clickControl(page, 'Save…')
    expect(await ownSites(stage)).toEqual([])
    await saveIn('Ledger', 'pointer')
    expect(await ownSites(stage)).toEqual([
      { revision: 1, site: { ...around, name: 'Ledger', records: [contactPage] } },
    ])
  })

  test('the buttons stand there at once, and act for the record that is shown', async () => {
    await page.waitFor(() => document.querySelector('h1 > x-joinery') !== null)
    await waitForButtons(page, 3)
    const view = (await stage.send('desk.readTab', { tabId: await tabIdOf(stage, crm.origin) })) as object
    expect(view).toMatchObject({
      record: { kind: 'contact', key: '4712', facts: { name: 'Mary Shaw', email: 'mary@mills.example' } },
      page: { site: 'Ledger', siteId: 'own-127-0-0-1', hasButtons: true, lacksPlace: false },
    })
  })
})

describe('by keys alone, in a list', () => {
  beforeAll(async () => {
    await page.goto(`${crm.origin}/clients`)
    await startFromPopup(stage, page, 'keys')
    await heard()
  })

  test('letters and arrows find the place, and each row is proposed', async () => {
    await type(page, 'ada')
    await waitForText(page, 'a · Ada Byron')
    await page.press('ArrowUp')
    await waitForText(page, 'td · Ada Byron')
    await page.press('Enter')
    await waitForText(page, 'In each row of the list (3 now)')
    await tabToControl(page, 'Next')
    await page.press('Enter')
  })

  test('facts are walked to inside the row, and one is left out', async () => {
    await waitForText(page, 'Point at: Name')
    await page.press('ArrowDown')
    await page.press('Enter')
    await waitForText(page, 'Point at: E-mail')
    await page.press('ArrowRight')
    await page.press('Enter')
    await waitForText(page, 'Point at: Phone')
    await tabToControl(page, 'Leave out')
    await page.press('Enter')
    await waitForText(page, 'Point at: Company')
    await page.press('ArrowRight')
    await page.press('ArrowRight')
    await page.press('Enter')
    await waitForText(page, 'What is read')
    await tabToControl(page, 'Next')
    await page.press('Enter')
  })

  test('the row’s own id is proposed, and the site has both kinds of records then', async () => {
    await control(page, '4711 (in the page)')
    await tabToControl(page, 'Next')
    await page.press('Enter')
    await waitForText(page, '3 rows are found.')
    await tabToControl(page, 'Save…')
    expect(await heard()).toEqual([])
    await page.press('Enter')
    await saveIn('Ledger CRM', 'keys')
    expect(await ownSites(stage)).toEqual([
      { revision: 2, site: { ...around, name: 'Ledger CRM', records: [contactPage, contactRow] } },
    ])
  })

  test('each row has its buttons then', async () => {
    await waitForButtons(page, 3 * clients.length)
    expect(await page.evaluate(() => document.querySelectorAll('td.who > x-joinery').length)).toBe(clients.length)
  })

  test('Escape goes back step by step, and ends the picker at last', async () => {
    await startFromPopup(stage, page)
    await pointAt(page, 'td.who')
    await tabToControl(page, 'Next')
    await page.press('Enter')
    await waitForText(page, 'What is read')
    await page.press('Escape')
    await waitForText(page, 'Where does it belong?')
    await page.press('Escape')
    await waitForText(page, 'Point at the place for the button')
    await page.press('Escape')
    await waitForEnd(page)
    expect((await ownSites(stage))[0]?.revision).toBe(2)
  })
})
