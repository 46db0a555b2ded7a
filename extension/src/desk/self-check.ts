/** The self-check: what Joinery needs of the browser and of itself, looked at one by one in the options page. @module */
import { browser } from 'wxt/browser'
import { send } from '../send.ts'
import { readPolicy } from './policy.ts'
import { planFor } from './policy-plan.ts'
import { enabledSites, registeredSites } from './sites.ts'
import { damagedRecords } from './vault-care.ts'

/** What is looked at. */
export type CheckName =
  | 'background'
  | 'storage'
  | 'space'
  | 'persistence'
  | 'cryptography'
  | 'vault'
  | 'damage'
  | 'clock'
  | 'scripts'
  | 'registration'
  | 'alarms'
  | 'policy'

/** How it went; `count` says how many are wrong, where that is what went wrong. */
export interface CheckResult {
  readonly name: CheckName
  readonly isPassed: boolean
  readonly count?: number
}

type Check = () => Promise<boolean | number>

const LONGEST_CHECK_MILLISECONDS = 30_000
const PROBE = 'selfCheck'
const LEAST_FREE_BYTES = 20_000_000
/** Before the day on which this was written, no clock is right. */
const EARLIEST = Date.UTC(2026, 10, 1)
const LATEST = Date.UTC(2100, 0, 1)
const LARGEST_DRIFT_MILLISECONDS = 60_000
const SCRIPTS = ['/page.js', '/guess.js', '/look.js', '/picker.js', '/background.js'] as const
const OF_AN_OPEN_VAULT: readonly CheckName[] = ['vault', 'damage', 'alarms']
/** The alarm that locks in time, as long as the vault is open. */
const LOCK_ALARM = 'lock'

const checks: { readonly [Name in CheckName]: Check } = {
  background: async () => (await send('vault.read', {})) !== undefined,
  storage: writesAndReads,
  space: hasSpace,
  persistence: staysStored,
  cryptography: knowsAlgorithms,
  vault: async () => (await send('desk.read', {})) !== undefined,
  damage: async () => (await damagedRecords()).length,
  clock: async () => isPlausible(Date.now(), performance.timeOrigin + performance.now()),
  scripts: async () => (await Promise.all(SCRIPTS.map(isThere))).filter((there) => !there).length,
  registration: async () => (await enabledSites()).join() === (await registeredSites()).join(),
  alarms: async () => (await browser.alarms.get(LOCK_ALARM)) !== undefined,
  policy: async () => planFor(await readPolicy()).faults.length,
}

/**
 * Runs all of them, one after the other; each is told as it ends, and none keeps the others from being done. What only an
 * open vault can tell is left out while it is locked.
 */
export async function runSelfCheck(onResult: (result: CheckResult) => void): Promise<void> {
  const isOpen = await send('vault.read', {}).then(
    ({ state }) => state === 'unlocked',
    () => false,
  )
  const names = (Object.keys(checks) as CheckName[]).filter((name) => isOpen || !OF_AN_OPEN_VAULT.includes(name))
  for (const name of names) onResult(await outcomeOf(name))
}

/** Whether a clock may be right: within the times of this program, and not set to another since the page was opened. */
export function isPlausible(now: number, counted: number): boolean {
  return now > EARLIEST && now < LATEST && Math.abs(now - counted) < LARGEST_DRIFT_MILLISECONDS
}

async function outcomeOf(name: CheckName): Promise<CheckResult> {
  const { promise: tooLong, resolve } = Promise.withResolvers<boolean>()
  const alarm = setTimeout(() => resolve(false), LONGEST_CHECK_MILLISECONDS)
  try {
    const found = await Promise.race([checks[name](), tooLong])
    if (typeof found === 'boolean') return { name, isPassed: found }
    return { name, isPassed: found === 0, count: found }
  } catch (error) {
    console.error(error)
    return { name, isPassed: false }
  } finally {
    clearTimeout(alarm)
  }
}

async function writesAndReads(): Promise<boolean> {
  const written = crypto.randomUUID()
  await browser.storage.local.set({ [PROBE]: written })
  const read = (await browser.storage.local.get(PROBE))[PROBE]
  await browser.storage.local.remove(PROBE)
  return read === written
}

async function hasSpace(): Promise<boolean> {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate()
  return quota - usage > LEAST_FREE_BYTES
}

// The permission keeps the storage of an extension as persistence does.
async function staysStored(): Promise<boolean> {
  const { permissions = [] } = browser.runtime.getManifest()
  return (await navigator.storage.persisted()) || permissions.includes('unlimitedStorage')
}

/** What sealing and the passphrase are made of. */
async function knowsAlgorithms(): Promise<boolean> {
  const { subtle } = crypto
  const text = crypto.getRandomValues(new Uint8Array(32))
  const key = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const parameters = { name: 'AES-GCM', iv: crypto.getRandomValues(new Uint8Array(12)) }
  const opened = new Uint8Array(await subtle.decrypt(parameters, key, await subtle.encrypt(parameters, key, text)))
  const passphrase = await subtle.importKey('raw', text, 'PBKDF2', false, ['deriveBits'])
  const derived = await subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-512', salt: text, iterations: 1 },
    passphrase,
    256,
  )
  const pair = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const signing = { name: 'ECDSA', hash: 'SHA-256' }
  const isSigned = await subtle.verify(signing, pair.publicKey, await subtle.sign(signing, pair.privateKey, text), text)
  return opened.join() === text.join() && derived.byteLength === 32 && isSigned
}

async function isThere(path: (typeof SCRIPTS)[number]): Promise<boolean> {
  return await fetch(browser.runtime.getURL(path)).then(
    async (reply) => reply.ok && (await reply.text()) !== '',
    () => false,
  )
}
