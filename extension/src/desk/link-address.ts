/** A plugin's `recognize` as pages need it: selectors, and expressions for what they cannot tell. @module */
import type { Field, Plugin, Recognition } from '@joinery/sdk'
import { type RawValues, settingOf } from '@joinery/sdk/host'
import { LONGEST_LINK } from '../page-messages.ts'
import { filledBy, tellingFields } from './link-fields.ts'

/** How such links are found in a page. */
export interface LinkAddress {
  /** Conditions on a link's attribute, of which one is enough. */
  readonly conditions: readonly string[]
  /** An expression for the whole address. */
  readonly address: string
}

/** Where links lead: their scheme and host as conditions and as an expression, and the expression for their path. */
interface Destination {
  readonly conditions: readonly string[]
  readonly start: string
  readonly path: string
}

const APP_PATTERN = /^([a-z][a-z0-9+.-]*:)\*$/
const WEB_PATTERN = /^(https?:\/\/)(\*\.)?([^/]+)(\/.*)$/
const SPECIAL_IN_EXPRESSIONS = /[.*+?^${}()|[\]\\/]/g
const SPECIAL_IN_SELECTORS = /["\\\p{Cc}]/gu
const REST_OF_QUERY = '(?:\\?[^#]*)?'
const ANY_VALUE = '[^&#]+'

/** How a page finds the links that a recognition of this plugin is about; `undefined` where a setting that it needs is empty. */
export function addressOf(plugin: Plugin, recognition: Recognition, settings: RawValues): LinkAddress | undefined {
  const destination = destinationOf(recognition.href, settings)
  if (destination === undefined) return undefined
  const { conditions, start, path } = destination
  const { unless = [] } = recognition
  const isComplete = unless.flatMap((name) => ['?', '&'].map((joint) => `[href*="${inSelector(`${joint}${name}=`)}"]`))
  const incomplete = isComplete.length === 0 ? '' : `:not(${isComplete.join(',')})`
  const address = [
    `^(?=.{1,${LONGEST_LINK}}$)${start}`,
    ...unless.map((name) => `(?![^#]*[?&]${inAnyEncoding(name)}(?:[=&#]|$))`),
    valuesIn(plugin, recognition),
    `${path}(?:#.*)?$`,
  ].join('')
  if (!isExpression(address)) return undefined
  return { conditions: conditions.map((condition) => `${condition}${incomplete}`), address }
}

/** The selector for links that one of these finds: asked at once, it costs half as much as one by one. */
export function selectorOf(addresses: readonly LinkAddress[]): string {
  return `a:is(${addresses.flatMap(({ conditions }) => conditions).join(',')})`
}

function destinationOf(pattern: string, settings: RawValues): Destination | undefined {
  const setting = settingOf(pattern)
  if (setting !== undefined) return belowSetting(settings[setting], pattern.slice(pattern.indexOf('}') + 1))
  const [, scheme] = APP_PATTERN.exec(pattern) ?? []
  if (scheme !== undefined) return { conditions: [begins(scheme)], start: inExpression(scheme), path: '[^#]*' }
  const [, protocol = '', subdomains, host = '', path = ''] = WEB_PATTERN.exec(pattern) ?? []
  const [literal = ''] = path.split('*', 1)
  return {
    conditions: [
      begins(protocol + host + literal),
      ...(subdomains === undefined ? [] : [`${begins(protocol)}[href*="${inSelector(`.${host}${literal}`)}" i]`]),
    ],
    start: inExpression(protocol) + (subdomains === undefined ? '' : '(?:[^/?#@]+\\.)?') + inExpression(host),
    path: withStars(path),
  }
}

// The setting's own query stays here: it may hold a key.
function belowSetting(value: unknown, rest: string): Destination | undefined {
  if (typeof value !== 'string' || !URL.canParse(value)) return undefined
  const { origin, pathname } = new URL(value)
  if (origin === 'null') return undefined
  const isPage = rest === '' || rest === '?*'
  const base = isPage ? pathname : pathname.replace(/\/$/, '')
  const [literal = ''] = isPage ? [] : rest.split('*', 1)
  return {
    conditions: [begins(origin + base + literal)],
    start: inExpression(origin),
    path: inExpression(base) + (isPage ? REST_OF_QUERY : withStars(rest)),
  }
}

/** That the link says which target it is about, in the form that its field asks for. */
function valuesIn(plugin: Plugin, recognition: Recognition): string {
  const { query = {}, path = {}, prefix = {} } = recognition
  const declared = plugin.target?.fields ?? {}
  const { names, isAnyEnough } = tellingFields(declared, filledBy(recognition))
  const said = names.map((name) => {
    const form = path[name]
    if (form !== undefined) return `(?=(?:${form})(?:[?#]|$))`
    const parameter = `(?:${[query[name] ?? []].flat().map(inExpression).join('|')})=`
    const value = shapeOf(declared[name], prefix[name] ?? '')
    return `(?=[^?#]*\\?(?:[^#]*&)?${parameter}${value}(?:[&#]|$))(?![^#]*[?&]${parameter}[^#]*&${parameter})`
  })
  return isAnyEnough ? `(?:${said.join('|')})` : said.join('')
}

function shapeOf(field: Field | undefined, prefix: string): string {
  if (field?.type !== 'text' || field.pattern === undefined) return ANY_VALUE
  if (prefix === '') return `(?:${field.pattern})`
  const isBefore = /^\w+$/.test(prefix) && field.pattern.startsWith(prefix) && !field.pattern.includes('|')
  return isBefore ? `(?:${field.pattern.slice(prefix.length)})` : ANY_VALUE
}

function begins(text: string): string {
  return `[href^="${inSelector(text)}" i]`
}

function withStars(path: string): string {
  return path.split('*').map(inExpression).join('[^#]*')
}

function inExpression(text: string): string {
  return text.replace(SPECIAL_IN_EXPRESSIONS, '\\$&')
}

function inSelector(text: string): string {
  return text.replace(SPECIAL_IN_SELECTORS, (character) => `\\${character.codePointAt(0)?.toString(16)} `)
}

// Servers take `%5Ft` for `_t`.
function inAnyEncoding(name: string): string {
  const encoded = [...name].map((character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).padStart(2, '0')
    const either = code.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)
    return `(?:${inExpression(character)}|%${either})`
  })
  return encoded.join('')
}

// Forms that are sound alone may not be so together.
function isExpression(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp
  } catch {
    return false
  }
}
