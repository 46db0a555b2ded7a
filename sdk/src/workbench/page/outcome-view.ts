/** What an action gave: its type, its links with what came from where, and the rest. @module */
import type { Cell } from '../../outcome.ts'
import type { Text } from '../../text.ts'
import type { ShownError, ShownOutcome } from '../messages.ts'
import { button, make } from './dom.ts'
import { fieldId, nameOf } from './fields-by-name.ts'
import { linkView } from './link-view.ts'
import { say } from './text.ts'

/** What each type means for the user. */
const MEANINGS: { readonly [type: string]: string } = {
  tab: 'opens in a tab',
  popup: 'opens in a window of its own',
  app: 'opens in another program',
  links: 'links to hand out',
  invite: 'an invitation',
  target: 'is stored as a target',
  removed: 'the target is gone',
  table: 'a table',
  done: 'done',
}

/** An outcome. */
export function outcomeView({ type, links, rest }: ShownOutcome, action: string): HTMLElement {
  return make(
    'div',
    { class: 'outcome' },
    make('p', { class: 'verdict' }, make('strong', { class: 'type' }, type), ` ${MEANINGS[type] ?? ''}`),
    ...links.map((link) => linkView(link, action)),
    type === 'table' ? tableView(rest) : restView(rest),
  )
}

function restView(rest: ShownOutcome['rest']): HTMLElement | undefined {
  const rows = Object.entries(rest).map(([name, value]) =>
    make('div', {}, make('dt', {}, name), make('dd', {}, shown(name, value))),
  )
  return rows.length === 0 ? undefined : make('dl', {}, ...rows)
}

function shown(name: string, value: unknown): Node | string {
  if (typeof value === 'number' && (name === 'expiresAt' || name === 'start')) return new Date(value).toLocaleString()
  if (typeof value === 'object') return make('pre', { tabindex: 0 }, JSON.stringify(value, null, 2))
  return String(value)
}

function tableView(rest: ShownOutcome['rest']): HTMLElement {
  const { title, columns, rows } = rest as { title: Text; columns: readonly Text[]; rows: readonly (readonly Cell[])[] }
  const cellText = (cell: Cell) => (typeof cell === 'number' ? String(cell) : say(cell))
  return make(
    'div',
    { class: 'wide', tabindex: 0 },
    make(
      'table',
      {},
      make('caption', {}, say(title)),
      make('thead', {}, make('tr', {}, ...columns.map((column) => make('th', { scope: 'col' }, say(column))))),
      make('tbody', {}, ...rows.map((row) => make('tr', {}, ...row.map((cell) => make('td', {}, cellText(cell)))))),
    ),
  )
}

/** An error, with a way to the field that it is about. */
export function errorView(error: ShownError, action: string): HTMLElement {
  const { code, text, form, field, retryAfter, cause } = error
  const id = form === undefined || field === undefined ? undefined : fieldId(form, field, action)
  const place = id === undefined ? null : document.getElementById(id)
  const way =
    form === undefined || field === undefined || place === null
      ? undefined
      : button(`Go to ${nameOf(form, field, action)}`, () => document.getElementById(String(id))?.focus(), {
          class: 'quiet',
        })
  return make(
    'div',
    { class: 'refusal' },
    make('p', { class: 'verdict' }, make('strong', { class: 'type' }, code), ` ${say(text)}`),
    retryAfter === undefined ? undefined : make('p', {}, `To be tried again after ${retryAfter} seconds.`),
    cause === undefined ? undefined : make('pre', { tabindex: 0 }, cause),
    way,
  )
}
