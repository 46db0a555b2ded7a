import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { makeCertificate } from '../certificates.ts'
import { launch, type Page, type Session } from './session.ts'
import { type FixtureServer, startServer, writeExtension } from './session-fixture.ts'
import { makeTemporaryFolder, removeTemporaryFolder } from './temporary.ts'

const browser = inject('browser')

let folder: string
let web: FixtureServer
let vendor: FixtureServer
let session: Session

beforeAll(async () => {
  folder = makeTemporaryFolder('fixture')
  writeExtension(join(folder, 'extension'), browser)
  const certificate = await makeCertificate(['www.vendor.example'])
  web = await startServer()
  vendor = await startServer(certificate)
  const extensionDirectory = join(folder, 'extension')
  const hosts = { 'www.vendor.example': vendor.port }
  session = await launch(browser, { extensionDirectory, hosts, certificate, colorScheme: 'dark' })
})

afterAll(async () => {
  await session?.close()
  web?.close()
  vendor?.close()
  await removeTemporaryFolder(folder)
})

function openExtension(): Promise<Page> {
  return session.open(`${session.extensionOrigin}/page.html`)
}

function openWeb(path = '/'): Promise<Page> {
  return session.open(`http://127.0.0.1:${web.port}${path}`)
}

const readAnswer = () => document.querySelector('#answer')?.textContent ?? ''

async function grant(): Promise<void> {
  await session.allowGrants(['http://127.0.0.1', 'https://www.vendor.example/*'])
  const page = await openExtension()
  await page.click('#ask')
  await page.waitFor(() => ['granted', 'denied'].includes(document.querySelector('#answer')?.textContent ?? ''))
  expect(await page.evaluate(readAnswer)).toBe('granted')
  await page.close()
}

describe('pages', () => {
  test('a new session shows no page', async () => {
    expect(await session.pages()).toEqual([])
  })

  test('an address that cannot be loaded is refused, and leaves no tab', async () => {
    await expect(session.open('https://www.other.example/')).rejects.toThrow()
    await expect(session.open('http://www.other.example/')).rejects.toThrow()
    expect(await session.pages()).toEqual([])
  })

  test('the vendor host leads to the simulator, and its certificate is trusted', async () => {
    const page = await session.open('https://www.vendor.example/room?id=5678')
    expect(await page.url()).toBe('https://www.vendor.example/room?id=5678')
    expect(await page.evaluate(() => document.title)).toBe('Contacts')
    expect(vendor.requests).toContain('www.vendor.example/room?id=5678')
    await page.close()
  })

  test('values go into a page with a strict policy and come back', async () => {
    const page = await openWeb()
    const echo = (text: string, list: readonly number[]) => ({ text, sum: list.reduce((sum, item) => sum + item, 0) })
    expect(await page.evaluate(echo, 'Zoë "\u2028', [1, 2])).toEqual({ text: 'Zoë "\u2028', sum: 3 })
    expect(await page.evaluate(async () => await Promise.resolve(null))).toBe(null)
    expect(await page.evaluate(() => undefined)).toBe(undefined)
    await page.evaluate(() => void Object.assign(window, { ownWorld: 'kept' }))
    expect(await page.evaluate(() => Reflect.get(window, 'ownWorld'))).toBe('kept')
    await expect(page.evaluate(() => Promise.reject(new Error('from the page')))).rejects.toThrow('from the page')
    await page.close()
  })

  test('waiting goes on across a navigation', async () => {
    const page = await openWeb('/first')
    await page.evaluate(() => void setTimeout(() => location.assign('/second')))
    await page.waitFor((path) => location.pathname === path && document.readyState === 'complete', '/second')
    await page.goto(`http://127.0.0.1:${web.port}/third`)
    await page.reload()
    expect(await page.evaluate(() => location.pathname)).toBe('/third')
    await page.close()
    await expect(page.waitFor(() => true)).rejects.toThrow(/closed/)
  })

  test('the colour scheme is the one asked for', async () => {
    const page = await openExtension()
    expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
    await page.close()
  })
})

describe('input', () => {
  test('fields are filled and events are trusted', async () => {
    const page = await openWeb()
    await page.evaluate(() => {
      const events: string[] = []
      for (const type of ['input', 'change', 'pointerdown', 'pointerup', 'click', 'keydown']) {
        const note = (event: Event) => {
          events.push(`${type} ${(event.target as Element).id} ${event.isTrusted}`)
          document.body.dataset.events = events.join(';')
        }
        document.addEventListener(type, note)
      }
    })
    await page.fill('#name', 'Zoë 🎉')
    await page.fill('#at', '09:30')
    await page.select('#role', '3')
    await page.click('#save')
    await page.press('Tab')
    await page.press('Space')
    const values = await page.evaluate(() => ({
      name: document.querySelector<HTMLInputElement>('#name')?.value,
      at: document.querySelector<HTMLInputElement>('#at')?.value,
      role: document.querySelector<HTMLSelectElement>('#role')?.value,
      events: (document.body.dataset.events ?? '').split(';'),
    }))
    expect(values).toMatchObject({ name: 'Zoë 🎉', at: '09:30', role: '3' })
    expect(values.events).toEqual(
      expect.arrayContaining(['input name true', 'change name true', 'click save true', 'keydown save true']),
    )
    await page.fill('#name', '')
    expect(await page.evaluate(() => document.querySelector<HTMLInputElement>('#name')?.value)).toBe('')
    await page.close()
  })

  test('the mouse is pressed and released where it is told', async () => {
    const page = await openWeb()
    await page.evaluate(() => {
      const note = (event: MouseEvent) => {
        document.body.dataset.mouse = `${document.body.dataset.mouse ?? ''}${event.type} ${event.clientX},${event.clientY} ${event.isTrusted};`
      }
      for (const type of ['pointerdown', 'pointerup', 'click'] as const) document.addEventListener(type, note)
      document.addEventListener('pointermove', () => document.body.toggleAttribute('data-moved', true))
    })
    await page.hoverAt(5, 5)
    await page.mouseDown(30, 40)
    await page.mouseUp(30, 40)
    const expected = 'pointerdown 30,40 true;pointerup 30,40 true;click 30,40 true;'
    await page.waitFor((text) => document.body.dataset.mouse === text, expected)
    await page.evaluate(() => void document.body.removeAttribute('data-moved'))
    await page.clickHere()
    await page.waitFor((text) => document.body.dataset.mouse === text, expected + expected)
    expect(await page.evaluate(() => document.body.hasAttribute('data-moved'))).toBe(false)
    await page.close()
  })

  test('input to a page behind brings it to the front', async () => {
    const behind = await openWeb('/behind')
    const front = await openWeb('/front')
    await behind.evaluate(() => {
      document.addEventListener('click', (event) => {
        document.body.dataset.click = String(event.isTrusted)
      })
    })
    await behind.click('#save')
    await behind.waitFor(() => document.body.dataset.click === 'true')
    await front.close()
    await behind.close()
  })
})

