/** A backup leaves as a file that any JOSE library opens, and comes back without harm. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { openByReadme } from '../readme-opener.ts'
import { catchDownloads, caught, chooseFile } from './files.ts'
import { openSection } from './own-pages.ts'
import { openStage, type Stage, save, setUpOrganisation } from './stage.ts'

const FILE_PASSPHRASE = 'correct battery horse staple kiwi'

let stage: Stage
let desk: Page
let file: string

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  desk = stage.desk
  await setUpOrganisation(stage)
  await desk.goto(`${stage.session.extensionOrigin}/options.html`)
  await desk.reload()
})
afterAll(() => stage?.close())

/** The form that stands under a heading. */
const form = (heading: string) => `form[data-name="${heading}"]`

test('a room that was added since the last backup brings a reminder', async () => {
  await openSection(desk, 'me')
  await desk.waitFor(() => document.querySelector('.message-notice a[href="#vault"]') !== null)
})

test('everything is exported into one file', async () => {
  await openSection(desk, 'vault')
  await catchDownloads(desk)
  await desk.fill(`${form('backup')} .field .field input`, FILE_PASSPHRASE)
  await desk.fill(`${form('backup')} .fields > .field:last-child input[type="password"]`, FILE_PASSPHRASE)
  await desk.click(`${form('backup')} button[type="submit"]`)
  await desk.waitFor(() => document.querySelector('form[data-name="backup"] .message-done') !== null)
  file = (await caught(desk)).text
  expect(file).toMatch(/^[\w-]+(\.[\w-]+){4}$/)
  expect(file).not.toContain(stage.company.password)
  await openSection(desk, 'me')
  await desk.waitFor(() => document.querySelector('.message-notice a[href="#vault"]') === null)
})

test('the few lines of the README open it', async () => {
  const { records } = JSON.parse(await openByReadme(file, FILE_PASSPHRASE))
  const values = records.flatMap(({ fields }: { fields: Record<string, { value: unknown }> }) =>
    Object.values(fields).map(({ value }) => value),
  )
  expect(values).toEqual(expect.arrayContaining(['Northwind', 'Support', 'Showroom', stage.company.password]))
})

describe('importing', () => {
  test.each([
    ['a wrong passphrase', () => file, 'another passphrase', 'The passphrase is wrong.'],
    ['a file that is cut', () => file.slice(0, -40), FILE_PASSPHRASE, 'This file is not whole; its end is missing.'],
    ['something else', () => '{"accounts":[]}', FILE_PASSPHRASE, 'This is damaged, or was not made by Joinery.'],
    [
      'a file that asks for 2147483647 rounds',
      () => withRounds(2 ** 31 - 1),
      FILE_PASSPHRASE,
      'Opening this would take far too long. It was not made by Joinery.',
    ],
  ])('%s is refused with the reason, and nothing changes', async (_name, text, passphrase, reason) => {
    const before = await stage.send('desk.read', {})
    await look(text(), passphrase)
    await desk.waitFor(
      (expected) => document.querySelector('form[data-name="import"] .message-problem')?.textContent === expected,
      reason,
    )
    expect(await stage.send('desk.read', {})).toEqual(before)
  })

  test('shows what is inside, what differs and what is gone here, and merges without deleting', async () => {
    const { accounts, shortcuts } = await read()
    const [account] = accounts
    await save(stage, 'desk.saveAccount', {
      stored: { id: account?.id, revision: account?.revision },
      pluginId: 'com.omnovia',
      name: 'Renamed since',
      settings: { companyId: stage.company.id },
    })
    await save(stage, 'desk.remove', { id: shortcuts.find(({ name }) => name === 'Invite')?.id })
    await save(stage, 'desk.saveTarget', { accountId: account?.id, fields: { label: 'Later', roomId: '5680' } })
    await look(file, FILE_PASSPHRASE)
    await desk.waitFor(() => document.querySelector('.inside') !== null)
    const inside = await desk.evaluate(() => document.querySelector('.inside')?.textContent ?? '')
    expect(inside).toMatch(/Account Northwind differs.*Stays as it is here: name/)
    expect(inside).toMatch(/Shortcut Invite new/)
    expect(inside).toMatch(/Target Support as here/)
    await desk.click(`${form('import')} button[type="submit"]`)
    await desk.waitFor(() => document.querySelector('form[data-name="import"] .message-done') !== null)
    const after = await read()
    expect(after.accounts).toMatchObject([{ name: 'Renamed since', targets: 3, storedSecrets: ['companyPass'] }])
    expect(after.shortcuts.map(({ name }) => name)).toEqual(expect.arrayContaining(['Join Support', 'Invite']))
  })

  test('brings everything back into a vault that is new', async () => {
    await save(stage, 'vault.erase', {})
    expect(await stage.send('vault.read', {})).toMatchObject({ state: 'absent' })
    await save(stage, 'vault.create', { passphrase: stage.passphrase })
    await desk.goto(`${stage.session.extensionOrigin}/options.html#vault`)
    await look(file, FILE_PASSPHRASE)
    await desk.waitFor(() => document.querySelector('.inside') !== null)
    await desk.click(`${form('import')} button[type="submit"]`)
    await desk.waitFor(() => document.querySelector('form[data-name="import"] .message-done') !== null)
    const { accounts, shortcuts, me } = await read()
    expect(accounts).toMatchObject([{ name: 'Northwind', targets: 2, storedSecrets: ['companyPass'] }])
    expect(shortcuts.map(({ name }) => name)).toEqual(['Join Support', 'Join Showroom', 'Invite'])
    expect(me).toMatchObject({ firstName: 'Joe', lastName: 'Smith' })
  })
})

interface Read {
  readonly me: object
  readonly accounts: readonly { readonly id: string; readonly revision: number }[]
  readonly shortcuts: readonly { readonly id: string; readonly name: string }[]
}

async function read(): Promise<Read> {
  return (await stage.send('desk.read', {})) as Read
}

async function look(text: string, passphrase: string): Promise<void> {
  await desk.goto(`${stage.session.extensionOrigin}/options.html`)
  await openSection(desk, 'vault')
  await chooseFile(desk, `${form('import')} input[type="file"]`, 'all.joinery', text)
  await desk.fill(`${form('import')} input[type="password"]`, passphrase)
  await desk.click(`${form('import')} button[type="submit"]`)
}

function withRounds(rounds: number): string {
  const [header = '', ...rest] = file.split('.')
  const changed = { ...JSON.parse(Buffer.from(header, 'base64url').toString()), p2c: rounds }
  return [Buffer.from(JSON.stringify(changed)).toString('base64url'), ...rest].join('.')
}
