/** Vendors' links in pages become buttons, whatever stands around them, and nothing else does. */
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { until } from '../browsers/wait.ts'
import { buttonNamed, clickButton, noteText, visibleButtons, waitForButtons, waitForState } from './buttons.ts'
import { agree, textOfConfirm, waitForConfirm } from './confirm-window.ts'
import { addShortcut, type NetviewerStage, none, openNetviewerStage } from './netviewer-stage.ts'
import { OMNOVIA, type Organisation, save, setUpOrganisation } from './stage.ts'
import { tellFromContentWorld } from './worlds.ts'

const HOST = '127.0.0.1'
const ROOM = `https://${OMNOVIA}/pages/sc2/room_login.php`
const GET_NETVIEWER = 'https://get.netviewer.com/o2m/get_o2m.php'

let stage: NetviewerStage
let organisation: Organisation
let page: Page

beforeAll(async () => {
  stage = await openNetviewerStage(inject('browser'), none, { transport: 'http' })
  organisation = await setUpOrganisation(stage)
  // Buttons at links alone, so that they are counted.
  const desk = (await stage.send('desk.read', {})) as { shortcuts: readonly { readonly id: string }[] }
  for (const { id } of desk.shortcuts) await save(stage, 'desk.remove', { id })
  page = await stage.session.open(stage.lab.origin)
})
afterAll(() => stage?.close())
beforeEach(async () => {
  await page.goto(stage.lab.origin)
  // A button that comes under a resting pointer is asked about.
  await page.hoverAt(600, 500)
})

/** Puts links into a note, outside of any record. */
async function note(...links: readonly string[]): Promise<void> {
  await page.evaluate((addresses) => {
    const shown = addresses.map((href) => lab.make('p', {}, 'See you in ', lab.make('a', { href }, href), '.'))
    lab.main().append(...shown)
  }, links)
}

/** Waits until the engine has looked at a link that was put in last. */
async function looked(): Promise<void> {
  await note(`${ROOM}?roomID=5678`)
  await buttonNamed(page, 'Join')
}

async function enteredRoom(visit: number) {
  const { entry, refusal } = await stage.rooms.visit(visit)
  expect(refusal).toBeUndefined()
  const room = await stage.session.waitForPage((url) => url.startsWith(`https://${OMNOVIA}/`))
  await room.close()
  await until('the room to close', async () => !(await stage.session.pages()).includes(room))
  return entry
}

describe('a room link in a note', () => {
  test('is joined by one click, as me, in the stored room with its settings', async () => {
    await note(`${ROOM}?roomID=5679`)
    await waitForButtons(page, 1)
    const before = stage.rooms.visits.length
    await clickButton(page, 'Join')
    const entry = await enteredRoom(before)
    expect(entry).toMatchObject({ name: 'Joe Smith', username: 'joe_smith.com_', companyId: '1234', roomId: '5679' })
    // As it is stored, not as the link says.
    expect(entry).toMatchObject({ role: 'presenter', access: 'direct', parameters: { language: 'EN' } })
    await waitForState(page, 'Join', 'done')
    expect(await noteText(page)).toBe('Room opened.')
    expect(await page.url()).toBe(`${stage.lab.origin}/`)
  })

  test('is joined where no room of that number is stored', async () => {
    await note(`https://${OMNOVIA}/pages/sc2/roomlogin?roomID=5680&customData=case-7`)
    const before = stage.rooms.visits.length
    await clickButton(page, 'Join')
    expect(await enteredRoom(before)).toMatchObject({
      roomId: '5680',
      access: 'login page',
      parameters: { companyCustomData: 'case-7' },
    })
  })

  test('is for the address that it has at the click', async () => {
    await note(`${ROOM}?roomID=5678`)
    await waitForButtons(page, 1)
    await page.evaluate((href) => document.querySelector('a')?.setAttribute('href', href), `${ROOM}?roomID=5680`)
    const before = stage.rooms.visits.length
    await clickButton(page, 'Join')
    expect((await enteredRoom(before))?.roomId).toBe('5680')
  })

  test('whose address changes between press and click is asked about, with the room that would be entered', async () => {
    await note(`${ROOM}?roomID=5678`)
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
    expect((await enteredRoom(before))?.roomId).toBe('5680')
  })

  test('still has its button where a click finds the background stopped', async () => {
    await note(`${ROOM}?roomID=5678`)
    await waitForButtons(page, 1)
    await stage.session.stopBackground()
    const before = stage.rooms.visits.length
    await clickButton(page, 'Join')
    await enteredRoom(before)
  })
})