describe('the extension', () => {
  test('a real click gets the grant, and the content script mounts its buttons', async () => {
    await grant()
    const page = await openWeb()
    await page.waitFor(() => document.querySelectorAll('x-joinery-test').length === 2)
    const buttons = await page.buttons()
    expect(buttons).toMatchObject([
      { label: 'Join Ada', title: 'Opens the room', state: 'ready', disabled: false, host: 'c1' },
      { label: 'Invite', disabled: true, box: null, host: 'c1' },
      { label: 'Join Zoë', state: 'ready', host: 'c2' },
      { label: 'Invite', host: 'c2' },
    ])
    expect(await page.evaluate(() => document.querySelector('x-joinery-test')?.shadowRoot)).toBe(null)

    await buttons[2]?.scrollIntoView()
    const join = (await page.buttons())[2]
    expect(join?.box?.y).toBeGreaterThan(0)
    expect(join?.box?.width).toBeGreaterThan(20)
    const { x, y, width, height } = join?.box ?? { x: 0, y: 0, width: 0, height: 0 }
    await page.clickAt(x + width / 2, y + height / 2)
    await page.waitFor(() => document.body.dataset.click === 'Zoë true')
    expect((await page.buttons())[2]?.state).toBe('done')
    await page.close()
  })

  test('buttons inside open shadow roots are found, with the record outside', async () => {
    const page = await openWeb('/empty')
    const mount = () => {
      document.body.replaceChildren()
      const row = document.createElement('crm-row')
      row.dataset.recordId = 'c9'
      const host = document.createElement('x-joinery-other')
      const button = document.createElement('button')
      button.append('Deep')
      host.attachShadow({ mode: 'closed' }).append(button)
      row.attachShadow({ mode: 'open' }).append(host)
      document.body.append(row)
    }
    await page.evaluate(mount)
    expect(await page.buttons()).toMatchObject([{ label: 'Deep', host: 'c9' }])
    await page.close()
  })

  test('the background answers, ends, and answers again as a new one', async () => {
    const page = await openExtension()
    const ask = async (message: string): Promise<{ echo: string; startedAt: number }> => {
      const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
      return await api.runtime.sendMessage(message)
    }
    const first = await page.evaluate(ask, 'first')
    expect(first.echo).toBe('first')
    await session.stopBackground()
    const second = await page.evaluate(ask, 'second')
    expect(second.echo).toBe('second')
    expect(second.startedAt).not.toBe(first.startedAt)
    await page.close()
  })

  test('what the extension copied is on the clipboard', async () => {
    const page = await openExtension()
    await page.click('#copy')
    await expect.poll(() => session.clipboardText()).toBe('Zoë’s link 🎉')
    await page.close()
  })

  test('a popup window has its size, can be waited for and is driven like a page', async () => {
    const page = await openExtension()
    await page.click('#popup')
    const popup = await session.waitForPage((url) => url.endsWith('?popup'))
    expect(await popup.windowSize()).toEqual({ width: 850, height: 700 })
    expect(await session.pages()).toHaveLength(2)
    await popup.click('#copy')
    await popup.close()
    expect(await session.pages()).toEqual([page])
    await page.close()
  })
})

describe('pictures and failures', () => {
  test('a screenshot has the size of the viewport', async () => {
    const page = await openWeb()
    await page.setViewport(640, 480)
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([640, 480])
    await page.screenshot(join(folder, 'page.png'))
    const picture = readFileSync(join(folder, 'page.png'))
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([640, 480])
    await page.screenshot(join(folder, 'full.png'), { fullPage: true })
    expect(readFileSync(join(folder, 'full.png')).readUInt32BE(20)).toBeGreaterThan(3000)
    await page.close()
  })

  test('errors name what was waited for', async () => {
    await expect(session.waitForPage((url) => url.includes('never'), 200)).rejects.toThrow(/url\.includes\("?'?never/)
    const page = await openWeb()
    await Promise.all([
      expect(page.waitFor(() => document.querySelector('#never-there'))).rejects.toThrow(/#never-there/),
      expect(page.click('#off')).rejects.toThrow(/#off/),
    ])
    await page.close()
  })
})
