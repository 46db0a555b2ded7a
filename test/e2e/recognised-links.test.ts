/** What a click beside a vendor's link in a page does. */
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { buttonNamed, clickButton, noteText, waitForButtons, waitForState } from './buttons.ts'
import { agree, textOfConfirm, waitForConfirm } from './confirm-window.ts'
import { enteredRoom, type LinkStage, note, openLab, openLinkStage, ROOM } from './link-stage.ts'
import { addShortcut } from './netviewer-stage.ts'
import { OMNOVIA, save } from './stage.ts'

const GET_NETVIEWER = 'https://get.netviewer.com/o2m/get_o2m.php'

let stage: LinkStage
let page: Page

beforeAll(async () => {
  stage = await openLinkStage(inject('browser'))
  page = await stage.session.open(stage.lab.origin)
})
afterAll(() => stage?.close())
beforeEach(() => openLab(stage, page))

describe('a room link in a note', () => {
  test('is joined by one click, as me, in the stored room with its settings', async () => {
    await note(page, `${ROOM}?roomID=5679`)
    await waitForButtons(page, 1)
    const before = stage.rooms.visits.length
    await clickButton(page, 'Join')
    const entry = await enteredRoom(stage, before)
    expect(entry).toMatchObject({ name: 'Joe Smith', username: 'joe_smith.com_', companyId: '1234', roomId: '5679' })
    // As it is stored, not as the link says.
    expect(entry).toMatchObject({ role: 'presenter', access: 'direct', parameters: { language: 'EN' } })
    await waitForState(page, 'Join', 'done')
    expect(await noteText(page)).toBe('Room opened.')
    expect(await page.url()).toBe(`${stage.lab.origin}/`)
  })

  test('is joined where no room of that number is stored', async () => {
    await note(page, `https://${OMNOVIA}/pages/sc2/roomlogin?roomID=5680&customData=case-7`)
    const before = stage.rooms.visits.length
    await clickButton(page, 'Join')
    expect(await enteredRoom(stage, before)).toMatchObject({
      roomId: '5680',
      access: 'login page',
      parameters: { companyCustomData: 'case-7' },
    })
  })

  test('is for the address that it has at the click', async () => {
    await note(page, `${ROOM}?roomID=5678`)
    await waitForButtons(page, 1)
    await page.evaluate((href) => document.querySelector('a')?.setAttribute('href', href), `${ROOM}?roomID=5680`)
    const before = stage.rooms.visits.length
    await clickButton(page, 'Join')
    expect((await enteredRoom(stage, before))?.roomId).toBe('5680')
  })

  test('whose address changes between press and click is asked about, with the room that would be entered', async () => {
    await note(page, `${ROOM}?roomID=5678`)
    const { box } = await buttonNamed(page, 'Join')
    const [x, y] = [(box?.x ?? 0) + 14, (box?.y ?? 0) + 14]
    await page.evaluate((href) => {
      const swap = () => document.querySelector('a')?.setAttribute('href', href)
      addEventListener('pointerdown', () => setTimeout(swap), { capture: true, once: true })
    }, `${ROOM}?roomID=5680`)
    await page.mouseDown(x, y)
    await page.waitFor(() => document.querySelector('a')?.href.endsWith('5680'))
    await page.mouseUp(x, y)
    const asking = await waitForConfirm(stage.session)
    expect(await textOfConfirm(asking)).toContain('Join: Room 5680 · Northwind?')
    const before = stage.rooms.visits.length
    await agree(asking)
    expect((await enteredRoom(stage, before))?.roomId).toBe('5680')
  })

  test('still has its button where a click finds the background stopped', async () => {
    await note(page, `${ROOM}?roomID=5678`)
    await waitForButtons(page, 1)
    await stage.session.stopBackground()
    const before = stage.rooms.visits.length
    await clickButton(page, 'Join')
    await enteredRoom(stage, before)
  })
})

