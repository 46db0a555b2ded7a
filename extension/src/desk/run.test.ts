/** A click's whole way but for the browser's own part: what is opened, and what is noted of it. @module */
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { list, readRecord } from '../vault/records.ts'
import { saveAccount, saveMe } from './accounts.ts'
import { browser } from './browser-fixture.ts'
import type { Click } from './click.ts'
import { goOnWithClick, readConfirm } from './confirm-window.ts'
import { forget } from './holdings.ts'
import { linkedTarget } from './links.ts'
import { linkButtons } from './page-links.ts'
import { startAnew } from './policy-fixture.ts'
import { runClick } from './run.ts'
import { saveTarget } from './targets.ts'
import { unlockedVault } from './vault-session.ts'

const opened = vi.hoisted(() => ({ links: [] as string[], windows: [] as string[] }))

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))
vi.mock('#i18n', () => ({
  i18n: {
    t: (key: string, values: readonly string[] = []) => (key === 'language' ? 'en' : [key, ...values].join(' ')),
  },
}))
vi.mock('./launch.ts', () => ({
  opensSomething: () => true,
  placeBeside: () => ({}),
  launch: async ({ url }: { readonly url: string }, name: string) => {
    opened.links.push(url)
    return `${name} opened`
  },
}))
vi.mock('./own-window.ts', () => ({
  bringToFront: async () => false,
  openOwnWindow: async (page: string) => opened.windows.push(page),
}))
vi.mock('./sites.ts', () => ({ isEnabledSite: async () => true }))

const ROOM = 'https://www.omnovia.com/pages/sc2/room_login.php'
const TOKEN = 'A1E311F82FBB4D85B1758E7C555DDC8001'
const SITE = 'https://crm.example'
const record = { kind: 'contact', key: 'c-1', facts: { firstName: 'Ada', lastName: 'Byron' } }

beforeAll(async () => {
  await startAnew()
  await saveMe({ person: { firstName: 'Joe', lastName: 'Smith', username: 'joe@smith.com' } })
})
beforeEach(async () => {
  opened.links.length = 0
  opened.windows.length = 0
  await browser.storage.session.remove(['doubtedClicks', 'waitingControls'])
  const vault = await unlockedVault()
  const lines = await list(vault, 'journal')
  await forget(
    vault,
    lines.map(({ id }) => id),
  )
})

const rooms = () =>
  saveAccount({
    pluginId: 'com.omnovia',
    name: 'Northwind',
    settings: { companyId: '4711', companyPass: 'canary-Xq7' },
  })

/** A click beside a link, with this account's button. */
async function at(accountId: string, href: string): Promise<Extract<Click, { link: unknown }>> {
  const button = (await linkButtons()).find(({ account }) => account.id === accountId)
  return { link: { buttonId: button?.id ?? '', href }, record, site: SITE, place: {} }
}

/** The lines of the journal, once there are some. */
async function journal(): Promise<readonly unknown[]> {
  const vault = await unlockedVault()
  const [line] = await vi.waitUntil(async () => {
    const lines = await list(vault, 'journal')
    return lines.length > 0 ? lines : undefined
  })
  const { values = {} } = (line && (await readRecord(vault, line.id))) ?? {}
  return Object.entries(values).flatMap(([name, value]) => (name.startsWith('entry.') ? [value] : []))
}

