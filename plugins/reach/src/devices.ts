/** The tenant's devices against those that are stored here (vendors.md 2.1). @module */
import type { Outcome, SaveHost, Text } from '@joinery/sdk'
import { allPages, type JsonObject, wordAt } from './answers.ts'
import { type CallHost, call } from './call.ts'
import type { Account } from './fields.ts'
import { guidKey, idKey } from './ids.ts'

const PLACES = {
  both: { en: 'registered here', de: 'hier registriert' },
  here: { en: 'only here', de: 'nur hier' },
  there: { en: 'only at TeamViewer', de: 'nur bei TeamViewer' },
} as const satisfies Record<string, Text>

/** A device that the vendor knows. */
export interface KnownDevice {
  readonly remotecontrolId: string
  readonly deviceKeyId: string
  readonly registered: string
  readonly deregistered: string
}

interface StoredDevice {
  readonly label: string
  readonly remotecontrolId: string
  readonly deviceKeyId: string
}

/** Every device that the vendor knows of the tenant, those that were deregistered too. */
export async function tenantDevices(account: Account, host: CallHost): Promise<readonly KnownDevice[]> {
  const path = `/oem/tenants/${encodeURIComponent(account.tenantId)}/devices`
  const found = await allPages('Devices', 'ContinuationToken', async (token) => {
    const json = token === undefined ? {} : { ContinuationToken: token }
    return (await call(account, host, { method: 'POST', path, json })).json()
  })
  return found.map(readKnown)
}

/** Lists every device of the tenant, and every stored one that is not among them. */
export async function devices(account: Account, host: CallHost & Pick<SaveHost, 'targets'>): Promise<Outcome> {
  const known = await tenantDevices(account, host)
  const stored = (await host.targets()).map(readStored)
  return {
    type: 'table',
    title: { en: 'Devices', de: 'Geräte' },
    columns: [
      { en: 'Where', de: 'Wo' },
      { en: 'Name', de: 'Name' },
      { en: 'TeamViewer ID', de: 'TeamViewer-ID' },
      { en: 'Device key ID', de: 'ID des Geräteschlüssels' },
      { en: 'Registered', de: 'Registriert' },
      { en: 'Deregistered', de: 'Abgemeldet' },
    ],
    rows: compared(known, stored),
  }
}

function compared(known: readonly KnownDevice[], stored: readonly StoredDevice[]) {
  const byKey = Map.groupBy(stored, ({ deviceKeyId }) => guidKey(deviceKeyId))
  // Stored without its key's id: what came of a registration whose answer was not understood.
  const byId = Map.groupBy(byKey.get('') ?? [], ({ remotecontrolId }) => idKey(remotecontrolId))
  byKey.delete('')
  const matched = new Set<StoredDevice>()
  const rows = known.flatMap((one) => {
    const others =
      byKey.get(guidKey(one.deviceKeyId)) ?? (isRegistered(one) ? byId.get(idKey(one.remotecontrolId)) : undefined)
    const other = others?.find((candidate) => !matched.has(candidate))
    // What is neither here nor registered there any more is history.
    if (other === undefined && !isRegistered(one)) return []
    if (other !== undefined) matched.add(other)
    const place = other === undefined ? PLACES.there : isRegistered(one) ? PLACES.both : PLACES.here
    return [[place, other?.label ?? '', one.remotecontrolId, one.deviceKeyId, one.registered, one.deregistered]]
  })
  const left = stored.filter((other) => !matched.has(other))
  return [
    ...rows,
    ...left.map(({ label, remotecontrolId, deviceKeyId }) => [
      PLACES.here,
      label,
      remotecontrolId,
      deviceKeyId,
      '',
      '',
    ]),
  ]
}

/** Whether it is registered there still. */
export function isRegistered({ deregistered }: KnownDevice): boolean {
  return deregistered === ''
}

function readKnown(device: JsonObject): KnownDevice {
  return {
    remotecontrolId: `r${idKey(wordAt(device, 'DyngateId'))}`,
    deviceKeyId: wordAt(device, 'DeviceKeyId'),
    registered: wordAt(device, 'RegistrationTime'),
    deregistered: wordAt(device, 'DeregistrationTime'),
  }
}

function readStored(target: JsonObject): StoredDevice {
  return {
    label: wordAt(target, 'label'),
    remotecontrolId: wordAt(target, 'remotecontrolId'),
    deviceKeyId: wordAt(target, 'deviceKeyId'),
  }
}
