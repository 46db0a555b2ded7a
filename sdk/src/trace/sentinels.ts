/** Values that take a value's place so that one can see where it goes: pairs, of which each field takes some. @module */
import { generateKeyPairSync } from 'node:crypto'
import type { Field } from '../fields.ts'

/** Two values for one place; what differs between the runs with one and with the other comes from there. */
export type Pair = readonly [one: unknown, other: unknown]

/** Long enough that neither is in a link by chance. */
const WORDS = ['Kestrel7Quill', 'Walrus3Onyx'] as const
const EMAILS = ['kestrel.quill@sentinel.example', 'walrus.onyx@sentinel.example'] as const
const HOSTS = ['kestrel.example', 'walrus.example'] as const
/** For fields whose pattern takes no words. */
const SHAPES: readonly Pair[] = [
  ['7310946', '8429157'],
  ['Qx', 'Zk'],
  ['4f1c9a7e5b2d8036c1e94a7f5d3b260827', '9b3e6d1f8a4c7520e7d2b8f6a1c5493014'],
]
const HOUR_MILLISECONDS = 3_600_000

/** Pairs for a field, the most telling first; the first pair that the plugin takes is enough. */
export function pairsFor(field: Field | undefined, value: unknown): readonly Pair[] {
  switch (field?.type) {
    case undefined:
    case 'text':
    case 'secret':
      return isPrivateKey(value) ? [keys()] : [WORDS, ...turned(value), ...SHAPES]
    case 'email':
      return [EMAILS]
    case 'url':
      return [urls(value)]
    case 'number':
      return numbers(Number(value ?? field.default ?? field.min ?? 1))
    case 'datetime':
      return dates(value)
    case 'file':
      return files(value)
    default:
      return []
  }
}

/** Pairs for a field that has few values: all of them tell something. */
export function choicesFor(field: Field): readonly Pair[] {
  if (field.type === 'boolean') return [[true, false]]
  if (field.type !== 'choice') return []
  const options = Object.keys(field.options)
  return options.slice(1).map((option, index) => [options[index], option])
}

/** The text by which a value is found again. */
export function textOf(field: Field | undefined, value: unknown): string {
  if (field?.type === 'url') return URL.parse(String(value))?.hostname ?? String(value)
  if (field?.type === 'file') return String((value as { readonly text?: unknown }).text)
  return String(value)
}

function isPrivateKey(value: unknown): boolean {
  return typeof value === 'string' && value.trimStart().startsWith('-----BEGIN PRIVATE KEY-----')
}

let made: Pair | undefined

/** Fresh RSA keys, made once: what is no key is refused. */
function keys(): Pair {
  made ??= [1, 2].map(() => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    return privateKey.export({ type: 'pkcs8', format: 'pem' })
  }) as unknown as Pair
  return made
}

function urls(value: unknown): Pair {
  const [one, other] = HOSTS.map((host) => {
    const url = URL.parse(String(value)) ?? new URL('https://sentinel.example/')
    url.host = host
    return url.href
  })
  return [one, other]
}

function numbers(value: number): readonly Pair[] {
  return [
    [value + 1, value + 2],
    [value - 1, value - 2],
    [value, value + 1],
    [value, value - 1],
  ]
}

function dates(value: unknown): readonly Pair[] {
  const moment = typeof value === 'string' ? Date.parse(value) : Number(value ?? Number.NaN)
  if (Number.isNaN(moment)) return []
  return [
    [moment + HOUR_MILLISECONDS, moment + 2 * HOUR_MILLISECONDS],
    [moment - HOUR_MILLISECONDS, moment - 2 * HOUR_MILLISECONDS],
  ]
}

function files(value: unknown): readonly Pair[] {
  const file = value as { readonly name?: unknown; readonly text?: unknown } | undefined
  return [WORDS, ...turned(file?.text)].map(([one, other]) => [
    { name: 'sentinel.txt', text: one },
    { name: 'sentinel.txt', text: other },
  ])
}

/** The value with other signs of the same kinds, so that a pattern which takes it takes them: all signs, or digits alone. */
function turned(value: unknown): readonly Pair[] {
  if (typeof value !== 'string' && typeof value !== 'number') return []
  return [KINDS, [DIGITS]].flatMap((kinds): readonly Pair[] => {
    const [one, other] = [turn(String(value), 1, kinds), turn(String(value), 2, kinds)]
    return one === other ? [] : [[one, other]]
  })
}

/** A zero stays one, since it may not lead. */
const DIGITS = '123456789'
/** Hex digits stay hex digits. */
const KINDS = [DIGITS, 'abcdef', 'ghijklmnopqrstuvwxyz', 'ABCDEF', 'GHIJKLMNOPQRSTUVWXYZ'] as const

function turn(text: string, by: number, kinds: readonly string[]): string {
  return Array.from(text, (sign) => {
    const kind = kinds.find((signs) => signs.includes(sign))
    return kind === undefined ? sign : kind[(kind.indexOf(sign) + by) % kind.length]
  }).join('')
}
