/** The user's own sites in the settings: changed, shared as a file, removed, imported again. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { type Caught, catchDownloads, caught, chooseFile } from './files.ts'
import { input, listed, saveInVain } from './own-pages.ts'
import { ownSites } from './picker-panel.ts'
import { makeVault, openStage, type Stage, save } from './stage.ts'

let stage: Stage
let page: Page
let file: Caught

const ledger = {
  id: 'own-ledger-example',
  name: 'Ledger',
  hosts: ['ledger.example'],
  verification: { verified: true, date: '2026-11-22', version: 'own' },
  examples: [],
  floating: true,
  records: [
    {
      kind: 'contact',
      address: [{ path: '/clients/{id}' }],
      key: [{ from: 'address' }],
      facts: { name: [{ selector: 'h1' }], email: [{ selector: '.mail' }] },
      anchors: [{ selector: 'h1', position: 'append' }],
      size: 'full',
    },
  ],
}
const IMPORT = '[data-name="import-site"]'

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  await makeVault(stage)
  await save(stage, 'sites.saveOwn', { site: ledger })
  page = stage.desk
  await openSites()
})
afterAll(() => stage?.close())

async function openSites(): Promise<void> {
  await page.goto(`${stage.session.extensionOrigin}/options.html#sites`)
  await page.reload()
  await page.waitFor((form) => document.querySelector(`${form} input[type="file"]`) !== null, IMPORT)
}

async function chooseSite(content: string): Promise<void> {
  await chooseFile(page, `${IMPORT} input[type="file"]`, 'site.json', content)
}

function importProblem(): Promise<string> {
  return page.evaluate((form) => document.querySelector(`${form} .message-problem`)?.textContent ?? '', IMPORT)
}

describe('an own site', () => {
  test('is listed with its hosts, and opens its form', async () => {
    await page.waitFor(() => document.querySelector('#own-sites .item') !== null)
    expect(await listed(page)).toEqual(['Ledger'])
    expect(await page.evaluate(() => document.querySelector('#own-sites .item')?.textContent)).toContain(
      'ledger.example · 1 kind of record',
    )
    await page.click('#own-sites a[href="#sites/own-ledger-example"]')
    await page.waitFor(() => document.querySelector('.site-record') !== null)
  })

  test('is not saved without a name, nor on what is no host', async () => {
    await page.fill(input('name'), ' ')
    expect((await saveInVain(page, 'name')).description).toContain('Give it a name.')
    await page.fill(input('name'), 'Ledger')
    await page.fill(input('hosts'), 'no host!')
    expect((await saveInVain(page, 'hosts')).description).toContain('This is no name of a host.')
    expect((await ownSites(stage))[0]).toEqual({ revision: 1, site: ledger })
  })

  test('is renamed, moved to other hosts, and reads a fact less', async () => {
    await page.fill(input('name'), 'Ledger of ours')
    await page.fill(input('hosts'), 'https://ledger.example/ books.example')
    await page.select(input('kind'), 'lead')
    await page.click('[aria-label="Do not read E-mail"]')
    await page.click('form[data-name="site"] button[type="submit"]')
    await page.waitFor(() => document.querySelector('.message-done') !== null)
    const [record] = ledger.records
    expect(await ownSites(stage)).toEqual([
      {
        revision: 2,
        site: {
          ...ledger,
          name: 'Ledger of ours',
          hosts: ['ledger.example', 'books.example'],
          records: [{ ...record, kind: 'lead', facts: { name: record?.facts.name } }],
        },
      },
    ])
  })

  test('is shared as a file that is its rule and nothing else', async () => {
    await page.click('#own-sites a[href="#sites/own-ledger-example"]')
    await page.waitFor(() => document.querySelector('.site-record') !== null)
    await catchDownloads(page)
    await page.evaluate(() => {
      for (const button of document.querySelectorAll('button'))
        if (button.textContent === 'Save Ledger of ours as a file') button.id = 'share'
    })
    await page.click('#share')
    file = await caught(page)
    expect([file.name, file.type]).toEqual(['own-ledger-example.json', 'application/json'])
    expect(JSON.parse(file.text)).toEqual((await ownSites(stage))[0]?.site)
  })

  test('is removed once the user agreed', async () => {
    await openSites()
    await page.click('#own-sites [aria-label="Remove: Ledger of ours"]')
    await page.click('dialog .button-danger')
    await page.waitFor(() => document.querySelector('.message-done') !== null)
    expect(await ownSites(stage)).toEqual([])
  })
})

describe('a file', () => {
  test('is shown before it is saved, and saved as it was shared', async () => {
    await openSites()
    await chooseSite(file.text)
    await page.waitFor((form) => document.querySelector(`form${form} .site-record`) !== null, IMPORT)
    expect(await page.evaluate(() => document.querySelector('.site-facts')?.textContent)).toBe('Nameh1')
    expect(await ownSites(stage)).toEqual([])
    await page.click(`form${IMPORT} button[type="submit"]`)
    await page.waitFor(() => document.querySelector('.message-done') !== null)
    expect(await ownSites(stage)).toEqual([{ revision: 1, site: JSON.parse(file.text) }])
  })

  test('of a site that is there says which one it takes the place of', async () => {
    await openSites()
    await page.waitFor(() => document.querySelector('#own-sites .item') !== null)
    await chooseSite(JSON.stringify({ ...ledger, name: 'From a colleague' }))
    await page.waitFor(() => document.body.textContent.includes('Takes the place of “Ledger of ours”.'))
    await page.fill(`${IMPORT} ${input('hosts')}`, 'ledger.example')
    await page.click(`form${IMPORT} button[type="submit"]`)
    await page.waitFor(() => document.querySelector('.message-done') !== null)
    expect(await ownSites(stage)).toEqual([{ revision: 2, site: { ...ledger, name: 'From a colleague' } }])
  })

  const [record] = ledger.records
  const wrong: readonly [string, string, string][] = [
    ['that is no JSON', '<html>', 'This file holds no JSON.'],
    ['that is something else', '"ledger"', 'This is not a site file.'],
    ['with a wrong kind', JSON.stringify({ ...ledger, records: [{ ...record, kind: 'person' }] }), 'records[0].kind'],
    ['with an unknown part', JSON.stringify({ ...ledger, script: 'alert(1)' }), 'script'],
    [
      'with a selector that is none',
      JSON.stringify({ ...ledger, records: [{ ...record, scope: 'tr >' }] }),
      'records[0].scope',
    ],
    ['for every host', JSON.stringify({ ...ledger, hosts: ['*'] }), 'hosts[0]'],
    [
      'that is too large',
      JSON.stringify({ ...ledger, name: 'x'.repeat(300_000) }),
      'This file is too large for a site.',
    ],
  ]
  test.each(wrong)('%s is refused, with the place that is wrong', async (_, content, said) => {
    await openSites()
    await chooseSite(content)
    await expect.poll(importProblem).toContain(said)
    expect((await ownSites(stage))[0]).toMatchObject({ revision: 2 })
  })
})
