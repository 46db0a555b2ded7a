import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { saveAccount } from './accounts.ts'
import { removeRecord } from './holdings.ts'
import { meantByLink } from './link-click.ts'
import { linkButtons } from './page-links.ts'
import { startAnew } from './policy-fixture.ts'
import { saveTarget } from './targets.ts'

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))
vi.mock('#i18n', () => ({ i18n: { t: (key: string) => (key === 'language' ? 'en' : key) } }))

const ROOM = 'https://www.omnovia.com/pages/sc2/room_login.php'
const TOKEN = 'A1E311F82FBB4D85B1758E7C555DDC8001'

let accountId: string
beforeAll(startAnew)
// Each test has an account of its own in one vault, which takes long to make.
beforeEach(async () => {
  accountId = await account('Northwind')
})

function account(name: string, settings: object = {}): Promise<string> {
  return saveAccount({
    pluginId: 'com.omnovia',
    name,
    settings: { companyId: '4711', companyPass: 'canary-Xq7', ...settings },
  })
}

const store = (fields: object, id = accountId) => saveTarget({ accountId: id, fields: { ...fields } })

async function clicked(href: string, id = accountId) {
  const button = (await linkButtons()).find(({ account }) => account.id === id)
  return await meantByLink({ buttonId: button?.id ?? '', href })
}

describe('a room link', () => {
  test('means the stored room of that number, with the settings that are stored with it', async () => {
    const targetId = await store({ label: 'Showroom', roomId: '5679', directAccess: true, language: 'EN' })
    const meant = await clicked(`${ROOM}?roomID=5679&language=FR&customData=from-the-page`)
    expect(meant).toMatchObject({ targetId, actionName: 'join', target: { id: targetId } })
    expect(meant.target?.fields).toEqual({
      label: 'Showroom',
      roomId: '5679',
      directAccess: true,
      separateWindow: true,
      language: 'EN',
      minutes: 10,
    })
  })

  test('is not taken for a room whose number only begins alike, among however many', async () => {
    for (let number = 500; number < 530; number += 1) await store({ roomId: String(number) })
    const targetId = await store({ label: 'Five', roomId: '5' })
    expect(await clicked(`${ROOM}?roomID=5`)).toMatchObject({ targetId })
    expect(await clicked(`${ROOM}?roomID=7`)).not.toHaveProperty('targetId')
  })

  test('fills in a room that is stored nowhere, with what the plugin reads from links and no more', async () => {
    const meant = await clicked(`${ROOM}?companyID=1&role=3&userNo=7&roomID=9&language=DE&minutes=30&directAccess=true`)
    expect(meant.target).toEqual({ id: '', revision: 0, accountId, fields: { roomId: '9', language: 'DE' } })
    expect(meant).not.toHaveProperty('targetId')
  })

  test('leaves out what its field does not take', async () => {
    const meant = await clicked(`${ROOM}?roomID=9&language=Klingon&companyCustomData=${'x'.repeat(501)}`)
    expect(meant.target?.fields).toEqual({ roomId: '9' })
  })

  test('of which several are stored is none of them', async () => {
    await store({ label: 'One', roomId: '5678', minutes: 30 })
    await store({ label: 'Two', roomId: '5678' })
    expect((await clicked(`${ROOM}?roomID=5678`)).target).toMatchObject({ id: '', fields: { roomId: '5678' } })
  })

  test("is joined with the clicked account, whose rooms are no other's", async () => {
    const otherId = await account('Contoso', { companyId: '4712' })
    await store({ label: 'Support', roomId: '5678' })
    const meant = await clicked(`${ROOM}?companyID=4711&roomID=5678`, otherId)
    expect(meant.account.id).toBe(otherId)
    expect(meant).not.toHaveProperty('targetId')
  })

  test('tells the page nothing that only the vault knows, and the user what it is', async () => {
    await store({ label: 'Board', roomId: '5678' })
    const { name, question } = await clicked(`${ROOM}?roomID=5678`)
    expect([name, question]).toEqual(['Room', 'Join: Room Board · Northwind'])
  })

  test('that is not stored is refused where a task would have to run on it', async () => {
    const remote = await account('Contoso', {
      signing: 'remote',
      signingUrl: 'https://sign.example.com/',
      companyPass: '',
    })
    await expect(clicked(`${ROOM}?roomID=9`, remote)).rejects.toMatchObject({ code: 'not-found' })
    const targetId = await store({ roomId: '9' }, remote)
    expect(await clicked(`${ROOM}?roomID=9`, remote)).toMatchObject({ targetId })
  })
})

