/** Unregisters a device: it has happened on 204 alone (vendors.md 2.2). @module */
import { isPluginError, type Outcome, PluginError, type SaveHost } from '@joinery/sdk'
import { type CallHost, call } from './call.ts'
import type { Account, Device } from './fields.ts'
import { present } from './open-key.ts'

const MAY_HAVE_UNREGISTERED = {
  en: 'No clear answer came. The device may be unregistered; it is kept here until TeamViewer says so. Try again, or look at the device list.',
  de: 'Es kam keine klare Antwort. Das Gerät ist womöglich abgemeldet; es bleibt hier, bis TeamViewer es bestätigt. Bitte noch einmal versuchen oder in der Geräteliste nachsehen.',
} as const

interface Removal {
  readonly account: Account
  readonly target: Device
  readonly input: { readonly isGoneThere: boolean }
  readonly host: CallHost & Pick<SaveHost, 'save'>
}

/** Unregisters a device there; then it may go here. */
export async function unregister({ account, target, input, host }: Removal): Promise<Outcome> {
  const { remotecontrolId, deviceKeyId, decommissionToken } = target
  if (deviceKeyId === undefined) throw absent('deviceKeyId')
  if (decommissionToken === undefined) throw absent('decommissionToken')
  // Whatever becomes of the answer, the device shows that it was asked for.
  if (target.state !== 'sealed') await host.save({ ...present(target), state: 'unregistering' })
  try {
    await call(account, host, {
      method: 'DELETE',
      path: '/oem/devices/unregister',
      json: {
        tenant_id: account.tenantId,
        remotecontrol_id: remotecontrolId,
        device_key_id: deviceKeyId,
        decommission_token: decommissionToken.reveal(),
      },
      success: 204,
      // Called off in between, it would leave open whether it has happened.
      keepWaiting: true,
      mayHave: MAY_HAVE_UNREGISTERED,
    })
    return { type: 'removed' }
  } catch (error) {
    return refused(error, { target, input, host })
  }
}

/** What comes of anything but 204. */
async function refused(error: unknown, { target, input, host }: Omit<Removal, 'account'>): Promise<Outcome> {
  const code = isPluginError(error) ? error.code : undefined
  if (code === 'not-found') {
    if (input.isGoneThere) return { type: 'removed' }
    throw goneThere(error)
  }
  // It has certainly not happened: the device is what it was before. Should this not be stored, it only looks unfinished.
  if (code !== 'ambiguous' && target.state === 'ready') await host.save(present(target)).catch(() => undefined)
  throw error
}

function goneThere(cause: unknown): PluginError {
  const text = {
    en: 'TeamViewer does not know this device or its key, so it may be unregistered already. Say that it is to be removed here, if so.',
    de: 'TeamViewer kennt dieses Gerät oder seinen Schlüssel nicht; es ist also vielleicht schon abgemeldet. Wenn ja, bitte angeben, dass es hier entfernt werden soll.',
  }
  return new PluginError('not-found', text, { field: 'isGoneThere', cause })
}

function absent(field: 'deviceKeyId' | 'decommissionToken'): PluginError {
  const text = {
    en: 'Without the key’s ID and the decommission token the device cannot be unregistered.',
    de: 'Ohne die ID des Schlüssels und den Token zum Abmelden lässt sich das Gerät nicht abmelden.',
  }
  return new PluginError('missing', text, { field })
}
