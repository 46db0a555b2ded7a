/** Vaults for tests: in memory, each in a database of its own. @module */
import 'fake-indexeddb/auto'
import type { Content } from './content.ts'
import { openDatabase, type RecordRow } from './database.ts'
import type { IndexEntry } from './index-page.ts'
import { newVaultKey } from './key.ts'
import { openVault, type Vault } from './vault.ts'

/** Describes a record as tests make them: label and company; a profile is in no list. */
export function describeRecord({ kind, fields }: Content): IndexEntry | undefined {
  const { label, company, account } = fields
  if (kind === 'profile') return undefined
  const group = typeof account?.value === 'string' ? account.value : undefined
  return {
    kind,
    group,
    label: typeof label?.value === 'string' ? label.value : 'Unnamed',
    terms: typeof company?.value === 'string' ? [company.value] : [],
  }
}

/** An empty, unlocked vault. */
export async function emptyVault(): Promise<Vault> {
  const database = await openDatabase(`test ${crypto.randomUUID()}`)
  return await openVault(database, await newVaultKey(), describeRecord)
}

/** The same vault as another window has it. */
export async function otherWindow(vault: Vault): Promise<Vault> {
  return await openVault(await openDatabase(vault.database.name), vault.key, describeRecord)
}

/** Changes a stored row behind the vault's back. */
export async function tamper(vault: Vault, id: string, change: (row: RecordRow) => RecordRow): Promise<void> {
  const row = await vault.database.get('records', id)
  if (row === undefined) throw new Error(`No row ${id}`)
  await vault.database.put('records', change(row))
}

/** A text with one bit of one character changed. */
export function flipped(text: string, position: number, bit: number): string {
  const index = position % text.length
  return text.slice(0, index) + String.fromCharCode(text.charCodeAt(index) ^ (1 << bit)) + text.slice(index + 1)
}
