/** Opens the key of a device whose answer was stored sealed; no call is made (vendors.md 2.3). @module */
import { type Outcome, PluginError, type Secret } from '@joinery/sdk'
import type { Device } from './fields.ts'
import { openedFields, readKeyAnswer, sealedFields, staysSealed } from './key-answer.ts'

/** Gives the device ready for use; with another rollout key than the stored one where it is given. */
export async function openKey(device: Device, otherKey: Secret | undefined): Promise<Outcome> {
  const { rolloutKey: storedKey, unreadAlgorithm: _read, answer, ...rest } = device
  const rolloutKey = otherKey ?? storedKey
  if (answer === undefined || device.state !== 'sealed') throw nothingSealed()
  if (rolloutKey === undefined) throw noKey()
  try {
    const read = readKeyAnswer(answer.reveal())
    const fields = await openedFields(read, rolloutKey.reveal())
    return { type: 'target', target: { ...present(rest), answer, ...sealedFields(read), ...fields, state: 'ready' } }
  } catch (error) {
    throw staysSealed(error)
  }
}

/** A device's fields without those that are empty. */
export function present(device: { readonly [field: string]: unknown }): { readonly [field: string]: unknown } {
  return Object.fromEntries(Object.entries(device).filter(([, value]) => value !== undefined))
}

function nothingSealed(): PluginError {
  const text = {
    en: 'The device has no sealed key that could be opened.',
    de: 'Das Gerät hat keinen versiegelten Schlüssel, der zu öffnen wäre.',
  }
  return new PluginError('conflict', text, { field: 'state' })
}

function noKey(): PluginError {
  const text = { en: 'The rollout key is missing.', de: 'Der Rollout-Schlüssel fehlt.' }
  return new PluginError('missing', text, { field: 'rolloutKey' })
}