describe('a program link', () => {
  const isProgram = (url: string) => url.startsWith(stage.netviewer.program.origin)

  test.each([
    ["the organisation's own server", () => stage.netviewer.program.url],
    ['the vendor', () => GET_NETVIEWER],
  ])('of %s opens the session of its token', async (_where, address) => {
    const token = await bookedToken()
    await note(page, `${address()}?token=${token}`)
    const before = stage.netviewer.program.entries.all.length
    await clickButton(page, 'Join')
    expect(await stage.netviewer.program.entries.at(before)).toMatchObject({ role: 'moderator', token })
    await (await stage.session.waitForPage(isProgram)).close()
    expect(await noteText(page)).toBe('Session opened.')
  })

  /** The moderator's token of a session that was booked by a click. */
  async function bookedToken(): Promise<string> {
    const shortcut = await addShortcut(stage, 'Book', 'bookNow')
    await page.evaluate(() => lab.main().append(lab.contact('c-1')))
    await clickButton(page, 'Book')
    await waitForState(page, 'Book', 'done')
    await save(stage, 'desk.remove', { id: shortcut })
    await page.goto(stage.lab.origin)
    return stage.netviewer.sessions.at(-1)?.moderator.token ?? ''
  }
})

describe('two accounts', () => {
  let otherId: string
  beforeAll(async () => {
    const settings = { companyId: stage.company.id, companyPass: stage.company.password, role: '3' }
    otherId = await save(stage, 'desk.saveAccount', { pluginId: 'com.omnovia', name: 'Contoso', settings })
  })
  afterAll(() => save(stage, 'desk.remove', { id: otherId }))

  test('have a button each, and each enters with its own', async () => {
    await note(page, `${ROOM}?roomID=5678`)
    const buttons = await waitForButtons(page, 2)
    expect(buttons.map(({ label }) => label)).toEqual(['Join · Northwind', 'Join · Contoso'])
    const before = stage.rooms.visits.length
    await clickButton(page, 'Join · Contoso')
    expect(await enteredRoom(stage, before)).toMatchObject({ role: 'moderator' })
    await clickButton(page, 'Join · Northwind')
    expect(await enteredRoom(stage, before + 1)).toMatchObject({ role: 'presenter' })
  })
})

describe('tokens in a field that the site names', () => {
  let shortcut: string
  beforeAll(async () => {
    shortcut = await addShortcut(stage, 'Session', 'join')
  })
  afterAll(() => save(stage, 'desk.remove', { id: shortcut }))

  test('of which there are two are none: the user is asked which session is meant', async () => {
    await page.evaluate((tokens) => {
      const record = lab.contact('c-7')
      record.append(lab.make('span', { 'data-field': 'device' }, tokens))
      lab.main().append(record)
    }, `${newToken()} or ${newToken()}`)
    const before = stage.netviewer.program.visits.all.length
    await clickButton(page, 'Session')
    const picking = await stage.session.waitForPage((url) => url.endsWith('/control.html'))
    await picking.waitFor(() => document.body.textContent.includes('Session for Ada c-7'))
    await picking.close()
    expect(stage.netviewer.program.visits.all).toHaveLength(before)
  })

  test('are looked for nowhere else in the page', async () => {
    await page.evaluate((token) => {
      const record = lab.contact('c-8')
      record.append(lab.make('p', {}, `Your token: ${token}`))
      lab.main().append(record)
    }, newToken())
    expect((await waitForButtons(page, 1)).map(({ label }) => label)).toEqual(['Session'])
    const before = stage.netviewer.program.visits.all.length
    await clickButton(page, 'Session')
    await (await stage.session.waitForPage((url) => url.endsWith('/control.html'))).close()
    expect(stage.netviewer.program.visits.all).toHaveLength(before)
  })

  /** A text of a token's form; random, so that it stands nowhere by chance. */
  function newToken(): string {
    return `${crypto.randomUUID().replaceAll('-', '').toUpperCase()}01`
  }
})
