/** Certificates: requests that wait, what came for them, and ends that are watched. @module */
import { PluginError } from '@joinery/sdk'
import { i18n } from '#i18n'
import type { Payload } from '../messages.ts'
import type { Values } from '../vault/content.ts'
import { list, readRecord, readRecords, type VaultRecord } from '../vault/records.ts'
import { newRecordId } from '../vault/seal.ts'
import type { Vault } from '../vault/vault.ts'
import { warnOfCertificates } from './certificate-warning.ts'
import { change, forget } from './holdings.ts'
import { changePreferences } from './preferences.ts'
import { problemOf, removedMeanwhile } from './problem.ts'
import { unlockedVault } from './vault-session.ts'
import type { CertificateView, KeyReply } from './views.ts'

const KIND = 'certificate'
/** Its prefix is that of every secret value: neither lists nor views come near it. */
const KEY = 'secret.privateKey'
const TEXTS = ['organisation', 'email', 'keyKind', 'request', 'certificates', 'subject', 'issuer'] as const

/** All of them, the newest requests first; private keys are left out. */
export async function readCertificates(): Promise<readonly CertificateView[]> {
  const records = await allRecords(await unlockedVault())
  return records.map(viewOf).toSorted((one, other) => (other.made ?? 0) - (one.made ?? 0))
}

/** Stores a request with its private key, and returns its id. */
export async function keepRequest({ privateKey, ...request }: Payload<'certificate.keepRequest'>): Promise<string> {
  const id = newRecordId()
  const present = Object.entries(request).filter(([, value]) => value !== undefined)
  const values = { ...(Object.fromEntries(present) as Values), made: Date.now(), [KEY]: privateKey }
  await change(await unlockedVault(), [{ id, kind: KIND, values }])
  // The key exists nowhere else: only the reminder to make a backup hangs on this.
  await changePreferences({ targetAddedAt: Date.now() }).catch(console.error)
  return id
}

/**
 * Stores what came for a request beside it, and watches its end.
 *
 * @throws PluginError where the request is gone, VaultError `conflict` where it was changed meanwhile.
 */
export async function keepIssued({ stored, ...issued }: Payload<'certificate.keepIssued'>): Promise<string> {
  const vault = await unlockedVault()
  const record = await certificateRecord(vault, stored.id)
  if (record.values[KEY] === undefined) throw removedMeanwhile()
  await change(vault, [{ ...stored, values: { ...record.values, ...issued } }])
  await noteCertificateEnds()
  return stored.id
}

/** Watches the end of a certificate, of which nothing else is kept; once, however often it is asked for. */
export async function watchCertificate(ending: Payload<'certificate.watch'>): Promise<string> {
  const vault = await unlockedVault()
  const isSame = ({ subject, issuer, ends }: Values) =>
    subject === ending.subject && issuer === ending.issuer && ends === ending.ends
  const known = (await allRecords(vault)).find(({ values }) => isSame(values))
  if (known !== undefined) return known.id
  const id = newRecordId()
  await change(vault, [{ id, kind: KIND, values: ending }])
  await noteCertificateEnds()
  return id
}

/** The private key of a request, for the options page, which wraps it: the one way out of the vault that it has. */
export async function privateKeyOf(id: string): Promise<KeyReply> {
  try {
    const privateKey = (await certificateRecord(await unlockedVault(), id)).values[KEY]
    if (typeof privateKey !== 'string') throw new PluginError('missing', i18n.t('certificates.noKey'))
    return { ok: true, privateKey }
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}

/**
 * Removes one, with its private key where it has one.
 *
 * @throws PluginError where it is gone.
 */
export async function forgetCertificate(id: string): Promise<void> {
  const vault = await unlockedVault()
  await certificateRecord(vault, id)
  await forget(vault, [id])
  await noteCertificateEnds()
}

/** Puts the ends where badge and popup find them while the vault is locked. */
export async function noteCertificateEnds(): Promise<void> {
  const records = await allRecords(await unlockedVault())
  const ends = records.flatMap(({ values }) => (typeof values.ends === 'number' ? [values.ends] : []))
  await changePreferences({ certificateEnds: ends.toSorted((one, other) => one - other) })
  await warnOfCertificates()
}

async function allRecords(vault: Vault): Promise<readonly VaultRecord[]> {
  const lines = await list(vault, KIND)
  const { records } = await readRecords(
    vault,
    lines.map(({ id }) => id),
  )
  return records
}

async function certificateRecord(vault: Vault, id: string): Promise<VaultRecord> {
  const record = await readRecord(vault, id)
  if (record?.kind !== KIND) throw removedMeanwhile()
  return record
}

function viewOf({ id, revision, values }: VaultRecord): CertificateView {
  const texts = TEXTS.flatMap((field) => (typeof values[field] === 'string' ? [[field, values[field]]] : []))
  const moments = (['made', 'ends'] as const).flatMap((field) =>
    typeof values[field] === 'number' ? [[field, values[field]]] : [],
  )
  const state = values[KEY] === undefined ? 'watched' : values.certificates === undefined ? 'waiting' : 'issued'
  const name = typeof values.name === 'string' ? values.name : ''
  return { id, revision, state, name, ...Object.fromEntries([...texts, ...moments]) }
}
