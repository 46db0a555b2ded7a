/** Unregisters a device: it has happened on 204 alone (vendors.md 2.2). @module */
import { isPluginError, type Outcome, PluginError, type SaveHost, textIn } from '@joinery/sdk'
import { type CallHost, call } from './call.ts'
import { isRegistered, tenantDevices } from './devices.ts'
import type { Account, Device } from './fields.ts'
import { guidKey } from './ids.ts'
import { present } from './open-key.ts'

const MAY_HAVE_UNREGISTERED = {
  en: 'No clear answer came. The device may be unregistered; it is kept here until TeamViewer says so. Try again, or look at the device list.',
  de: 'Es kam keine klare Antwort. Das Gerät ist womöglich abgemeldet; es bleibt hier, bis TeamViewer es bestätigt. Bitte noch einmal versuchen oder in der Geräteliste nachsehen.',
} as const

/** How the vendor answers for a device that it does not know is not documented: by 404, or by the 400 for anything wrong. */
const MAY_BE_GONE: ReadonlySet<string> = new Set(['not-found', 'refused'])

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
    if (isPluginError(error) && MAY_BE_GONE.has(error.code)) return missed(error, { account, target, input, host })
    // It has certainly not happened: the device is what it was before.
    if (!isPluginError(error) || error.code !== 'ambiguous') await restored(target, host)
    throw error
  }
}

/** What comes of a refusal that may mean no more than that the device is gone there. */
async function missed(error: PluginError, { account, target, input, host }: Removal): Promise<Outcome> {
  if (!input.isGoneThere) {
    await restored(target, host)
    throw perhapsGone(error)
  }
  if (error.code === 'not-found' || (await isGone(account, target, host))) return { type: 'removed' }
  await restored(target, host)
  throw error
}

/** Whether the tenant's devices say so; a refusal alone may have other reasons. */
async function isGone(account: Account, { deviceKeyId = '' }: Device, host: CallHost): Promise<boolean> {
  const known = await tenantDevices(account, host)
  return !known.some((device) => isRegistered(device) && guidKey(device.deviceKeyId) === guidKey(deviceKeyId))
}

/** Stores the device as it was; should this fail, it only looks unfinished. */
async function restored(target: Device, host: Pick<SaveHost, 'save'>): Promise<void> {
  if (target.state === 'ready') await host.save(present(target)).catch(() => undefined)
}

function perhapsGone({ code, text }: PluginError): PluginError {
  const said = {
    en: `${textIn(text, 'en')} If the device is unregistered there already, say that it is to be removed here.`,
    de: `${textIn(text, 'de')} Wenn das Gerät dort schon abgemeldet ist, bitte angeben, dass es hier entfernt werden soll.`,
  }
  return new PluginError(code, said, { field: 'isGoneThere' })
}

function absent(field: 'deviceKeyId' | 'decommissionToken'): PluginError {
  const text = {
    en: 'Without the key’s ID and the decommission token the device cannot be unregistered.',
    de: 'Ohne die ID des Schlüssels und den Token zum Abmelden lässt sich das Gerät nicht abmelden.',
  }
  return new PluginError('missing', text, { field })
}
