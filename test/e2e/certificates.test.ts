/** The certificate assistant from the empty form to a file that the system's store takes, and the warning before the end. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { makeAuthority, openWorkshop } from '../../extension/src/certificates/openssl-fixture.ts'
import { makeRequest } from '../../extension/src/certificates/request.ts'
import type { Page } from '../browsers/session.ts'
import { catchDownloads, caught, chooseFile } from './files.ts'
import { extensionApi, input, listed, openSection, saveInVain } from './own-pages.ts'
import { makeVault, me, openStage, type Stage, save, saveMe, sendFrom } from './stage.ts'

interface View {
  readonly id: string
  readonly state: string
  readonly name: string
  readonly request: string
}

const PASSWORD = 'correct battery horse staple'
const CHOOSER = '[data-name="certificate"] input[type="file"]'
const shop = openWorkshop()
const root = makeAuthority(shop, 'Northwind Root')
const authority = root.makeBelow('Northwind Clients')
const chainOf = (certificate: string) => [root.certificate, certificate, authority.certificate].join('')
let stage: Stage
let desk: Page
let request: string

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  desk = stage.desk
  await makeVault(stage)
  await saveMe(stage, me)
  await desk.reload()
})
afterAll(async () => {
  await stage?.close()
  shop.remove()
})

const views = async () => (await stage.send('certificate.read', {})) as readonly View[]
const badge = () => extensionApi(desk, 'action', 'getBadgeText', {})
const title = () => extensionApi(desk, 'action', 'getTitle', {})
const textOf = (selector: string) =>
  desk.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector)
const shows = (selector: string) => desk.waitFor((wanted) => document.querySelector(wanted) !== null, selector)
const says = (selector: string, text: string) =>
  desk.waitFor((wanted, words) => document.querySelector(wanted)?.textContent?.includes(words), selector, text)

describe('a request', () => {
  test('needs a name, and an address that it can hold', async () => {
    await openSection(desk, 'certificates')
    await desk.click('a[href="#certificates/new"]')
    await shows(input('name'))
    await desk.fill(input('name'), '')
    expect((await saveInVain(desk, 'name')).description).toMatch(/^Name is missing/)
    await desk.fill(input('name'), 'Zoë Ann Smith')
    await desk.fill(input('email'), 'zoë@example.com')
    expect((await saveInVain(desk, 'email')).description).toMatch(/^An e-mail address without accents/)
    expect(await views()).toEqual([])
  })

  test('is made in the page, saved, and verified by OpenSSL', async () => {
    await desk.fill(input('email'), 'zoe@example.com')
    await desk.fill(input('organisation'), 'Northwind')
    await desk.click('button[type="submit"]')
    await shows('.save-request')
    await catchDownloads(desk)
    await desk.click('.save-request')
    const { name, text } = await caught(desk)
    expect(name).toMatch(/^Zoë-Ann-Smith-\d{4}-\d\d-\d\d\.csr$/)
    request = text
    shop.put('saved.csr', request)
    const printed = shop.run('openssl', 'req', '-in', 'saved.csr', '-verify', '-noout', '-text', '-nameopt', 'utf8')
    expect(printed).toContain('verify OK')
    expect(printed).toMatch(/Subject: O ?= ?Northwind, ?CN ?= ?Zoë Ann Smith/)
    expect(printed).toContain('Public-Key: (3072 bit)')
  })

  test('is copied', async () => {
    await desk.click('.copy-request')
    await says('[data-name="request"] .message-done', 'Copied.')
    expect(await stage.session.clipboardText()).toBe(request)
  })

  test('waits in the list, without its key', async () => {
    const [view] = await views()
    expect(view).toMatchObject({ state: 'waiting', name: 'Zoë Ann Smith', request })
    expect(JSON.stringify(view)).not.toMatch(/private/i)
    await openSection(desk, 'certificates')
    expect(await listed(desk)).toEqual(['Zoë Ann Smith'])
    expect(await badge()).toBe('')
  })

  test('gives its key to the options page alone', async () => {
    const [view] = await views()
    const popup = await stage.session.open(`${stage.session.extensionOrigin}/popup.html?tab=0`)
    expect((await sendFrom(popup, 'vault.read', {})) ?? undefined).toMatchObject({ state: 'unlocked' })
    expect((await sendFrom(popup, 'certificate.key', { id: view?.id })) ?? undefined).toBeUndefined()
    expect((await sendFrom(popup, 'certificate.read', {})) ?? undefined).toBeUndefined()
    await popup.close()
    expect(await stage.send('certificate.key', { id: view?.id })).toMatchObject({ ok: true })
  })
})

describe('what comes back', () => {
  test('is refused at its request where it is for another key', async () => {
    const other = await makeRequest({ name: 'Zoë Ann Smith', organisation: 'Northwind' }, 'p-256')
    await desk.click('.items a.button')
    await chooseFile(desk, CHOOSER, 'other.pem', authority.issue(other.request))
    await says('.content .message-problem', 'This certificate is for another key.')
    expect(await views()).toMatchObject([{ state: 'waiting' }])
  })

  test.each([
    ['the request itself', () => request, 'This is a request.'],
    ['some other file', () => 'Dear Zoë, attached is your certificate.', 'There is no certificate in this.'],
    ['a certificate that is cut', () => authority.issue(request).slice(0, 400), 'This is damaged, or no certificate.'],
  ])('%s is refused with the reason', async (_name, content, reason) => {
    await chooseFile(desk, CHOOSER, 'a-file', content())
    await says('[data-name="certificate"] .message-problem', reason)
  })

  test('says where it is over, and serves no client', async () => {
    await openSection(desk, 'certificates')
    const ended = authority.issue(request, { from: -40, until: -3, extensions: ['extendedKeyUsage=serverAuth'] })
    await chooseFile(desk, CHOOSER, 'ended.pem', ended)
    await shows('[data-name="read"]')
    const said = await textOf('[data-name="read"]')
    expect(said).toContain('Ended 3 days ago.')
    expect(said).toContain('It does not serve client authentication.')
    expect(said).toMatch(/It belongs to your request of .*\d{4}/)
  })

  test('is recognised, with its chain in any order, and taken', async () => {
    shop.put('bundle.pem', chainOf(authority.issue(request, { until: 12 })))
    shop.run('openssl', 'crl2pkcs7', '-nocrl', '-certfile', 'bundle.pem', '-outform', 'DER', '-out', 'bundle.p7b')
    await chooseFile(desk, CHOOSER, 'bundle.p7b', shop.read('bundle.p7b'))
    await says('[data-name="read"]', 'Ends in 12 days.')
    const said = await textOf('[data-name="read"]')
    expect(said).toContain('It belongs to your request of')
    expect(said).toContain('It serves to show who you are to a server.')
    expect(said).toContain('And 2 certificates of those who issued it')
    await desk.click('[data-name="read"] .take')
    await shows('form[data-name="wrap"]')
    expect(await views()).toMatchObject([{ state: 'issued' }])
  })
})

describe('the file for the system', () => {
  const open = (...options: readonly string[]) =>
    shop.run('openssl', 'pkcs12', '-in', 'saved.p12', '-passin', `pass:${PASSWORD}`, ...options)

  test('needs a good passphrase, twice', async () => {
    await wrapWith('password1', 'password1')
    await says('form[data-name="wrap"] .field-error', 'less common')
    await wrapWith(PASSWORD, `${PASSWORD}.`)
    await says('form[data-name="wrap"] .field-error', 'not the same')
  })

  test('is opened by OpenSSL, where the chain verifies', async () => {
    await catchDownloads(desk)
    await wrapWith(PASSWORD, PASSWORD)
    await shows('form[data-name="wrap"] .message-done')
    const { name, bytes } = await caught(desk)
    expect(name).toMatch(/^Zoë-Ann-Smith-.*\.p12$/)
    shop.put('saved.p12', bytes)
    expect(open('-info', '-noout')).toContain('AES-256-CBC')
    shop.put('saved.pem', open('-clcerts', '-nokeys'))
    shop.put('root.pem', root.certificate)
    shop.put('middle.pem', authority.certificate)
    const verify = ['verify', '-CAfile', 'root.pem', '-untrusted', 'middle.pem', '-purpose', 'sslclient', 'saved.pem']
    expect(shop.run('openssl', ...verify)).toContain('saved.pem: OK')
    expect(open('-nocerts', '-noenc')).toContain('BEGIN PRIVATE KEY')
  })

  test('is imported by NSS with its key', () => {
    const store = `sql:${shop.put('store', '').replace(/store$/, '')}`
    shop.put('password', PASSWORD)
    shop.run('certutil', '-N', '-d', store, '--empty-password')
    shop.run('pk12util', '-i', 'saved.p12', '-d', store, '-w', 'password')
    expect(shop.run('certutil', '-L', '-d', store)).toMatch(/Zoë Ann Smith\s+u,u,u/)
  })

  async function wrapWith(passphrase: string, repeated: string): Promise<void> {
    await desk.fill('form[data-name="wrap"] .field .field input', passphrase)
    await desk.fill('form[data-name="wrap"] .fields > .field:last-child input[type="password"]', repeated)
    await desk.click('form[data-name="wrap"] button[type="submit"]')
  }
})

describe('an end that is near', () => {
  test('is warned of by the icon, and in the popup', async () => {
    expect(await badge()).toBe('!')
    expect(await title()).toBe('Joinery · A certificate ends in 12 days.')
    expect(await popupWarning()).toContain('A certificate ends in 12 days.')
  })

  test('of a certificate that was read only is remembered where the user wants it', async () => {
    await openSection(desk, 'certificates')
    const other = await makeRequest({ name: 'Ada Jones' }, 'p-256')
    shop.put('other.der', other.privateKey)
    shop.put('other.pem', authority.issue(other.request, { until: 2.5 }))
    shop.run('openssl', 'pkey', '-inform', 'DER', '-in', 'other.der', '-out', 'other.key')
    const exported = ['-export', '-legacy', '-in', 'other.pem', '-inkey', 'other.key', '-passout', 'pass:x']
    shop.run('openssl', 'pkcs12', ...exported, '-out', 'other.pfx')
    await chooseFile(desk, CHOOSER, 'other.pfx', shop.read('other.pfx'))
    await desk.fill('.password input', 'y')
    await desk.click('.password button')
    await says('.password .field-error', 'The password is wrong')
    await desk.fill('.password input', 'x')
    await desk.click('.password button')
    await desk.click('[data-name="read"] .remind')
    await says('.content .message-done', 'You will be reminded')
    expect(await views()).toContainEqual({
      id: expect.any(String),
      revision: 1,
      state: 'watched',
      name: 'Ada Jones',
      subject: 'CN=Ada Jones',
      issuer: 'CN=Northwind Clients, O=Northwind',
      ends: expect.any(Number),
    })
    expect(await popupWarning()).toContain('2 certificates end soon or have ended.')
  })

  test('is warned of while the vault is locked, which tells nothing else', async () => {
    await save(stage, 'vault.lock', {})
    await desk.waitFor(() => document.querySelector('.unlock') !== null)
    expect(await desk.evaluate(() => document.body.textContent)).not.toContain('Ada Jones')
    const answer = await stage.send('certificate.read', {}).catch((error: unknown) => String(error))
    expect(JSON.stringify(answer) ?? '').not.toContain('Ada Jones')
    expect(await badge()).toBe('!')
    expect(await title()).toBe('Joinery (locked) · 2 certificates end soon or have ended.')
    expect(await popupWarning()).toContain('2 certificates end soon or have ended.')
  })

  test('goes when the certificate is removed, which asks first', async () => {
    await save(stage, 'vault.unlock', { passphrase: stage.passphrase })
    await shows('.items')
    expect(await listed(desk)).toEqual(['Zoë Ann Smith', 'Ada Jones'])
    for (const count of [1, 0]) {
      await desk.click('.items button')
      await desk.click('dialog .button-danger')
      await desk.waitFor((left) => document.querySelectorAll('.item').length === left, count)
    }
    expect(await views()).toEqual([])
    expect(await badge()).toBe('')
    expect(await title()).toBe('Joinery')
  })

  async function popupWarning(): Promise<string> {
    const popup = await stage.session.open(`${stage.session.extensionOrigin}/popup.html?tab=0`)
    await popup.waitFor(() => document.querySelector('.warning') !== null)
    const text = await popup.evaluate(() => document.querySelector('.warning')?.textContent ?? '')
    await popup.close()
    return text
  }
})
