/** All that the simulated backend knows. @module */
import type { BackendDevice, DeviceKey } from './devices.ts'
import type { Fields } from './fields.ts'
import type { Credential, Tenant } from './tenants.ts'

/** A session that was asked for, and waits for its link. */
export interface Session {
  readonly id: string
  readonly device: BackendDevice
  readonly key: DeviceKey
  readonly tenantNonce: string
  readonly targetNonce: string
  readonly secret: Buffer
  readonly template: string
  /** In milliseconds since 1970. */
  readonly issuedAt: number
  used: boolean
}

/** A connection, for the report; times in milliseconds since 1970. */
export interface Connection {
  readonly id: string
  readonly tenantId: string
  readonly remotecontrolId: string
  readonly controlType: string
  readonly startedAt: number
  readonly endedAt: number | undefined
}

/** The pace that one token may keep with one call. */
export interface Pace {
  readonly requests: number
  readonly seconds: number
  /** The status of the refusal: 403 is the documented one. */
  readonly status: 403 | 429
  readonly retryAfter: boolean
}

/** The state, and the settings that handlers need. */
export interface World {
  now(): number
  readonly vendor: Credential
  readonly tenants: Tenant[]
  readonly devices: Map<string, BackendDevice>
  readonly sessions: Session[]
  readonly connections: Connection[]
  /** Registered app keys and their ids. */
  readonly apps: Map<string, string>
  /** Nonces that tenants have sent. */
  readonly nonces: Set<string>
  /** Lists that are being read page by page. */
  readonly pages: Map<string, Page>
  readonly pageSize: number
  readonly secretLifetimeSeconds: number
  readonly padMasterSecret: boolean
}

/** The rest of a list, and whose question it answers. */
export interface Page {
  readonly question: string
  readonly rest: readonly Readonly<Record<string, unknown>>[]
}

/** The call that a handler answers. */
export interface Call {
  readonly world: World
  /** Whose token it is; undefined for the vendor's, and where no token is needed. */
  readonly tenant: Tenant | undefined
  readonly credential: Credential | undefined
  readonly fields: Fields
  /** The id within the path. */
  readonly pathId: string
}
