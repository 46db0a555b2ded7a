/** Devices: a TeamViewer client with its user, its keys and its rollout file. @module */
import { generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { DRESSES, type Dress } from './pem-dress.ts'
import { KEY_FORMATS, type KeyFormat } from './pem-formats.ts'
import { makeRollout, type Rollout, type RolloutFormat, writeRollout } from './rollout.ts'
import type { Tenant } from './tenants.ts'

/** A key pair of RSA. */
export interface KeyPair {
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

/** A key that a device made for a tenant. */
export interface DeviceKey {
  readonly id: string
  readonly tenant: Tenant
  /** The control type that it was made for. */
  readonly permissions: string
  readonly decommissionToken: string
  readonly pair: KeyPair
  /** In milliseconds since 1970. */
  readonly registeredAt: number
  removedAt?: number
}

/** How the answer to requestcontrol writes the encrypted device secret. */
export interface SecretWriting {
  readonly encoding: 'base64' | 'base64url'
  readonly padded: boolean
  /** A ciphertext that happens to begin with a zero byte, and lost it on the way. */
  readonly leadingZeroStripped: boolean
  /** How long the secret itself is. */
  readonly byteCount: number
}

/** What a test may say about a device; all of it has a default. */
export interface DeviceOptions {
  readonly remotecontrolId?: string
  readonly alias?: string
  readonly online?: boolean
  /** What the person at the device does when asked about an attended session. */
  readonly user?: 'accepts' | 'refuses'
  /** In bits. */
  readonly modulusLength?: 2048 | 4096
  /** Taken instead of making a pair for each registration, which takes long with many devices. */
  readonly keyPair?: KeyPair
  readonly keyFormat?: KeyFormat
  readonly dress?: Dress
  /** The rollout key, each time; left out, it is random. */
  readonly rolloutKey?: string
  readonly passwordEncoding?: 'utf8' | 'latin1'
  /** Whether the decommission token is encrypted like the device secret, and the name that it has in the answer. */
  readonly decommission?: {
    readonly encrypted: boolean
    readonly name: 'encrypted_decommission_token' | 'decommission_token'
  }
  readonly secret?: Partial<SecretWriting>
  /** The link template for a session; it should hold the placeholder once. */
  readonly template?: (session: { readonly id: string; readonly remotecontrolId: string }) => string
  /** Control types beside attended and unattended. */
  readonly controlTypes?: readonly string[]
}

/** A device; tests may switch it off, and change its user's mind. */
export interface Device {
  readonly remotecontrolId: string
  readonly alias: string
  online: boolean
  user: 'accepts' | 'refuses'
  /** All keys that were ever made, in order. */
  readonly keys: readonly DeviceKey[]
  /** What the rollout file says now. */
  readonly rollout: Rollout
  /** The rollout file as it is now. */
  rolloutFile(format?: RolloutFormat): string
}

/** How a device does what it is asked. */
export type Manner = Required<
  Pick<DeviceOptions, 'keyFormat' | 'dress' | 'passwordEncoding' | 'decommission' | 'template' | 'controlTypes'>
> & { readonly secret: SecretWriting }

/** A device with what only the backend sees. */
export interface BackendDevice extends Device {
  readonly keys: DeviceKey[]
  rollout: Rollout
  readonly manner: Manner
  makePair(): Promise<KeyPair>
  /** Writes a new rollout file, as after each request that reaches the device. */
  renewRollout(): void
}

/** The text that a link template holds instead of the master secret. */
export const PLACEHOLDER = 'YOURMASTERSECRET'

const generate = promisify(generateKeyPair)

/** Makes a device. */
export function makeDevice(remotecontrolId: string, options: DeviceOptions): BackendDevice {
  const { modulusLength = 2048, keyPair, rolloutKey } = options
  const device: BackendDevice = {
    remotecontrolId,
    alias: options.alias ?? `PC-${remotecontrolId.slice(-4)}`,
    online: options.online ?? true,
    user: options.user ?? 'accepts',
    keys: [],
    rollout: makeRollout(remotecontrolId, rolloutKey),
    rolloutFile: (format = 'identifier first') => writeRollout(device.rollout, format),
    manner: mannerOf(options),
    makePair: async () => keyPair ?? (await makeKeyPair(modulusLength)),
    renewRollout: () => {
      device.rollout = makeRollout(remotecontrolId, rolloutKey)
    },
  }
  return device
}

/** Makes a key pair, for many devices to share where each making its own would take too long. */
export function makeKeyPair(modulusLength: 2048 | 4096 = 2048): Promise<KeyPair> {
  return generate('rsa', { modulusLength })
}

function mannerOf(options: DeviceOptions): Manner {
  return {
    keyFormat: options.keyFormat ?? KEY_FORMATS['AES-256'],
    dress: options.dress ?? DRESSES.untouched,
    passwordEncoding: options.passwordEncoding ?? 'utf8',
    decommission: options.decommission ?? { encrypted: false, name: 'encrypted_decommission_token' },
    secret: { encoding: 'base64url', padded: false, leadingZeroStripped: false, byteCount: 32, ...options.secret },
    template: options.template ?? (({ id }) => `teamviewerapi://remotecontrol?secret=${PLACEHOLDER}&session=${id}`),
    controlTypes: ['attended', 'unattended', ...(options.controlTypes ?? [])],
  }
}