describe('a click at a link', () => {
  test('opens a link of our own making, for the user, and notes no link', async () => {
    const accountId = await rooms()
    const reply = await runClick(await at(accountId, `${ROOM}?roomID=9&firstName=Mallory&companyID=1`))
    expect(reply).toEqual({ ok: true, text: 'Room opened', opened: true })
    const link = new URL(opened.links[0] ?? '')
    expect(Object.fromEntries(link.searchParams)).toMatchObject({ companyID: '4711', roomID: '9', firstName: 'Joe' })
    await expect.poll(journal).toEqual([
      {
        at: expect.any(Number),
        user: 'Joe Smith',
        accountId,
        pluginId: 'com.omnovia',
        action: 'join',
        site: SITE,
        record: { kind: 'contact', key: 'c-1' },
        outcome: 'done',
      },
    ])
  })

  test('notes which stored target was meant', async () => {
    const accountId = await rooms()
    const targetId = await saveTarget({ accountId, fields: { roomId: '5678' } })
    await runClick(await at(accountId, `${ROOM}?roomID=5678`))
    await expect.poll(journal).toContainEqual(expect.objectContaining({ accountId, targetId }))
  })

  test('does not make its target that of the record around', async () => {
    const accountId = await rooms()
    await saveTarget({ accountId, fields: { roomId: '5678' } })
    await runClick(await at(accountId, `${ROOM}?roomID=5678`))
    expect(await linkedTarget({ accountId, site: SITE, kind: 'contact', key: 'c-1' })).toBeUndefined()
  })

  test('says what is wrong, and opens nothing, where the link is not what its button is for', async () => {
    const accountId = await rooms()
    const reply = await runClick(
      await at(accountId, 'https://www.omnovia.com@evil.example/pages/sc2/roomlogin?roomID=9'),
    )
    expect(reply).toEqual({ ok: false, problem: { code: 'not-applicable', text: 'run.strangeLink' } })
    expect(opened.links).toEqual([])
    await expect
      .poll(journal)
      .toContainEqual(expect.objectContaining({ user: 'Joe Smith', site: SITE, outcome: 'not-applicable' }))
  })

  test('notes no token, and shows none when it asks', async () => {
    const settings = { programUrl: 'https://meet.example.com/start' }
    const accountId = await saveAccount({ pluginId: 'com.netviewer', name: 'Contoso', settings })
    const click = await at(accountId, `https://meet.example.com/start?token=${TOKEN}`)
    await runClick({ ...click, doubts: ['covered'] })
    expect(opened.links).toEqual([])
    await expect.poll(journal).toContainEqual(expect.objectContaining({ accountId, action: 'join', outcome: 'asked' }))
    const view = await readConfirm(1)
    expect(view).toMatchObject({ shortcut: 'Join: Session · Contoso', site: 'crm.example', doubts: ['covered'] })
    expect(await goOnWithClick(1, false)).toMatchObject({ ok: true })
    expect(opened.links).toEqual([`https://meet.example.com/start?token=${TOKEN}`])
    await expect.poll(journal).toContainEqual(expect.objectContaining({ accountId, outcome: 'done' }))
    expect(JSON.stringify([view, await journal()])).not.toContain(TOKEN)
  })

  test('that waits for an answer means nothing any more when its account has gone', async () => {
    const accountId = await rooms()
    await runClick({ ...(await at(accountId, `${ROOM}?roomID=9`)), doubts: ['changed'] })
    await forget(await unlockedVault(), [accountId])
    expect(await readConfirm(1)).toBeNull()
    expect(await goOnWithClick(1, false)).toMatchObject({ ok: false, problem: { code: 'not-applicable' } })
  })

  test('that reaches into a computer is asked about, even where the user asked for no more questions', async () => {
    const settings = { tenantId: 't0001', token: 'canary-Xq7' }
    const accountId = await saveAccount({ pluginId: 'com.teamviewer.reach', name: 'Devices', settings })
    const fields = { remotecontrolId: 'r124124124', deviceKeyId: 'x', controlType: 'attended' }
    const targetId = await saveTarget({ accountId, fields, asksNoMore: true })
    await runClick(await at(accountId, 'https://start.teamviewer.com/124124124'))
    expect(opened.windows).toEqual(['/control.html'])
    await expect
      .poll(journal)
      .toContainEqual(expect.objectContaining({ accountId, targetId, action: 'control', outcome: 'asked' }))
    const { waitingControls } = await browser.storage.session.get('waitingControls')
    expect(waitingControls).toEqual({
      1: { accountId, action: 'control', targetId, record, site: SITE, isDoubted: true },
    })
  })
})
