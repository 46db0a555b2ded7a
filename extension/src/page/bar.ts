/** The bar of buttons at one anchor: the shortcuts that can be used for the record there. @module */

import type { RunReply } from '../desk/views.ts'
import type { Payload } from '../messages.ts'
import type { PageRecord } from '../page-messages.ts'
import type { Aim } from './aim.ts'
import { styleFor } from './bar-style.ts'
import { make } from './dom.ts'
import { createIcon, drawIcon } from './icons.ts'
import type { Mount } from './mounts.ts'
import { createNote, type Note } from './note.ts'
import type { Reading } from './read-record.ts'
import type { PageButton, PageSetup } from './setup.ts'
import { surroundingsOf } from './surroundings.ts'
import type { ClickGuard } from './trusted-click.ts'

/** Our element's name in pages; never defined as a custom element, which content scripts cannot do. */
export const HOST_NAME = 'x-joinery'

/** So far a hand moves that rests on the mouse, at most. */
const REST_PIXELS = 6

/** What a bar works with. */
export interface BarOptions {
  /** The element that the bar is to stand at; its colours are taken over. */
  readonly anchor: Element
  readonly size: 'full' | 'compact' | 'floating'
  readonly setup: PageSetup
  readonly guard: ClickGuard
  /** The scope's own: it outlives a bar that the page takes out. */
  readonly aim: Aim
  /** The record as the scope shows it now. */
  read(): Reading | undefined
  run(payload: Payload<'page.run'>): Promise<RunReply>
  /** Opens the window for an invitation whose link was copied. */
  open(invitationId: string): void
  /** The user wants none of it here; only of a bar that floats. */
  hide?(): void
}

/** Makes a bar; whoever asked for it puts it into the page. */
export function mountBar(options: BarOptions): Mount {
  const { anchor, size, setup, guard, aim } = options
  const host = make(HOST_NAME)
  const root = host.attachShadow({ mode: 'closed' })
  const style = make('style')
  style.textContent = styleFor(size, setup.showsBySign)
  const bar = make('div')
  bar.className = `bar ${size}`
  bar.lang = setup.language
  bar.dir = setup.direction
  const { scheme, surface } = surroundingsOf(anchor)
  bar.style.colorScheme = scheme
  // Always, or the page's own would count.
  bar.style.setProperty('--on', surface ?? 'Canvas')
  bar.setAttribute('role', 'group')
  bar.setAttribute('aria-label', setup.words.bar)
  const note = createNote()
  const buttons = setup.buttons.map((button) => {
    const element = createButton(button, size)
    element.addEventListener('click', (event) => void clicked(event, button, element, { ...options, host, note }))
    bar.append(element)
    return { button, element }
  })
  if (options.hide !== undefined) bar.append(createHideButton(setup.words.hide, options.hide))
  bar.append(note.element)
  // The row, card, link or label around must not take our clicks and keys for its own.
  for (const type of ['click', 'pointerdown', 'mousedown', 'dblclick', 'keydown']) {
    bar.addEventListener(type, (event) => event.stopPropagation())
  }
  bar.addEventListener('click', (event) => event.preventDefault())
  followPointer(bar, (how) => {
    guard.approach(host)
    aim.approach(how, refresh())
  })
  bar.addEventListener('pointerdown', ({ isTrusted, pointerType }) => {
    if (isTrusted) aim.press(pointerType === 'mouse' ? 'mouse' : 'other', options.read())
  })
  bar.addEventListener('keydown', ({ isTrusted }) => isTrusted && aim.press('other', options.read()))
  root.append(style, bar)

  let shownKey: string | undefined
  function refresh(): Reading | undefined {
    const reading = options.read()
    aim.note(reading)
    for (const { button, element } of buttons) element.hidden = reading === undefined || lacks(reading.record, button)
    host.hidden = buttons.every(({ element }) => element.hidden)
    if (reading?.record.key === shownKey) return reading
    shownKey = reading?.record.key
    note.hide()
    for (const { button, element } of buttons) showState(element, button)
    return reading
  }

  refresh()
  return { host, refresh, remove: () => host.remove() }
}

