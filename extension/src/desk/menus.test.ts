import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { saveAccount } from './accounts.ts'
import type { Click } from './click.ts'
import { meantBy } from './meant.ts'
import { followMenus, showMenus } from './menus.ts'
import { startAnew } from './policy-fixture.ts'
import { saveShortcut } from './shortcuts.ts'
import { saveTarget } from './targets.ts'

interface Item {
  readonly id: string
  readonly contexts: readonly string[]
  readonly targetUrlPatterns?: readonly string[]
}
type Listener = (info: object, tab?: object) => void

const menu = vi.hoisted(() => ({ items: [] as Item[], choose: (() => {}) as Listener }))
const asked = vi.hoisted(() => ({ clicks: [] as Click[], locks: 0, record: undefined as Click['record'] }))

vi.mock('wxt/browser', async () => {
  const { browser } = await import('./browser-fixture.ts')
  const contextMenus = {
    removeAll: async () => void menu.items.splice(0),
    create: (item: Item) => menu.items.push(item),
    onClicked: { addListener: (listener: Listener) => Object.assign(menu, { choose: listener }) },
  }
  return { browser: { ...browser, contextMenus } }
})
vi.mock('#i18n', () => ({ i18n: { t: (key: string) => (key === 'language' ? 'en' : key) } }))
vi.mock('./browser-click.ts', () => ({
  surroundingsIn: async () => ({ site: undefined, place: {}, record: asked.record }),
  runFromBrowser: async (click: Click) => void asked.clicks.push(click),
}))
vi.mock('./vault-session.ts', async (load) => ({
  ...(await load<typeof import('./vault-session.ts')>()),
  lockVault: async () => void Object.assign(asked, { locks: asked.locks + 1 }),
}))

const TOKEN = 'A1E311F82FBB4D85B1758E7C555DDC8001'
const ids = () => menu.items.map(({ id }) => id)
const patterns = (id: string) => menu.items.find((item) => item.id === id)?.targetUrlPatterns

async function chosen(info: object): Promise<Click> {
  asked.clicks.length = 0
  menu.choose(info, {})
  return await vi.waitUntil(() => asked.clicks[0])
}

let rooms: string
let sessions: string
let roomId: string
let inviteId: string

beforeAll(async () => {
  followMenus()
  await startAnew()
})
beforeEach(() => {
  asked.record = undefined
})

test('the item of the toolbar button locks', async () => {
  await showMenus(false)
  expect(menu.items.find(({ contexts }) => contexts.includes('action'))?.id).toBe('lock-vault')
  menu.choose({ menuItemId: 'lock-vault' })
  expect(asked.locks).toBe(1)
})

test('where nothing is set up, an unlocked vault offers nothing but the lock', async () => {
  await showMenus(true)
  expect(ids()).toEqual(['lock-vault'])
})

describe('with accounts', () => {
  beforeAll(async () => {
    rooms = await saveAccount({
      pluginId: 'com.omnovia',
      name: 'Northwind',
      settings: { companyId: '4711', companyPass: 'canary-Xq7' },
    })
    sessions = await saveAccount({
      pluginId: 'com.netviewer',
      name: 'Contoso',
      settings: { programUrl: 'https://meet.contoso.example:8443/o2m.php' },
    })
    roomId = await saveTarget({ accountId: rooms, fields: { label: 'Showroom', roomId: '5679' } })
    inviteId = await saveShortcut({
      name: 'Invite to showroom',
      accountId: rooms,
      action: 'invite',
      targetId: roomId,
      inPage: true,
    })
  })

  test('what they have is offered: joining and inviting, and links to an own server by its host', async () => {
    await showMenus(true)
    expect(ids()).toEqual(['lock-vault', 'join-text', 'invite-text', 'join-link'])
    expect(patterns('join-link')).toContain('https://meet.contoso.example/*')
    expect(patterns('join-link')).toContain('https://get.netviewer.com/*')
  })

  test('locked, everybody is offered the same, and no own server is named', async () => {
    await showMenus(false)
    expect(ids()).toEqual(['lock-vault', 'join-text', 'control-text', 'invite-text', 'join-link', 'control-link'])
    expect(JSON.stringify(menu.items)).not.toMatch(/contoso|northwind|showroom/i)
    expect(patterns('control-link')).toContain('https://start.teamviewer.com/*')
  })

  test.each(['showroom', ' ShowRoom\n', 'SHÓWROOM'])('the text %j means the stored room of that name', async (text) => {
    const click = await chosen({ menuItemId: 'join-text', selectionText: text })
    expect(await meantBy(click)).toMatchObject({ actionName: 'join', targetId: roomId })
  })

  test('a token in the text fills in what is stored nowhere', async () => {
    const click = await chosen({ menuItemId: 'join-text', selectionText: `Token: ${TOKEN}` })
    const meant = await meantBy(click)
    expect(meant.account.id).toBe(sessions)
    expect(meant.target?.fields).toEqual({ moderatorToken: TOKEN })
  })

  test.each(['Show', 'canary-Xq7', '4711', 'Northwind', '__proto__', 'x'.repeat(5000)])(
    'the text %j means nothing',
    async (text) => {
      const click = await chosen({ menuItemId: 'join-text', selectionText: text })
      await expect(meantBy(click)).rejects.toMatchObject({ text: 'elsewhere.noSuchTarget' })
    },
  )

  test('a link means its room, with the account that has it stored', async () => {
    const link = 'https://www.omnovia.com/pages/sc2/room_login.php?roomID=5679&companyID=1'
    const click = await chosen({ menuItemId: 'join-link', linkUrl: link })
    expect(await meantBy(click)).toMatchObject({ targetId: roomId, account: { settings: { companyId: '4711' } } })
  })

  test('a link of which no plugin knows anything means nothing', async () => {
    const click = await chosen({ menuItemId: 'join-link', linkUrl: 'https://get.netviewer.com/help' })
    await expect(meantBy(click)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('an invitation is for whom the text names, and is asked about', async () => {
    const click = await chosen({ menuItemId: 'invite-text', selectionText: 'Ada Byron <ada@contoso.example>' })
    expect(click).toMatchObject({
      doubts: ['selected'],
      record: { facts: { name: 'Ada Byron', email: 'ada@contoso.example' } },
    })
    expect(await meantBy(click)).toMatchObject({ shortcutId: inviteId })
  })

  test('of the page’s record nothing comes along where the text is about somebody else', async () => {
    asked.record = { kind: 'contact', key: 'c-1', facts: { firstName: 'Bob', email: 'bob@contoso.example' } }
    expect(await chosen({ menuItemId: 'join-text', selectionText: 'Showroom' })).not.toHaveProperty('record')
    const { record } = await chosen({ menuItemId: 'invite-text', selectionText: 'ada@contoso.example' })
    expect(record?.facts).toEqual({ email: 'ada@contoso.example' })
  })
})
