/** Which links in a page have buttons, whatever the page does, and what a page's script can make of them. */
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { buttonNamed, clickButton, visibleButtons, waitForButtons } from './buttons.ts'
import { enteredRoom, type LinkStage, note, openLab, openLinkStage, ROOM } from './link-stage.ts'
import { addShortcut } from './netviewer-stage.ts'
import { enableSite, OMNOVIA, save } from './stage.ts'
import { tellFromContentWorld } from './worlds.ts'

const HOST = '127.0.0.1'

let stage: LinkStage
let page: Page

beforeAll(async () => {
  stage = await openLinkStage(inject('browser'))
  page = await stage.session.open(stage.lab.origin)
})
afterAll(() => stage?.close())
beforeEach(() => openLab(stage, page))

/** Waits until the engine has looked at a link that was put in last. */
async function looked(): Promise<void> {
  await note(page, `${ROOM}?roomID=5678`)
  await buttonNamed(page, 'Join')
}

describe('buttons at links', () => {
  test('come and go with their links', async () => {
    await note(page, `${ROOM}?roomID=5678`, `${ROOM}?roomID=5679`)
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
    await page.goto(`${stage.lab.origin}/plain`)
    await note(page, `${ROOM}?roomID=5678`)
    const before = stage.rooms.visits.length
    await clickButton(page, 'Join')
    expect((await enteredRoom(stage, before))?.roomId).toBe('5678')
  })

  test('stand beside those of records, in quoted mail and in shadow roots that the site asks for', async () => {
    const shortcut = await addShortcut(stage, 'Book', 'bookNow')
    await page.evaluate((href) => {
      const link = () => lab.make('a', { href }, 'my room')
      const record = lab.contact('c-1')
      record.append(lab.make('blockquote', {}, 'Ada wrote: ', link()))
      const card = lab.make('crm-contact-card', {})
      card.attachShadow({ mode: 'open' }).append(lab.make('p', {}, link()))
      lab.main().append(record, card)
    }, `${ROOM}?roomID=5678`)
    const buttons = await waitForButtons(page, 3)
    expect(buttons.map(({ label }) => label)).toEqual(['Book', 'Join', 'Join'])
    await save(stage, 'desk.remove', { id: shortcut })
    await waitForButtons(page, 2)
  })

  test('are not in a page that is opened while Joinery is locked, and come once it is unlocked', async () => {
    await save(stage, 'vault.lock', {})
    await page.goto(stage.lab.origin)
    await showRecord()
    await buttonNamed(page, 'Unlock Joinery')
    expect((await waitForButtons(page, 1)).map(({ label }) => label)).toEqual(['Unlock Joinery'])
    await save(stage, 'vault.unlock', { passphrase: stage.passphrase })
    await buttonNamed(page, 'Join')
    expect((await waitForButtons(page, 1)).map(({ label }) => label)).toEqual(['Join'])
  })

  test('ask for the passphrase where Joinery was locked meanwhile, and go on then', async () => {
    await showRecord()
    await waitForButtons(page, 1)
    await save(stage, 'vault.lock', {})
    const before = stage.rooms.visits.length
    await clickButton(page, 'Join')
    const unlocking = await stage.session.waitForPage((url) => url.endsWith('/unlock.html'))
    await unlocking.fill('input[type="password"]', stage.passphrase)
    expect(stage.rooms.visits).toHaveLength(before)
    await unlocking.press('Enter')
    expect((await enteredRoom(stage, before))?.roomId).toBe('5678')
  })

  /** A record with a room link in it. */
  async function showRecord(): Promise<void> {
    await page.evaluate((href) => {
      const record = lab.contact('c-1')
      record.append(lab.make('p', {}, lab.make('a', { href }, 'my room')))
      lab.main().append(record)
    }, `${ROOM}?roomID=5678`)
  }

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
      page,
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
    await page.waitFor(() => document.querySelector('p x-joinery') !== null)
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

test('the demo CRM shows one at a meeting that was agreed, and none in the mail that is being written', async () => {
  await enableSite(stage, stage.crm.origin)
  const crm = await stage.session.open(`${stage.crm.origin}/contacts/c-1007`)
  await buttonNamed(crm, 'Join', 'c-1007')
  expect(await waitForButtons(crm, 1)).toHaveLength(1)
  expect(await crm.evaluate(() => document.querySelectorAll('.activity x-joinery, .draft x-joinery').length)).toBe(1)
  expect(await crm.evaluate(() => document.querySelectorAll('.draft a').length)).toBe(1)
  const before = stage.rooms.visits.length
  await clickButton(crm, 'Join')
  expect(await enteredRoom(stage, before)).toMatchObject({ name: 'Joe Smith', roomId: '5678' })
  await crm.close()
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
    '',
  ])('from a taken-over content script with %j for a link run nothing', async (href) => {
    const visits = stage.rooms.visits.length
    const told = await runLink({ buttonId: await buttonId(), href })
    expect(told).toEqual({ answer: { ok: false, problem: { code: 'not-applicable', text: expect.any(String) } } })
    expect(stage.rooms.visits).toHaveLength(visits)
  })

  test.each([
    ['a link longer than any', () => ({ href: `${ROOM}?roomID=5678&x=${'y'.repeat(2048)}` })],
    ['an account', () => ({ href: `${ROOM}?roomID=5678`, accountId: stage.organisation.accountId })],
    ['a target', () => ({ href: `${ROOM}?roomID=5678`, targetId: stage.organisation.support })],
    ['no list of doubts', () => ({ href: `${ROOM}?roomID=5678`, doubts: 'none' })],
  ])('with %s get no answer', async (_case, more) => {
    expect(await runLink({ buttonId: await buttonId(), ...more() })).toEqual({ answer: null })
  })

  test('are answered with no more than how it ended', async () => {
    const before = stage.rooms.visits.length
    const told = await runLink({ buttonId: await buttonId(), href: `${ROOM}?roomID=5678` })
    expect(told).toEqual({ answer: { ok: true, text: 'Room opened.', opened: true } })
    await enteredRoom(stage, before)
  })
})
