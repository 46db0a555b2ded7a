/** Asks for control of a device and completes the link that opens the session (vendors.md 2.4). @module */
import { type Outcome, PluginError, type TaskHost } from '@joinery/sdk'
import { objectIn, textAt } from './answers.ts'
import { type CallHost, call } from './call.ts'
import { completeLink } from './complete-link.ts'
import { expectControlType } from './control-types.ts'
import type { Account, Device } from './fields.ts'

const NONCE_BYTES = 16

const MAY_HAVE_ASKED = {
  en: 'No clear answer came. TeamViewer may have asked the device; nothing was opened, and it is not asked again by itself.',
  de: 'Es kam keine klare Antwort. TeamViewer hat das Gerät womöglich gefragt; es wurde nichts geöffnet und nicht von selbst noch einmal gefragt.',
} as const

interface Control {
  readonly account: Account
  readonly target: Device
  readonly input: { readonly controlType: string | undefined }
  readonly host: CallHost & Pick<TaskHost, 'random'>
}

/** Gives the link for the TeamViewer client on this machine. */
export async function control({ account, target, input, host }: Control): Promise<Outcome> {
  const { deviceKey, deviceKeyId, remotecontrolId } = target
  if (target.state === 'sealed') throw stillSealed()
  if (deviceKeyId === undefined) throw absent('deviceKeyId')
  if (deviceKey === undefined) throw absent('deviceKey')
  const controlType = expectControlType(target.controlType, account)
  if (input.controlType !== undefined && input.controlType !== controlType) throw otherType(controlType)
  const tenantNonce = hexOf(host.random(NONCE_BYTES))
  const reply = await call(account, host, {
    method: 'POST',
    path: '/oem/devices/requestcontrol',
    json: {
      tenant_id: account.tenantId,
      tenant_nonce: tenantNonce,
      remotecontrol_id: remotecontrolId,
      device_key_id: deviceKeyId,
      control_type: controlType,
    },
    mayHave: MAY_HAVE_ASKED,
  })
  const answer = objectIn(reply.json())
  const url = await completeLink({
    deviceKey: deviceKey.reveal(),
    encryptedDeviceSecret: textAt(answer, 'encrypted_device_secret'),
    tenantNonce,
    targetNonce: textAt(answer, 'target_nonce'),
    tenantId: account.tenantId,
    remotecontrolId,
    template: textAt(answer, 'teamviewer_protocol_url'),
    isPadded: account.padMasterSecret,
  })
  return { type: 'app', url, sensitive: true }
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function stillSealed(): PluginError {
  const text = {
    en: 'The device’s key is stored but not opened yet. Open it first.',
    de: 'Der Schlüssel des Geräts ist gespeichert, aber noch nicht geöffnet. Bitte zuerst öffnen.',
  }
  return new PluginError('conflict', text, { field: 'state' })
}

function absent(field: 'deviceKey' | 'deviceKeyId'): PluginError {
  const text = {
    en: 'The device has no key: register it, or enter its key and the key’s ID.',
    de: 'Das Gerät hat keinen Schlüssel: Bitte registrieren oder Schlüssel samt ID eingeben.',
  }
  return new PluginError('missing', text, { field })
}

function otherType(registered: string): PluginError {
  const text = {
    en: `The device’s key was registered for ${registered} alone.`,
    de: `Der Schlüssel des Geräts wurde nur für ${registered} registriert.`,
  }
  return new PluginError('invalid', text, { field: 'controlType' })
}
