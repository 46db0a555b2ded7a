/** Fills an address with an action's values. @module */
import { PluginError } from '../errors.ts'
import type { AnyArguments } from '../plugin.ts'
import { encode } from '../url.ts'
import type { Address, Parameter } from './address.ts'
import type { Piece, Placeholder } from './placeholders.ts'

const LEADS_ELSEWHERE = {
  en: 'This value would lead elsewhere in the address. Change it.',
  de: 'Dieser Wert würde in der Adresse woandershin führen. Ändern Sie ihn.',
}
const HAS_QUERY = {
  en: 'This must be an address without a question mark.',
  de: 'Das muss eine Adresse ohne Fragezeichen sein.',
}

/**
 * The address with every value in its place, percent-encoded. A parameter is left out where a value of it is absent.
 *
 * @throws PluginError `unsafe` with the field whose value would move the path, `invalid` for half a character or for an
 * account's address with a query before a path.
 */
export function fillAddress(address: Address, values: AnyArguments): string {
  const { segments, query, fragment } = address
  const path = segments.map((segment) => `/${filledSegment(segment, values)}`).join('')
  const { start, query: own } = startOf(address, values)
  const pairs = [...own, ...(query ?? []).flatMap((parameter) => filledParameter(parameter, values))]
  const end =
    typeof fragment === 'object' ? fragment.flatMap((one) => filledParameter(one, values)).join('&') : fragment
  return start + path + (pairs.length === 0 ? '' : `?${pairs.join('&')}`) + (end ? `#${end}` : '')
}

function startOf({ start, segments }: Address, values: AnyArguments) {
  if (typeof start === 'string') return { start, query: [] }
  const { origin, pathname, search } = new URL(String(values.account[start.setting]))
  if (segments.length === 0) return { start: origin + pathname, query: search === '' ? [] : [search.slice(1)] }
  if (search !== '') throw new PluginError('invalid', HAS_QUERY, { field: start.setting })
  return { start: origin + pathname.replace(/\/$/, ''), query: [] }
}

function filledSegment(segment: readonly Piece[], values: AnyArguments): string {
  return segment
    .map((piece) => {
      if (typeof piece === 'string') return piece
      const value = valueAt(piece, values) ?? ''
      // Servers that decode a path before they read it would walk upwards by these, however they are encoded.
      if (value.split(/[/\\]/).some(isNoName)) throw new PluginError('unsafe', LEADS_ELSEWHERE, { field: piece.name })
      return encode(value)
    })
    .join('')
}

/** Nothing, or dots alone; some servers leave out white space around them. */
function isNoName(part: string): boolean {
  return /^[\s.]*$/.test(part)
}

function filledParameter({ name, value }: Parameter, values: AnyArguments): readonly string[] {
  if (value === undefined) return [name]
  const parts = value.map((piece) => (typeof piece === 'string' ? piece : encoded(valueAt(piece, values))))
  return parts.includes(undefined) ? [] : [`${name}=${parts.join('')}`]
}

function encoded(value: string | undefined): string | undefined {
  return value === undefined ? undefined : encode(value)
}

function valueAt({ part, name }: Placeholder, values: AnyArguments): string | undefined {
  const value: unknown = (values[part] as { readonly [name: string]: unknown })[name]
  return value === undefined ? undefined : String(value)
}
