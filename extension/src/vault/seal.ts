/** Seals texts and records under the vault key, and opens them. @module */
import { compactDecrypt } from 'jose/jwe/compact/decrypt'
import { CompactEncrypt } from 'jose/jwe/compact/encrypt'
import { hasExactly, readCompact } from './compact.ts'
import { type Content, contentFrom } from './content.ts'

/** The version of the format that is written. */
export const FORMAT = 1

/** A vault key as sealing uses it. */
export interface SealingKey {
  /** Vault and epoch, such as `local/1`. */
  readonly name: string
  readonly cipher: CryptoKey
}

/** A sealed record: nothing but its id, the format, the key's name and what cannot be read. */
export interface Sealed {
  readonly id: string
  /** The version of the format. */
  readonly v: number
  /** The name of the key. */
  readonly k: string
  /** The compact JWE, which repeats the other three in its protected header. */
  readonly e: string
}

/** Why something does not open. */
export type DamageReason =
  /** It does not have the form of a sealed record. */
  | 'form'
  /** Made by a newer Joinery. */
  | 'newer-format'
  /** Sealed with another key. */
  | 'other-key'
  /** The JWE is not one of ours, or belongs to another id, format or key. */
  | 'header'
  /** The JWE was changed or cut. */
  | 'changed'
  /** It opened, and what is inside is not a record. */
  | 'content'

/** A record that does not open; it stays where it is. */
export interface Damage {
  readonly id: string
  readonly reason: DamageReason
}

/** What opening gave: the inside, or the damage. Nothing is thrown, so that one bad record stops no list. */
export type Opened<Inside> =
  | { readonly ok: true; readonly id: string; readonly inside: Inside }
  | { readonly ok: false; readonly damage: Damage }

const HEADER_NAMES = ['alg', 'enc', 'id', 'v', 'k']
const RECORD_ID = /^[0-9a-f]{32}$/
const pinned = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] }
const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

/** A new record's id: 128 random bits. */
export function newRecordId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Whether something is a record's id. */
export function isRecordId(value: unknown): value is string {
  return typeof value === 'string' && RECORD_ID.test(value)
}

/** Seals a text under an id. */
export async function sealText(key: SealingKey, id: string, text: string, version = FORMAT): Promise<Sealed> {
  const outside = { id, v: version, k: key.name }
  const e = await new CompactEncrypt(encoder.encode(text))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', ...outside })
    .encrypt(key.cipher)
  return { ...outside, e }
}

/** Opens a sealed text; `newest` is the latest format that the caller reads. */
export async function openText(key: SealingKey, sealed: unknown, newest = FORMAT): Promise<Opened<string>> {
  if (!isSealed(sealed)) return damaged(idIn(sealed), 'form')
  const { id, v, k, e } = sealed
  if (v > newest) return damaged(id, 'newer-format')
  if (k !== key.name) return damaged(id, 'other-key')
  const outside = readCompact(e)
  if (typeof outside === 'string') return damaged(id, 'changed')
  const { header } = outside
  const own = header.id === id && header.v === v && header.k === k && header.alg === 'dir' && header.enc === 'A256GCM'
  if (!own || !hasExactly(header, HEADER_NAMES)) return damaged(id, 'header')
  try {
    const { plaintext } = await compactDecrypt(e, key.cipher, pinned)
    return { ok: true, id, inside: decoder.decode(plaintext) }
  } catch {
    return damaged(id, 'changed')
  }
}

/** Seals a record's content. */
export function sealRecord(key: SealingKey, id: string, content: Content): Promise<Sealed> {
  return sealText(key, id, JSON.stringify(content))
}

/** Opens a record. */
export async function openRecord(key: SealingKey, sealed: unknown): Promise<Opened<Content>> {
  const opened = await openText(key, sealed)
  if (!opened.ok) return opened
  const content = parsedContent(opened.inside)
  return content === undefined ? damaged(opened.id, 'content') : { ok: true, id: opened.id, inside: content }
}

/** Something as a sealed record, as far as its outside tells. */
export function isSealed(value: unknown): value is Sealed {
  if (typeof value !== 'object' || value === null) return false
  const { id, v, k, e } = value as { readonly [name: string]: unknown }
  if (typeof id !== 'string' || typeof k !== 'string' || typeof e !== 'string') return false
  return typeof v === 'number' && Number.isSafeInteger(v) && v >= 1
}

function parsedContent(text: string): Content | undefined {
  try {
    return contentFrom(JSON.parse(text))
  } catch {
    return undefined
  }
}

function damaged(id: string, reason: DamageReason): { readonly ok: false; readonly damage: Damage } {
  return { ok: false, damage: { id, reason } }
}

function idIn(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('id' in value)) return ''
  return typeof value.id === 'string' ? value.id : ''
}
