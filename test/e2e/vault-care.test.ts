/** A new passphrase, damage, forgetting: through the options page. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { extensionApi, openSection } from './own-pages.ts'
import { enableSite, type Organisation, openStage, type Stage, save, setUpOrganisation } from './stage.ts'

let stage: Stage
let desk: Page
let organisation: Organisation

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  desk = stage.desk
  organisation = await setUpOrganisation(stage)
  await enableSite(stage, stage.crm.origin)
})
afterAll(() => stage?.close())

const textOf = (selector: string) =>
  desk.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector)

async function openVaultSection(): Promise<void> {
  await desk.goto(`${stage.session.extensionOrigin}/options.html`)
  await desk.reload()
  await openSection(desk, 'vault')
  await desk.waitFor(() => document.querySelector('#damage ~ p')?.textContent !== 'Checking every record…')
}

test('the passphrase is changed with the present one alone, and what was stored stays', async () => {
  await openVaultSection()
  const form = 'form[data-name="passphrase"]'
  const [before, after, repeated] = [
    `${form} input[autocomplete="current-password"]`,
    `${form} .field .field input`,
    `${form} .fields > .field:last-child input[autocomplete="new-password"]`,
  ]
  const next = crypto.randomUUID()
  await desk.fill(before, 'not the present one')
  await desk.fill(after, next)
  await desk.fill(repeated, next)
  await desk.click(`${form} button[type="submit"]`)
  await desk.waitFor(
    (selector) => document.querySelector(selector)?.textContent === 'The passphrase is wrong.',
    `${form} .field-error`,
  )
  await desk.fill(before, stage.passphrase)
  await desk.click(`${form} button[type="submit"]`)
  await desk.waitFor((selector) => document.querySelector(selector) !== null, `${form} .message-done`)
  await save(stage, 'vault.lock', {})
  expect(await stage.send('vault.unlock', { passphrase: stage.passphrase })).toMatchObject({ ok: false })
  await save(stage, 'vault.unlock', { passphrase: next })
  expect(await stage.send('desk.read', {})).toMatchObject({ accounts: [{ name: 'Northwind', targets: 2 }] })
})

test('a record that does not open is told and kept, and the rest works', async () => {
  await desk.evaluate(damageRecord, organisation.showroom)
  await stage.session.stopBackground()
  await openVaultSection()
  expect(await textOf('#damage ~ p')).toMatch(/^1 record does not open\. It is kept as it is/)
  expect(await textOf('.damaged')).toContain(`${organisation.showroom} · changed`)
  expect(await stage.send('desk.read', {})).toMatchObject({ accounts: [{ name: 'Northwind' }] })
  expect(await stage.send('desk.readTarget', { id: organisation.support })).toMatchObject({ label: 'Support' })
  expect(
    await stage.send('desk.saveTarget', { accountId: organisation.accountId, fields: { roomId: '5680' } }),
  ).toMatchObject({ ok: true })
})

test('damaged records are removed when the user says so', async () => {
  await openVaultSection()
  await desk.click('#damage ~ .form-buttons .button-danger')
  await desk.click('dialog .button-danger')
  await desk.waitFor(() => document.querySelector('#damage ~ p')?.textContent === 'Every record opens.')
})

test('erasing everything asks for a word, and leaves nothing', async () => {
  await openVaultSection()
  await desk.click('#erase ~ div button')
  await desk.waitFor(() => document.querySelector('dialog .button-danger')?.matches(':disabled'))
  await desk.fill('dialog input', 'Erase')
  await desk.click('dialog .button-danger')
  await desk.waitFor(() => document.querySelector('h1')?.textContent === 'Choose a passphrase')
  expect(await stage.send('vault.read', {})).toMatchObject({ state: 'absent' })
  expect(await extensionApi(desk, 'storage.local', 'get', null)).toEqual({})
  expect(Object.keys((await extensionApi(desk, 'storage.session', 'get', null)) as object)).not.toContain('vaultKey')
  expect(await extensionApi(desk, 'permissions', 'getAll')).toMatchObject({ origins: [] })
  const rows = await desk.evaluate(countRows)
  expect(rows).toBe(0)
})

/** Changes one character of a record's ciphertext, as a bad disk would. */
async function damageRecord(id: string): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('joinery-vault')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction('records', 'readwrite')
    const store = transaction.objectStore('records')
    const reading = store.get(id)
    reading.onsuccess = () => {
      const row = reading.result
      const middle = Math.floor(row.e.length / 2)
      const other = row.e[middle] === 'A' ? 'B' : 'A'
      store.put({ ...row, e: `${row.e.slice(0, middle)}${other}${row.e.slice(middle + 1)}` })
    }
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error)
  })
  database.close()
}

/** How many rows all stores of the vault hold together. */
async function countRows(): Promise<number> {
  const names = (await indexedDB.databases()).map(({ name }) => name)
  if (!names.includes('joinery-vault')) return 0
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('joinery-vault')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const counts = [...database.objectStoreNames].map(
    (store) =>
      new Promise<number>((resolve, reject) => {
        const counting = database.transaction(store).objectStore(store).count()
        counting.onsuccess = () => resolve(counting.result)
        counting.onerror = () => reject(counting.error)
      }),
  )
  const rows = (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
  database.close()
  return rows
}
