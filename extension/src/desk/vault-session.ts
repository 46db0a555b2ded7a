/** The vault at run time: opened with the kept key; locked on demand, in time, and with the computer. @module */
import { browser } from 'wxt/browser'
import { loadAddedPlugins } from '../added-plugins.ts'
import { deleteDatabase, openDatabase, type VaultDatabase } from '../vault/database.ts'
import { hasDeviceKey, openWithDeviceKey, removeDeviceKey, storeDeviceKey } from '../vault/device-key.ts'
import { vaultError } from '../vault/error.ts'
import type { VaultKey } from '../vault/key.ts'
import { migrateRecords } from '../vault/migrate.ts'
import { dropKey, keepKey, keptKey, noteActivity } from '../vault/session-key.ts'
import { createVault, eraseVault, hasVault, openVault, unlock, type Vault } from '../vault/vault.ts'
import { readPolicy } from './policy.ts'
import { readPreferences } from './preferences.ts'
import { forbiddenByPolicy } from './problem.ts'
import { describe } from './stored.ts'

interface OpenVault {
  readonly vault: Vault
  activeAt: number
  notedAt: number
  /** Whether the user wants it to stay unlocked on this computer, and may. */
  readonly stays: boolean
}

/** What changed for everything that shows the vault's state. */
export type LockListener = (isUnlocked: boolean) => void

const NOTED_EVERY_MILLISECONDS = 10_000
const MINUTE = 60_000

let database: Promise<VaultDatabase> | undefined
let open: Promise<OpenVault | undefined> | undefined
// Counts the locks, so that an unlocking that began before one does not end after it.
let locks = 0
let onLockChange: LockListener = () => {}

/** Names the one who is told of locking and unlocking. */
export function followLock(listener: LockListener): void {
  onLockChange = listener
}

/** The vault, or `undefined` while it is locked. A deadline that has passed locks it now, however late the alarms are. */
export async function vaultIfUnlocked(now = Date.now()): Promise<Vault | undefined> {
  open ??= unlessFailed(openKept())
  const opened = await open
  if (opened === undefined) return undefined
  if (await isOverdue(opened, now)) {
    await lockVault()
    return undefined
  }
  return opened.vault
}

/**
 * The vault.
 *
 * @throws VaultError `locked` or `absent`.
 */
export async function unlockedVault(): Promise<Vault> {
  const vault = await vaultIfUnlocked()
  if (vault !== undefined) return vault
  if (!(await hasVault(await vaultDatabase()))) throw vaultError('absent', 'There is no vault yet.')
  throw vaultError('locked', 'The vault is locked.')
}

/** Notes that somebody is at work with the vault; nothing, where it is locked. */
export async function noteUse(now = Date.now()): Promise<void> {
  if ((await vaultIfUnlocked(now)) === undefined) return
  const opened = await open
  if (opened === undefined) return
  opened.activeAt = now
  if (now - opened.notedAt < NOTED_EVERY_MILLISECONDS) return
  opened.notedAt = now
  await noteActivity(now)
}

/** Whether there is a vault, and whether it is open. */
export async function vaultState(): Promise<'absent' | 'locked' | 'unlocked'> {
  if ((await vaultIfUnlocked()) !== undefined) return 'unlocked'
  return (await hasVault(await vaultDatabase())) ? 'locked' : 'absent'
}

/**
 * Makes a vault and opens it.
 *
 * @throws VaultError `exists` or `weak-passphrase`.
 */
export async function makeVault(passphrase: string): Promise<void> {
  await beginSession(await createVault(await vaultDatabase(), passphrase))
}

/**
 * Opens the vault with its passphrase.
 *
 * @throws VaultError as the vault's own `unlock`.
 */
export async function unlockVault(passphrase: string): Promise<void> {
  await beginSession(await unlock(await vaultDatabase(), passphrase))
}

/** Opens the vault with the key of this computer, where the user and the policy want that; at the browser's start. */
export async function unlockWhereItStays(): Promise<void> {
  const key = (await mayStay()) ? await openWithDeviceKey(await vaultDatabase()) : undefined
  if (key !== undefined) await beginSession(key, true)
}

/** Locks: the key is gone from everywhere but what is wrapped. */
export async function lockVault(): Promise<void> {
  locks += 1
  open = Promise.resolve(undefined)
  await dropKey()
  onLockChange(false)
}

