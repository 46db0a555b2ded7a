/** What a test does and sees in the extension's own pages: forms, lists, keys. @module */
import type { Page } from '../browsers/session.ts'
import type { Stage } from './stage.ts'

/** More presses of the Tab key than any of the pages has stops. */
const MOST_STOPS = 60

/** The selector of a form's input, by its field. */
export function input(field: string): string {
  return `[id$=".${field}"]`
}

/** An input as a user finds it. */
export interface InputState {
  readonly value: string
  readonly invalid: string | null
  readonly hasFocus: boolean
  /** What is tied to the input, the error first. */
  readonly description: string
}

/** Reads the state of a field's input. */
export function stateOf(page: Page, field: string): Promise<InputState> {
  return page.evaluate((selector) => {
    const element = document.querySelector(selector)
    if (element === null) throw new Error(`There is no ${selector}`)
    const ids = (element.getAttribute('aria-describedby') ?? '').split(' ')
    return {
      value: (element as HTMLInputElement).value,
      invalid: element.getAttribute('aria-invalid'),
      hasFocus: document.activeElement === element,
      description: ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' '),
    }
  }, input(field))
}

/** Presses Save, and waits until the field's input is marked as wrong and has the focus. */
export async function saveInVain(page: Page, field: string): Promise<InputState> {
  await page.click('button[type="submit"]')
  await page.waitFor((selector) => {
    const element = document.querySelector(selector)
    return element?.getAttribute('aria-invalid') === 'true' && document.activeElement === element
  }, input(field))
  return stateOf(page, field)
}

/** Presses Save, and waits until the page says that it is done. */
export async function saveForm(page: Page): Promise<void> {
  await page.click('button[type="submit"]')
  await page.waitFor(() => document.querySelector('.message-done') !== null)
}

/** Goes to a section of the options page by its navigation. */
export async function openSection(page: Page, section: string): Promise<void> {
  await page.click(`nav a[href="#${section}"]`)
  await page.waitFor((name) => document.querySelector(`nav a[href="#${name}"]`)?.ariaCurrent === 'page', section)
}

/** The names in a list, top down. */
export function listed(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.item-name, .target-name :is(a, bdi)')].map((name) => name.textContent ?? ''),
  )
}

/** Presses Tab, or Shift and Tab, until the element has the focus: the shorter way, and never out of the page. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const way = await page.evaluate((wanted) => {
      const target = document.querySelector(wanted)
      const { activeElement } = document
      if (target === null || activeElement === null) return 'nowhere'
      if (activeElement === target) return 'here'
      return activeElement.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING ? 'back' : 'on'
    }, selector)
    if (way === 'here') return
    if (way !== 'nowhere') await page.press(way === 'back' ? 'Shift+Tab' : 'Tab')
  }
  throw new Error(`The Tab key does not lead to ${selector}`)
}

/** Goes on by a link or button with the Tab key and Enter, until the page has put the focus where the user goes on. */
export async function follow(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector)
  await page.press('Enter')
  await page.waitFor((link) => {
    const { activeElement } = document
    return !activeElement?.matches(link) && document.querySelector('main')?.contains(activeElement)
  }, selector)
}

/** Types a text with single key presses. */
export async function type(page: Page, text: string): Promise<void> {
  for (const character of text) await page.press(character === ' ' ? 'Space' : character)
}

interface TabsApi {
  readonly tabs: { query(query: object): Promise<readonly { readonly id?: number; readonly url?: string }[]> }
}

/** The browser's number of the tab with a page of this origin, which was granted. */
export async function tabIdOf({ desk }: Stage, origin: string): Promise<number> {
  const id = await desk.evaluate(async (start) => {
    const scope = globalThis as unknown as Record<string, TabsApi>
    const tabs = await scope['browser' in globalThis ? 'browser' : 'chrome']?.tabs.query({})
    return tabs?.find(({ url }) => url?.startsWith(start))?.id ?? -1
  }, origin)
  if (id === -1) throw new Error(`No tab shows ${origin}`)
  return id
}

type Call = (...values: readonly unknown[]) => Promise<unknown>

/** Calls one of the browser's interfaces from an extension page. */
export function extensionApi(page: Page, area: string, name: string, ...values: readonly unknown[]): Promise<unknown> {
  return page.evaluate(
    (path, given) => {
      const root = globalThis as unknown as Readonly<Record<string, Record<string, Record<string, Call>>>>
      const api = root['browser' in globalThis ? 'browser' : 'chrome']
      const holder = path.area.split('.').reduce((inner: unknown, key) => (inner as Record<string, unknown>)[key], api)
      return (holder as Record<string, Call>)[path.name]?.(...given)
    },
    { area, name },
    values,
  )
}

/** Changes the extension's session storage, as the background would find it after a restart. */
export async function changeSession(page: Page, values: object): Promise<void> {
  await extensionApi(page, 'storage.session', 'set', values)
}
