/** Links, encoded as RFC 3986 says. @module */
import { PluginError } from './errors.ts'

/** A parameter's value; `undefined` leaves the parameter out. */
export type ParameterValue = string | number | boolean | undefined

/** Parameters in the order they are to stand: an object, or pairs where a name repeats. */
export type Parameters = { readonly [name: string]: ParameterValue } | readonly (readonly [string, ParameterValue])[]

const UNRESERVED = unreservedCodes()
// encodeURIComponent leaves these five as they are; RFC 3986 reserves them.
const RESERVED_LEFT_BARE = /[!'()*]/g

/**
 * Percent-encodes one value for any place in a URL: all but letters, digits and `-._~` (RFC 3986, 2.3).
 *
 * @throws PluginError `invalid` for half a surrogate pair, which no URL can carry.
 * @example
 * encode("O'Brïen & Co") // 'O%27Br%C3%AFen%20%26%20Co'
 */
export function encode(value: string): string {
  if (isPlain(value)) return value
  if (!value.isWellFormed()) {
    throw new PluginError('invalid', {
      en: 'A text contains half a character.',
      de: 'Ein Text enthält ein halbes Zeichen.',
    })
  }
  return encodeURIComponent(value).replace(
    RESERVED_LEFT_BARE,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

// Most values are ids and numbers with nothing to encode; a loop sees that sooner than an expression or an encoder.
function isPlain(value: string): boolean {
  for (let index = 0; index < value.length; index += 1) {
    if (UNRESERVED[value.charCodeAt(index)] !== 1) return false
  }
  return true
}

function unreservedCodes(): Uint8Array {
  const codes = new Uint8Array(128)
  const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~'
  for (let index = 0; index < characters.length; index += 1) codes[characters.charCodeAt(index)] = 1
  return codes
}

/**
 * Appends parameters to a URL, in their order, each name and value encoded; a query or fragment of the base is kept.
 *
 * @throws PluginError `invalid` for half a surrogate pair or a number that is not finite.
 * @example
 * url('https://meet.example/join', { room: 'R&D', name: undefined }) // 'https://meet.example/join?room=R%26D'
 */
export function url(base: string, parameters: Parameters): string {
  const fragmentAt = base.indexOf('#')
  const fragment = fragmentAt === -1 ? '' : base.slice(fragmentAt)
  let made = fragmentAt === -1 ? base : base.slice(0, fragmentAt)
  let joint = !made.includes('?') ? '?' : /[?&]$/.test(made) ? '' : '&'
  const append = (name: string, value: ParameterValue) => {
    if (value === undefined) return
    made += `${joint}${encode(name)}=${encode(asText(value))}`
    joint = '&'
  }
  if (isPairs(parameters)) for (const [name, value] of parameters) append(name, value)
  // A loop over the names, since Object.entries takes as long as all the encoding.
  else for (const name of Object.keys(parameters)) append(name, parameters[name])
  return made + fragment
}

function isPairs(parameters: Parameters): parameters is readonly (readonly [string, ParameterValue])[] {
  return Array.isArray(parameters)
}

function asText(value: ParameterValue): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new PluginError('invalid', { en: 'A number is missing.', de: 'Eine Zahl fehlt.' })
  }
  return String(value)
}
