/** Addresses with placeholders: where they lead is fixed when the file is read, values fill gaps between fixed signs. @module */
import type { Field } from '../fields.ts'
import { matchesPattern } from '../patterns.ts'
import type { Permissions } from '../plugin.ts'
import { isKnownApp, isServer } from './app-schemes.ts'
import { refuse } from './complaints.ts'
import { type Piece, type Placeholder, piecesOf, placeholdersIn, type Surroundings } from './placeholders.ts'
import { readText } from './read-value.ts'

/** A parameter: its name as it stands in the address, and its value in pieces; `undefined` where it has no `=`. */
export interface Parameter {
  readonly name: string
  readonly value: readonly Piece[] | undefined
}

/** An address in its parts. */
export interface Address {
  /** What stands before the path; or the account's setting that does. */
  readonly start: string | { readonly setting: string }
  readonly segments: readonly (readonly Piece[])[]
  readonly query: readonly Parameter[] | undefined
  /** As it is, or its parameters where values go into it. */
  readonly fragment: string | readonly Parameter[] | undefined
}

const MAX_ADDRESS_LENGTH = 2000
/** An account's address, where none is known yet. */
const SERVER = 'https://server.example/'
/** The account's address where it may stand: before a path or a query. */
const SETTING_START = /^\{account\.(\w+)\}(?=[/?])/
const WEB_START = /^https:\/\/[^/?#{}@]+(?=\/)/
const APP_START = /^([a-z][a-z0-9+.-]*):\/\/[^/?#{}@]+(?=\/)/
const PARTS = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/
/** What a URL may hold as it is (RFC 3986, 2), but for brackets; a percent sign with its two digits. */
const LITERAL = /^(?:[A-Za-z0-9\-._~:/?#@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/

/**
 * Reads an address and checks all that can be known of it before there are values.
 *
 * @throws PluginError with the path of what is wrong.
 */
export function readAddress(value: unknown, path: string, kind: 'web' | 'app', around: Surroundings): Address {
  const text = readText(value, path, MAX_ADDRESS_LENGTH)
  for (const piece of piecesOf(text, path, around)) {
    if (typeof piece === 'string' && !LITERAL.test(piece)) refuse(complaintFor(kind), path)
  }
  const start = startOf(text, path, kind, around)
  const rest = text.slice(typeof start === 'string' ? start.length : `{account.${start.setting}}`.length)
  const [, place = '', query, fragment] = PARTS.exec(rest) ?? []
  const read = (part: string) => piecesOf(part, path, around)
  const address = {
    start,
    segments: place === '' ? [] : place.slice(1).split('/').map(read),
    query: query === undefined ? undefined : parametersIn(query, path, read),
    fragment: fragment?.includes('{') ? parametersIn(fragment, path, read) : fragment,
  }
  checkSegments(address.segments, path, around)
  checkPlaces(address, path, around)
  return address
}

function complaintFor(kind: 'web' | 'app') {
  return kind === 'web' ? 'notAddress' : 'notAppAddress'
}

function startOf(text: string, path: string, kind: 'web' | 'app', { fields }: Surroundings): Address['start'] {
  const setting = kind === 'web' ? SETTING_START.exec(text)?.[1] : undefined
  const [start, scheme = ''] = (kind === 'web' ? WEB_START : APP_START).exec(text) ?? []
  const sample = sampleOf(text, setting)
  // A host in capitals, with a default port or in another script is read as another text than stands there.
  if (!URL.canParse(sample) || new URL(sample).href !== sample) return refuse(complaintFor(kind), path)
  if (setting !== undefined) return isServer(fields.account, setting) ? { setting } : refuse('notAddress', path)
  return start === undefined || (kind === 'app' && !isKnownApp(scheme)) ? refuse(complaintFor(kind), path) : start
}

/** The address with something harmless in every gap, and in place of the setting that it starts with. */
function sampleOf(text: string, setting?: string): string {
  const rest = setting === undefined ? text : text.slice(`{account.${setting}}`.length)
  const own = setting === undefined ? rest : (rest.startsWith('/') ? SERVER.slice(0, -1) : SERVER) + rest
  return own.replace(/\{[^{}]*\}/g, 'x')
}

function parametersIn(text: string, path: string, read: (part: string) => readonly Piece[]): readonly Parameter[] {
  return text.split('&').map((pair) => {
    const [, name = '', value] = /^([^=]*)(?:=(.*))?$/.exec(pair) ?? []
    const [first] = placeholdersIn(read(name))
    if (first !== undefined) refuse('misplaced', path, { name: first.text })
    return { name, value: value === undefined ? undefined : read(value) }
  })
}

/** Dots alone are gone already, since no browser writes them. */
function checkSegments(segments: Address['segments'], path: string, { mayBeEmpty }: Surroundings): void {
  for (const [index, segment] of segments.entries()) {
    if (segment.length === 0 && index < segments.length - 1) refuse('emptySegment', path)
    const gap = placeholdersIn(segment).find(mayBeEmpty)
    if (gap !== undefined) refuse('mayBeEmpty', path, { name: gap.text })
  }
}

/** An address of the account may be nothing but the start: elsewhere it would be one more place that a link tells of. */
function checkPlaces({ segments, query, fragment }: Address, path: string, { fields }: Surroundings): void {
  const parameters = [query ?? [], typeof fragment === 'object' ? fragment : []].flat()
  const pieces = [...segments.flat(), ...parameters.flatMap(({ value }) => value ?? [])]
  const isAddress = ({ part, name }: Placeholder) => part === 'account' && typeOf(fields.account[name]) === 'url'
  const wrong = placeholdersIn(pieces).find(isAddress)
  if (wrong !== undefined) refuse('misplaced', path, { name: wrong.text })
}

function typeOf(field: Field | undefined): Field['type'] | undefined {
  return field?.type
}

/** Refuses an address that no pattern of the permissions opens. */
export function checkPermitted(text: string, path: string, { start }: Address, { open = [] }: Permissions): void {
  const setting = typeof start === 'string' ? undefined : start.setting
  const settings = setting === undefined ? {} : { [setting]: SERVER }
  const sample = sampleOf(text, setting)
  if (!open.some((pattern) => matchesPattern(pattern, sample, settings))) refuse('notPermitted', path)
}
