/** The `.joinery` file: everything that was chosen, as one JWE under a passphrase of its own. @module */
import { type Content, contentFrom, stampsOf, valuesOf } from './content.ts'
import { vaultError } from './error.ts'
import { isDeeper } from './json.ts'
import { checkOutside, openWithPassphrase, sealWithPassphrase } from './passphrase.ts'
import { isRecordId, isSealed, type Sealed } from './seal.ts'

/** A record in a backup, with its edit stamps. */
export interface BackupRecord {
  readonly id: string
  readonly content: Content
}

/** What a backup holds. */
export interface Backup {
  /** When it was made, in milliseconds since 1970. */
  readonly made: number
  readonly records: readonly BackupRecord[]
  /** Records that did not open when the backup was made, as they were. */
  readonly damaged: readonly Sealed[]
}

/** The largest file that is read: a vault of 100,000 targets has half of it. */
export const MAX_BYTES = 256 * 1024 * 1024

const TYPE = 'joinery-backup+json'
const FORMAT_NAME = 'joinery-backup'
const FORMAT_VERSION = 1
const MAX_DEPTH = 32
const MAX_RECORDS = 1_000_000
// Some thousand years from now: our own clock goes on from the stamps that it sees, and must never run out of digits.
const END_OF_TIME = '4'
const LATEST_DATE = 8.64e15

/** Writes a backup as the text of a `.joinery` file. */
export async function writeBackup({ made, records, damaged }: Backup, passphrase: string): Promise<string> {
  const whole = records.map(({ id, content: { kind, fields } }) => ({ id, kind, fields }))
  const backup = { format: FORMAT_NAME, version: FORMAT_VERSION, made, records: whole, damaged }
  return await sealWithPassphrase(passphrase, JSON.stringify(backup), TYPE)
}

/**
 * Reads a `.joinery` file. Size, form and the work that it asks for are checked before any work is done.
 *
 * @throws VaultError `too-large`, `truncated`, `damaged`, `too-costly`, `wrong-passphrase` or `newer-format`.
 */
export async function readBackup(file: Blob, passphrase: string): Promise<Backup> {
  if (file.size > MAX_BYTES) throw vaultError('too-large', `The file is larger than ${MAX_BYTES / 1024 / 1024} MB.`)
  const sealed = (await file.text()).trim()
  checkOutside(sealed, TYPE)
  const text = await openWithPassphrase(passphrase, sealed, TYPE)
  if (isDeeper(text, MAX_DEPTH)) throw vaultError('damaged', 'The file nests deeper than any backup.')
  return backupFrom(parsed(text))
}

function backupFrom({ format, version, made, records, damaged }: { readonly [name: string]: unknown }): Backup {
  if (format !== FORMAT_NAME || !Number.isSafeInteger(version)) throw noBackup()
  if (Number(version) > FORMAT_VERSION) throw vaultError('newer-format', 'The file was made by a newer Joinery.')
  if (typeof made !== 'number' || !(Math.abs(made) <= LATEST_DATE)) throw noBackup()
  if (!Array.isArray(records) || !Array.isArray(damaged)) throw noBackup()
  if (records.length > MAX_RECORDS) throw vaultError('too-large', `The file has more than ${MAX_RECORDS} records.`)
  const read = records.map(recordFrom)
  if (new Set(read.map(({ id }) => id)).size < read.length) throw noBackup()
  return { made, records: read, damaged: damaged.filter(isSealed) }
}

// A deletion, or a removed field, has no place in a backup: it gives back, and takes nothing away.
function recordFrom(given: unknown): BackupRecord {
  const { id, kind, fields } = Object(given) as { readonly [name: string]: unknown }
  const content = contentFrom({ kind, fields })
  if (!isRecordId(id) || content === undefined) throw noBackup()
  if (stampsOf(content).some((at) => at >= END_OF_TIME)) throw noBackup()
  return { id, content: withoutRemoved(content) }
}

/** A content without the fields that were removed. */
export function withoutRemoved(content: Content): Content {
  const values = valuesOf(content)
  const present = Object.entries(content.fields).filter(([name]) => Object.hasOwn(values, name))
  return { kind: content.kind, fields: Object.fromEntries(present) }
}

function parsed(text: string): { readonly [name: string]: unknown } {
  try {
    return Object(JSON.parse(text))
  } catch {
    throw noBackup()
  }
}

function noBackup(): Error {
  return vaultError('damaged', 'The file opened, and is no backup of Joinery.')
}
