/** Ids of devices and requests, as they are written and as they are compared (vendors.md 2.3). @module */
import { PluginError } from '@joinery/sdk'

// A TeamViewer id, in groups as people write it; `r` stands before it in the vendor's interface.
const WRITTEN_ID = /^r?\s*\d[\d\s]{0,30}$/i
const GUID = /^(\{)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(\})?$/i

/**
 * The id of a device from what a person or a file wrote.
 *
 * @throws PluginError `invalid` for anything else, a `d…` id of a contact list above all.
 */
export function remotecontrolIdFrom(written: string): string {
  const text = written.trim()
  if (WRITTEN_ID.test(text)) {
    const digits = text.replace(/\D/g, '')
    if (digits.length <= 20) return `r${digits}`
  }
  const isContactId = /^d\d+$/i.test(text)
  throw new PluginError(
    'invalid',
    isContactId
      ? {
          en: 'This is the ID of an entry in a contact list. The TeamViewer ID of the device itself is needed.',
          de: 'Das ist die ID eines Eintrags in einer Kontaktliste. Gebraucht wird die TeamViewer-ID des Geräts selbst.',
        }
      : {
          en: 'A TeamViewer ID is digits only, such as 123 456 789.',
          de: 'Eine TeamViewer-ID besteht nur aus Ziffern, etwa 123 456 789.',
        },
    { field: 'remotecontrolId' },
  )
}

/**
 * A GUID exactly as it was written.
 *
 * @throws PluginError `invalid` where it is none.
 */
export function expectGuid(written: string, field: string): string {
  const [isGuid, opening, closing] = GUID.exec(written) ?? []
  if (isGuid !== undefined && (opening === undefined) === (closing === undefined)) return written
  throw new PluginError(
    'invalid',
    {
      en: 'A GUID is 32 hex digits in five groups, such as 8c4fa1a7-9d1c-41e9-be17-70e95c289080.',
      de: 'Eine GUID besteht aus 32 Hex-Ziffern in fünf Gruppen, etwa 8c4fa1a7-9d1c-41e9-be17-70e95c289080.',
    },
    { field },
  )
}

/** What GUIDs are compared by: without braces, in lower case. */
export function guidKey(guid: string): string {
  return guid.replace(/[{}]/g, '').toLowerCase()
}

/** What ids of devices are compared by: their digits. */
export function idKey(remotecontrolId: string): string {
  return remotecontrolId.replace(/\D/g, '')
}
