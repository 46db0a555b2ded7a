/** Certificates in the vault: what lists tell, what leaves, and what is remembered outside. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { alarms, browser, toolbar } from './browser-fixture.ts'
import { warnOfCertificates } from './certificate-warning.ts'
import {
  forgetCertificate,
  keepIssued,
  keepRequest,
  noteCertificateEnds,
  privateKeyOf,
  readCertificates,
  watchCertificate,
} from './certificates.ts'
import { findTargets } from './holdings.ts'
import { rows, startAnew } from './policy-fixture.ts'
import { readPreferences } from './preferences.ts'
import { lockVault } from './vault-session.ts'
import { viewOfVault } from './vault-view.ts'

vi.mock('wxt/browser', async () => await import('./browser-fixture.ts'))

const DAY = 86_400_000
const KEY = 'Y2FuYXJ5LVhxNw=='
const request = {
  name: 'Joe Smith',
  organisation: 'Northwind',
  keyKind: 'p-256',
  request: 'a request',
  privateKey: KEY,
} as const
const ending = (days: number) => ({ subject: 'CN=Joe Smith', issuer: 'CN=Authority', ends: Date.now() + days * DAY })
const watched = (days: number) => ({ name: 'Joe Smith', ...ending(days) })

beforeEach(startAnew)

const versionOf = async (id: string) => {
  const found = (await readCertificates()).find((one) => one.id === id)
  return { id, revision: found?.revision ?? 0 }
}

describe('a request', () => {
  test('is listed without its key, which goes out on demand alone', async () => {
    const id = await keepRequest(request)
    const [view] = await readCertificates()
    expect(view).toMatchObject({ id, state: 'waiting', name: 'Joe Smith', request: 'a request', keyKind: 'p-256' })
    expect(JSON.stringify(view)).not.toContain(KEY)
    expect((await findTargets('Joe', undefined, 10)).lines).toEqual([])
    expect(await privateKeyOf(id)).toEqual({ ok: true, privateKey: KEY })
  })

  test('lies sealed in the database, and nowhere else', async () => {
    await keepRequest(request)
    const stored = (await rows()) + JSON.stringify(await readPreferences())
    for (const open of [KEY, 'Joe Smith', 'a request']) expect(stored).not.toContain(open)
  })

  test('reminds of a backup, since its key exists nowhere else', async () => {
    expect((await viewOfVault()).needsBackup).toBe(false)
    await keepRequest(request)
    expect((await viewOfVault()).needsBackup).toBe(true)
  })

  test('becomes a certificate with its chain, and keeps its key', async () => {
    const id = await keepRequest(request)
    await keepIssued({ stored: await versionOf(id), certificates: 'a chain', ...ending(90) })
    expect(await readCertificates()).toMatchObject([
      { id, state: 'issued', certificates: 'a chain', request: 'a request' },
    ])
    expect(await privateKeyOf(id)).toEqual({ ok: true, privateKey: KEY })
  })

  test('that was changed elsewhere meanwhile is not overwritten', async () => {
    const id = await keepRequest(request)
    const stored = await versionOf(id)
    await keepIssued({ stored, certificates: 'one', ...ending(90) })
    await expect(keepIssued({ stored, certificates: 'other', ...ending(90) })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  test('goes with its key', async () => {
    const id = await keepRequest(request)
    await forgetCertificate(id)
    expect(await readCertificates()).toEqual([])
    expect(await privateKeyOf(id)).toMatchObject({ ok: false, problem: { code: 'not-found' } })
    await expect(forgetCertificate(id)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('an end', () => {
  test('is warned of within thirty days, also while the vault is locked', async () => {
    await watchCertificate(watched(29))
    await lockVault()
    await warnOfCertificates()
    expect(await viewOfVault()).toMatchObject({ state: 'locked', endingCertificates: [expect.any(Number)] })
    expect(toolbar).toMatchObject({ badge: '!', icon: expect.stringContaining('locked') })
    expect(toolbar.title).toContain('certificates.warnEnding')
  })

  test('that is far off is remembered, and not warned of', async () => {
    await watchCertificate(watched(31))
    expect(await viewOfVault()).toMatchObject({ endingCertificates: [] })
    expect(toolbar).toMatchObject({ badge: '', title: 'icon.unlocked' })
    expect((await readPreferences()).certificateEnds).toHaveLength(1)
  })

  test('is all that is known outside the vault', async () => {
    const end = watched(3)
    await watchCertificate(end)
    const { certificateEnds, ...others } = await readPreferences()
    expect(certificateEnds).toEqual([end.ends])
    expect(JSON.stringify(others)).not.toContain('Joe')
  })

  test('is watched once, however often it is asked for', async () => {
    const end = watched(3)
    const ids = [await watchCertificate(end), await watchCertificate(end)]
    expect(new Set(ids).size).toBe(1)
    expect(await readCertificates()).toHaveLength(1)
    expect(await privateKeyOf(ids[0] ?? '')).toMatchObject({ ok: false, problem: { code: 'missing' } })
  })

  test('is looked at once a day, and not at all where nothing is watched', async () => {
    expect(alarms.has('certificates')).toBe(false)
    const id = await watchCertificate(watched(200))
    expect(alarms.get('certificates')).toBe(24 * 60)
    await forgetCertificate(id)
    expect(alarms.has('certificates')).toBe(false)
    expect((await readPreferences()).certificateEnds).toEqual([])
  })

  test('that came with a backup is noted when the vault is read anew', async () => {
    await watchCertificate(watched(3))
    await browser.storage.local.clear()
    await noteCertificateEnds()
    expect((await viewOfVault()).endingCertificates).toHaveLength(1)
  })
})