/** Whether the vault stays unlocked on this computer. */
export async function staysUnlocked(): Promise<boolean> {
  // In this order: right after its start, a browser takes seconds to tell of policies.
  return (await hasDeviceKey(await vaultDatabase())) && (await mayStay())
}

/**
 * Lets the vault stay unlocked on this computer, or ends that.
 *
 * @throws PluginError where the policy forbids it.
 */
export async function setStaysUnlocked(stays: boolean): Promise<void> {
  if (stays && !(await mayStay())) throw forbiddenByPolicy()
  const { database: own, key } = await unlockedVault()
  if (stays) await storeDeviceKey(own, key)
  else await removeDeviceKey(own)
  // Opened anew when it is next asked for, with what counts now; a lock in between stays one.
  open = undefined
}

/** Takes the policy's word: what is forbidden is removed. */
export async function obeyPolicy(): Promise<void> {
  if (await mayStay()) return
  const own = await vaultDatabase()
  if (!(await hasDeviceKey(own))) return
  await removeDeviceKey(own)
  // The browser may have told of the policy only after that key had opened the vault.
  if ((await keptKey())?.byDevice) await lockVault()
  else open = undefined
}

/** Locks where nobody was at the computer for the time that is allowed; to be called each minute, and when it idles. */
export async function lockInTime(now = Date.now()): Promise<void> {
  if ((await vaultIfUnlocked(now)) === undefined) return
  if ((await browser.idle.queryState(MINUTE / 1000)) === 'active') await noteUse(now)
}

/** Locks with the computer, or because nobody was there; not where the vault stays unlocked. */
export async function lockUnlessItStays(): Promise<void> {
  open ??= unlessFailed(openKept())
  const opened = await open
  if (opened !== undefined && !opened.stays) await lockVault()
}

/** Erases the vault. */
export async function dropVault(): Promise<void> {
  const own = await vaultDatabase().catch(() => undefined)
  database = undefined
  // One that does not even open goes, too.
  if (own === undefined) await deleteDatabase()
  else await eraseVault(own)
  await lockVault()
}

/** The vault's database, locked or not. */
export async function vaultDatabase(): Promise<VaultDatabase> {
  database ??= openDatabase().then((opened) => {
    // The browser closes it where another window erases it or brings it forward.
    opened.addEventListener('close', () => {
      database = undefined
      open = undefined
    })
    return opened
  })
  const opening = database
  opening.catch(() => {
    if (database === opening) database = undefined
  })
  return await opening
}

async function beginSession(key: VaultKey, byDevice = false): Promise<void> {
  const [activeAt, before] = [Date.now(), locks]
  await keepKey({ key, activeAt, byDevice })
  if (locks === before) {
    open = unlessFailed(openWith(key, activeAt))
    await open
  }
  if (locks !== before) throw vaultError('locked', 'The vault was locked meanwhile.')
  onLockChange(true)
}

// A failure is told once and not kept: the next one who asks tries again.
function unlessFailed(opening: Promise<OpenVault | undefined>): Promise<OpenVault | undefined> {
  opening.catch(() => {
    if (open === opening) open = undefined
  })
  return opening
}

async function openKept(): Promise<OpenVault | undefined> {
  const kept = await keptKey()
  return kept === undefined ? undefined : await openWith(kept.key, kept.activeAt)
}

async function openWith(key: VaultKey, activeAt: number): Promise<OpenVault> {
  const [vault, stays] = await Promise.all([
    openVault(await vaultDatabase(), key, describe),
    staysUnlocked(),
    // What is stored is read by its plugin's fields.
    loadAddedPlugins(),
  ])
  // Nothing is read before it has its newest form; where all have it, this is one look.
  await migrateRecords(vault)
  return { vault, activeAt, notedAt: activeAt, stays }
}

async function mayStay(): Promise<boolean> {
  return (await readPolicy()).allowStayUnlocked
}

// A clock that was set back by more than a correction would make the vault stay open: it locks then, too.
async function isOverdue({ activeAt, stays }: OpenVault, now: number): Promise<boolean> {
  if (stays) return false
  const passed = now - activeAt
  if (passed >= -MINUTE && passed < MINUTE) return false
  const { idleMinutes } = await readPreferences()
  return passed < -MINUTE || !(passed < idleMinutes * MINUTE)
}