describe('buttons at links', () => {
  test('come and go with their links', async () => {
    await note(`${ROOM}?roomID=5678`, `${ROOM}?roomID=5679`)
    await waitForButtons(page, 2)
    await page.evaluate(() => document.querySelector('a')?.remove())
    await waitForButtons(page, 1)
    await page.evaluate((href) => {
      const deep = lab.make('blockquote', {}, lab.make('p', {}, 'Wrote: ', lab.make('a', { href }, 'my room')))
      setTimeout(() => lab.main().append(lab.make('section', {}, deep)), 300)
    }, `${ROOM}?roomID=5680`)
    await waitForButtons(page, 2)
    await page.evaluate(() => lab.main().replaceChildren())
    await waitForButtons(page, 0)
    expect(await page.evaluate(() => document.querySelectorAll('x-joinery').length)).toBe(0)
  })

  test('stand in pages of no known site, too', async () => {
    await page.evaluate(() => document.querySelector('meta[name]')?.setAttribute('name', 'none'))
    const told = await tellFromContentWorld(stage, HOST, { message: 'page.begin', payload: { marks: [] } })
    expect(told).toMatchObject({ answer: { site: null, links: [{}, {}, {}, {}] } })
  })

  test('do not hide in text that is being written, and leave it when somebody begins to write', async () => {
    await page.evaluate((href) => {
      const link = () => lab.make('a', { href }, 'my room')
      const island = lab.make('span', { contenteditable: 'false' }, link())
      lab.main().append(lab.make('div', { contenteditable: '' }, 'Dear Ada, ', link(), island))
      lab.main().append(lab.make('div', { contenteditable: 'plaintext-only' }, lab.make('p', {}, link())))
      lab.main().append(lab.make('div', { id: 'note' }, 'Dear Ada, ', link()))
    }, `${ROOM}?roomID=5678`)
    await waitForButtons(page, 1)
    const written = await page.evaluate(() => {
      const text = document.querySelector<HTMLElement>('#note')
      text?.setAttribute('contenteditable', 'true')
      text?.focus()
      return [...document.querySelectorAll('[contenteditable]')].map(({ innerHTML }) => innerHTML)
    })
    expect(written).toHaveLength(4)
    expect(written.join()).not.toContain('x-joinery')
    await waitForButtons(page, 0)
    await page.evaluate(() => document.querySelector('#note')?.removeAttribute('contenteditable'))
    await waitForButtons(page, 1)
  })

  test('do not stand at hostile or finished links', async () => {
    await note(
      `${ROOM}?roomID=5678&_ts=1700000600&_t=0bcbb3f1&_v=1.3`,
      `${ROOM}?roomID=5678&%5Ft=0bcbb3f1`,
      `${ROOM}`,
      `${ROOM}?roomID=05678`,
      `${ROOM}?roomID=1&roomID=2`,
      `${ROOM}?roomID=<img src=x>`,
      `${ROOM}?roomID=5678&x=${'y'.repeat(2048)}`,
      `${ROOM}/../../../evil?roomID=5678`,
      `https://${OMNOVIA}.evil.example/pages/sc2/room_login.php?roomID=5678`,
      `https://${OMNOVIA}@evil.example/pages/sc2/room_login.php?roomID=5678`,
      `https://joe@${OMNOVIA}/pages/sc2/room_login.php?roomID=5678`,
      `https://${OMNOVIA}:8443/pages/sc2/room_login.php?roomID=5678`,
      `http://${OMNOVIA}/pages/sc2/room_login.php?roomID=5678`,
      'https://www.оmnovia.com/pages/sc2/room_login.php?roomID=5678',
      `javascript:location.href='${ROOM}?roomID=5678'`,
      `https://evil.example/?${ROOM}?roomID=5678`,
      `data:text/html,${ROOM}?roomID=5678`,
    )
    await looked()
    expect(await visibleButtons(page)).toHaveLength(1)
    expect(await page.evaluate(() => document.querySelectorAll('x-joinery').length)).toBe(1)
  })

  test('come to thousands of links a few at a time, where the user looks', async () => {
    await page.evaluate((href) => {
      const counter = globalThis as unknown as { most: number }
      let inFrame = 0
      counter.most = 0
      new MutationObserver((records) => {
        for (const { addedNodes } of records)
          for (const node of addedNodes) if (node.nodeName === 'X-JOINERY') inFrame += 1
      }).observe(document, { childList: true, subtree: true })
      const look = () => {
        counter.most = Math.max(counter.most, inFrame)
        inFrame = 0
        requestAnimationFrame(look)
      }
      look()
      lab.main().append(...Array.from({ length: 5000 }, () => lab.make('p', {}, lab.make('a', { href }, 'my room'))))
    }, `${ROOM}?roomID=5678`)
    await page.waitFor(() => document.querySelectorAll('x-joinery').length >= 200)
    await page.evaluate(() => document.querySelector('p:last-of-type')?.scrollIntoView())
    await page.waitFor(() => document.querySelector('p:last-of-type x-joinery') !== null)
    const { all, most } = await page.evaluate(() => ({
      all: document.querySelectorAll('x-joinery').length,
      most: (globalThis as unknown as { most: number }).most,
    }))
    expect(all).toBeLessThan(500)
    expect(most).toBeLessThan(200)
    await page.evaluate(() => document.querySelector('p:last-of-type')?.remove())
    await page.waitFor(() => document.querySelector('p:last-of-type x-joinery') !== null)
    expect(await page.evaluate(() => document.querySelectorAll('x-joinery').length)).toBeLessThanOrEqual(all)
  })
})

