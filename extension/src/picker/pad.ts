/** The control that has the keys while something is pointed at; it says what that is. @module */
import { i18n } from '#i18n'
import { make } from './dom.ts'

const MOST_LETTERS = 60

/** Makes a pad. */
export function createPad(inner: Document): HTMLElement {
  const name = make(inner, 'b', { class: 'pointed' }, i18n.t('picker.nothingPointed'))
  const keys = make(inner, 'span', { class: 'quiet small', id: 'keys' }, i18n.t('picker.keys'))
  const labels = {
    class: 'pad',
    tabindex: '0',
    role: 'application',
    'aria-label': i18n.t('picker.pad'),
    'aria-describedby': 'keys',
  }
  return make(inner, 'div', labels, name, keys)
}

/** Shows on the pad what is pointed at. */
export function showOnPad(pad: HTMLElement, text: string): void {
  const name = pad.querySelector('.pointed')
  if (name !== null) name.textContent = text
}

/** What an element is called, for people: its kind, and how its text begins. */
export function describe(element: Element): string {
  const text = (valueIn(element) || (element.textContent ?? '')).replace(/\s+/g, ' ').trim()
  const short = text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text
  return short === '' ? element.localName : `${element.localName} · ${short}`
}

function valueIn(element: Element): string {
  const isField = element.matches('input:not([type="password"]), textarea')
  return isField ? (element as HTMLInputElement).value : ''
}