test.each([
  `${ROOM}`,
  `${ROOM}?roomID=`,
  `${ROOM}?roomID=05678`,
  `${ROOM}?roomID=1&roomID=2`,
  `${ROOM}?customData=x`,
  `${ROOM}?roomID=5678&_t=0bcbb3f1`,
  `${ROOM}?roomID=5678&%5Ft=0bcbb3f1`,
  `${ROOM}?roomID=%31%0a`,
  'https://www.omnovia.com.evil.example/pages/sc2/roomlogin?roomID=5678',
  'https://www.omnovia.com@evil.example/pages/sc2/roomlogin?roomID=5678',
  'https://www.webinato.com/pages/sc2/roomlogin?roomID=5678',
  'https://get.netviewer.com/o2m/get_o2m.php?roomID=5678',
  'http://www.omnovia.com/pages/sc2/roomlogin?roomID=5678',
  `javascript:location='${ROOM}?roomID=5678'`,
  ` ${ROOM}?roomID=5678`,
  'roomID=5678',
  '',
])('a click that claims %j for its link means nothing', async (href) => {
  await store({ roomId: '5678' })
  await expect(clicked(href)).rejects.toMatchObject({ code: 'not-applicable' })
})

test('a button that there never was, or whose account is gone, means nothing', async () => {
  const button = (await linkButtons()).find((one) => one.account.id === accountId)
  const link = { buttonId: button?.id ?? '', href: `${ROOM}?roomID=5678` }
  await expect(meantByLink({ ...link, buttonId: accountId })).rejects.toMatchObject({ code: 'not-applicable' })
  expect(await meantByLink(link)).toMatchObject({ actionName: 'join' })
  await removeRecord(accountId)
  await expect(meantByLink(link)).rejects.toMatchObject({ code: 'not-applicable' })
})

test('a program link means the session of its token, which is shown nowhere', async () => {
  const id = await saveAccount({
    pluginId: 'com.netviewer',
    name: 'Contoso',
    settings: { programUrl: 'https://meet.example.com/start' },
  })
  for (const page of ['https://meet.example.com/start', 'https://get.netviewer.com/o2m/get_o2m.php']) {
    const meant = await clicked(`${page}?token=${TOKEN}`, id)
    expect(meant.target?.fields).toEqual({ moderatorToken: TOKEN })
    expect([meant.name, meant.question]).toEqual(['Session', 'Join: Session · Contoso'])
  }
})

describe('a device', () => {
  let reach: string
  beforeEach(async () => {
    reach = await saveAccount({
      pluginId: 'com.teamviewer.reach',
      name: 'Devices',
      settings: { tenantId: 't0001', token: 'canary-Xq7' },
    })
  })

  const device = (label: string) =>
    store({ label, remotecontrolId: 'r124124124', deviceKeyId: 'x', controlType: 'attended' }, reach)

  test('is meant where it is registered, and is asked about', async () => {
    const targetId = await device('PC-4711')
    for (const link of ['https://start.teamviewer.com/124124124', 'teamviewer10://control?device=124124124'])
      expect(await clicked(link, reach)).toMatchObject({ actionName: 'control', targetId, isNamedByPage: true })
  })

  test('that is registered nowhere, or twice, is never filled in', async () => {
    const link = 'https://start.teamviewer.com/124124124'
    await expect(clicked(link, reach)).rejects.toMatchObject({ code: 'not-found' })
    await device('One')
    await device('Two')
    await expect(clicked(link, reach)).rejects.toMatchObject({ code: 'not-found' })
  })
})