describe('a program link', () => {
  const isProgram = (url: string) => url.startsWith(stage.netviewer.program.origin)

  test.each([
    ["the organisation's own server", () => stage.netviewer.program.url],
    ['the vendor', () => GET_NETVIEWER],
  ])('of %s opens the session of its token', async (_where, address) => {
    const token = await bookedToken()
    await note(`${address()}?token=${token}`)
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
    await note(`${ROOM}?roomID=5678`)
    const buttons = await waitForButtons(page, 2)
    expect(buttons.map(({ label }) => label)).toEqual(['Join · Northwind', 'Join · Contoso'])
    const before = stage.rooms.visits.length
    await clickButton(page, 'Join · Contoso')
    expect(await enteredRoom(before)).toMatchObject({ role: 'moderator' })
    await clickButton(page, 'Join · Northwind')
    expect(await enteredRoom(before + 1)).toMatchObject({ role: 'presenter' })
  })
})

describe('messages', () => {
  interface Begun {
    readonly answer: { readonly links: readonly { readonly buttons: readonly { readonly shortcutId: string }[] }[] }
  }

  async function buttonId(): Promise<string> {
    const told = await tellFromContentWorld(stage, HOST, { message: 'page.begin', payload: { marks: [] } })
    return (told as Begun).answer.links.at(-1)?.buttons[0]?.shortcutId ?? ''
  }
  const runLink = async (payload: object) =>
    await tellFromContentWorld(stage, HOST, { message: 'page.runLink', payload: { doubts: [], ...payload } })

  test.each([
    `https://evil.example/pages/sc2/room_login.php?roomID=5678`,
    `https://${OMNOVIA}@evil.example/pages/sc2/room_login.php?roomID=5678`,
    `${ROOM}?roomID=5678&_t=0bcbb3f1`,
    `${ROOM}?roomID=5678'--`,
    `javascript:alert(1)`,
    `${stage?.lab?.origin}`,
  ])('from a taken-over content script with %j for a link run nothing', async (href) => {
    const visits = stage.rooms.visits.length
    const told = await runLink({ buttonId: await buttonId(), href })
    expect(told).toEqual({ answer: { ok: false, problem: { code: 'not-applicable', text: expect.any(String) } } })
    expect(stage.rooms.visits).toHaveLength(visits)
  })

  test.each([
    ['a link longer than any', () => ({ href: `${ROOM}?roomID=5678&x=${'y'.repeat(2048)}` })],
    ['an account', () => ({ href: `${ROOM}?roomID=5678`, accountId: organisation.accountId })],
    ['a target', () => ({ href: `${ROOM}?roomID=5678`, targetId: organisation.support })],
    ['no list of doubts', () => ({ href: `${ROOM}?roomID=5678`, doubts: 'none' })],
  ])('with %s get no answer', async (_case, more) => {
    expect(await runLink({ buttonId: await buttonId(), ...more() })).toEqual({ answer: null })
  })

  test('are answered with no more than how it ended', async () => {
    const before = stage.rooms.visits.length
    const told = await runLink({ buttonId: await buttonId(), href: `${ROOM}?roomID=5678` })
    expect(told).toEqual({ answer: { ok: true, text: 'Room opened.', opened: true } })
    await enteredRoom(before)
  })
})
