/** Registers a device: the key that comes back exists nowhere else, so it is stored before anything else (vendors.md 2.3). @module */
import type { Outcome, SaveHost } from '@joinery/sdk'
import { Secret } from '@joinery/sdk'
import { ambiguous, type CallHost, call } from './call.ts'
import { expectControlType } from './control-types.ts'
import type { Account } from './fields.ts'
import { expectGuid, remotecontrolIdFrom } from './ids.ts'
import type { RegisterInput } from './inputs.ts'
import { openedFields, readKeyAnswer, sealedFields, staysSealed } from './key-answer.ts'
import { unreadAlgorithmOf } from './pem/pem-errors.ts'

const MAY_HAVE_REGISTERED = {
  en: 'No clear answer came. TeamViewer may have registered the device and used up the rollout key; it is not asked again by itself. Look at the device list, and register with the device’s next rollout file if need be.',
  de: 'Es kam keine klare Antwort. TeamViewer hat das Gerät womöglich registriert und den Rollout-Schlüssel verbraucht; es wird nicht von selbst noch einmal gefragt. Bitte in der Geräteliste nachsehen und nötigenfalls mit der nächsten Rollout-Datei des Geräts registrieren.',
} as const

interface Registration {
  readonly account: Account
  readonly input: RegisterInput
  readonly now: number
  readonly host: CallHost & Pick<SaveHost, 'save'>
}

type Target = { readonly [field: string]: unknown }

/** Registers a device and gives it ready for use. */
export async function register({ account, input, now, host }: Registration): Promise<Outcome> {
  const { label, company, rolloutKey } = input
  const device: Target = {
    ...(label === undefined ? {} : { label }),
    ...(company === undefined ? {} : { company }),
    remotecontrolId: remotecontrolIdFrom(input.remotecontrolId),
    requestId: expectGuid(input.requestId, 'requestId'),
    controlType: expectControlType(input.controlType, account),
    registeredAt: now,
  }
  const { text } = await call(account, host, {
    method: 'POST',
    path: '/oem/devices/createdevicekey',
    json: {
      remotecontrol_id: device.remotecontrolId,
      request_id: device.requestId,
      key_permissions: device.controlType,
      tenant_id: account.tenantId,
    },
    keepWaiting: true,
    mayHave: MAY_HAVE_REGISTERED,
  })
  if (text === '') throw ambiguous(MAY_HAVE_REGISTERED)
  // From here to the first `save` nothing is read, checked or shown: the answer could be lost by it.
  const sealed = { ...device, state: 'sealed', answer: new Secret(text), rolloutKey }
  const isSaved = await saved(host, sealed)
  return opened(host, { ...device, answer: sealed.answer }, sealed, isSaved)
}

/** Whether it is stored; a second try costs nothing and may save the key. */
async function saved(host: Registration['host'], target: Target): Promise<boolean> {
  const save = () =>
    host.save(target).then(
      () => true,
      () => false,
    )
  return (await save()) || (await save())
}

interface Sealed extends Target {
  readonly answer: Secret
  readonly rolloutKey: Secret
}

async function opened(host: Registration['host'], device: Target, sealed: Sealed, isSaved: boolean): Promise<Outcome> {
  let known: Target = {}
  try {
    const answer = readKeyAnswer(sealed.answer.reveal())
    known = sealedFields(answer)
    const fields = await openedFields(answer, sealed.rolloutKey.reveal())
    return { type: 'target', target: { ...device, ...known, ...fields, state: 'ready' } }
  } catch (error) {
    const unreadAlgorithm = unreadAlgorithmOf(error)
    const target = { ...sealed, ...known, ...(unreadAlgorithm === undefined ? {} : { unreadAlgorithm }) }
    // An outcome is the host's second chance to store what it could not; an error would throw the key away.
    if (!isSaved) return { type: 'target', target }
    // The answer is stored already: should this fail, nothing is lost that could not be read again.
    await saved(host, target)
    throw staysSealed(error)
  }
}