function followPointer(bar: Element, approach: (how: Parameters<Aim['approach']>[0]) => void): void {
  let arrival: PointerEvent | undefined
  bar.addEventListener('focusin', ({ isTrusted }) => isTrusted && approach('aimed'))
  bar.addEventListener('pointerover', (event) => {
    if (!event.isTrusted) return
    arrival = event as PointerEvent
    approach('arrived')
  })
  bar.addEventListener('pointermove', (event) => {
    if (!event.isTrusted) return
    const { clientX, clientY, movementX, movementY } = event as PointerEvent
    const onBar = Math.hypot(clientX - (arrival?.clientX ?? 0), clientY - (arrival?.clientY ?? 0))
    approach(Math.max(onBar, Math.hypot(movementX, movementY)) > REST_PIXELS ? 'aimed' : 'rested')
  })
}

function createButton({ name, icon, colour, vendor }: PageButton, size: BarOptions['size']): HTMLButtonElement {
  const element = make('button')
  const text = make('span')
  element.type = 'button'
  text.textContent = name
  if (colour !== undefined) element.style.setProperty('--icon', colour)
  if (vendor !== undefined) {
    element.dataset.vendor = vendor.letter
    element.style.setProperty('--vendor', vendor.colour)
    element.title = vendor.name
  }
  element.append(createIcon(icon), text)
  if (size === 'compact') {
    element.setAttribute('aria-label', name)
    element.title = name
  }
  return element
}

function createHideButton(label: string, hide: () => void): HTMLButtonElement {
  const element = make('button')
  element.type = 'button'
  element.className = 'hide'
  element.title = label
  element.setAttribute('aria-label', label)
  element.append(createIcon('hide'))
  element.addEventListener('click', (event) => event.isTrusted && hide())
  return element
}

function lacks({ facts }: PageRecord, { needs }: PageButton): boolean {
  return needs.some((fact) => {
    const isPartOfName = fact === 'firstName' || fact === 'lastName'
    return facts[fact] === undefined && !(isPartOfName && facts.name !== undefined)
  })
}

type ButtonState = 'busy' | 'done' | 'error'

function showState(element: HTMLButtonElement, { icon }: PageButton, state?: ButtonState): void {
  if (state === undefined) delete element.dataset.state
  else element.dataset.state = state
  const svg = element.firstElementChild
  if (svg instanceof SVGElement) drawIcon(svg, state ?? icon)
}

interface Clicked extends BarOptions {
  readonly host: Element
  readonly note: Note
}

async function clicked(
  event: MouseEvent,
  button: PageButton,
  element: HTMLButtonElement,
  { setup, guard, host, note, aim, read, run, open }: Clicked,
): Promise<void> {
  // At the click, before anything else: a page may swap the record under a button.
  const reading = read()
  if (element.dataset.state === 'busy' || !event.isTrusted || reading === undefined) return
  const doubt = aim.doubt(reading)
  const sight = await guard.judge(event, host, element)
  if (sight === 'hidden') return note.show(setup.words.covered, 'error', element)
  const doubts = [...(doubt === undefined ? [] : [doubt]), ...(sight === 'clear' ? [] : [sight])]
  showState(element, button, 'busy')
  element.setAttribute('aria-busy', 'true')
  const reply = await run({ shortcutId: button.shortcutId, record: reading.record, doubts }).catch(() => undefined)
  element.removeAttribute('aria-busy')
  showState(element, button, reply?.ok ? 'done' : 'error')
  if (reply?.ok) {
    const { invitationId: id } = reply
    const more = id === undefined ? undefined : { label: setup.words.more, run: () => open(id) }
    return note.show(reply.text, 'status', element, more)
  }
  note.show(reply?.problem.text ?? setup.words.gone, 'error', element)
}
