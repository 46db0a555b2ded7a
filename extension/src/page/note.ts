/** A sentence below a button: what happened, or why nothing did. @module */
import { make } from './dom.ts'

/** How long good news stays; bad news stays until it is read and dismissed. */
const GOOD_NEWS_MILLISECONDS = 5000
/** Where there is something more to do, one needs the time to get there. */
const OFFER_MILLISECONDS = 8000
const GAP = 6

/** What else can be done, beside what was said. */
export interface Offer {
  readonly label: string
  run(): void
}

/** The note of a bar. */
export interface Note {
  readonly element: HTMLElement
  show(text: string, kind: 'status' | 'error', below: Element, offer?: Offer): void
  hide(): void
}

/** Makes a note; it stands in the top layer, so that no table cell cuts it off. */
export function createNote(): Note {
  const element = make('div')
  let timer: ReturnType<typeof setTimeout> | undefined
  element.className = 'note'
  element.popover = 'manual'
  element.addEventListener('click', hide)

  function hide(): void {
    clearTimeout(timer)
    if (element.matches(':popover-open')) element.hidePopover()
  }

  // Not from under a hand or a focus.
  function leaveIn(milliseconds: number): void {
    timer = setTimeout(() => (element.matches(':hover, :focus-within') ? leaveIn(milliseconds) : hide()), milliseconds)
  }

  function show(text: string, kind: 'status' | 'error', below: Element, offer?: Offer): void {
    hide()
    element.setAttribute('role', kind === 'error' ? 'alert' : 'status')
    element.classList.toggle('error', kind === 'error')
    element.textContent = text
    if (offer !== undefined) element.append(createOffer(offer))
    if (!element.isConnected) return
    element.showPopover()
    place(element, below.getBoundingClientRect(), (element.parentElement ?? below).getBoundingClientRect())
    if (kind === 'status') leaveIn(offer === undefined ? GOOD_NEWS_MILLISECONDS : OFFER_MILLISECONDS)
  }

  return { element, show, hide }
}

function createOffer({ label, run }: Offer): HTMLElement {
  const button = make('button')
  button.type = 'button'
  button.className = 'offer'
  button.textContent = label
  button.addEventListener('click', ({ isTrusted }) => isTrusted && run())
  return button
}

// A bar may have several lines of buttons, and all of them are to stay in reach.
function place(element: HTMLElement, button: DOMRect, bar: DOMRect): void {
  const { width, height } = element.getBoundingClientRect()
  const left = Math.max(8, Math.min(button.left, innerWidth - width - 8))
  const below = bar.bottom + GAP
  const top = below + height > innerHeight ? Math.max(8, bar.top - GAP - height) : below
  element.style.left = `${left}px`
  element.style.top = `${top}px`
}
