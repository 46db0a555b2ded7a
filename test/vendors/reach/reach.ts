/** TeamViewer REACH simulated: a backend, tenants, devices, and the client that opens links (vendors.md 2). @module */
import { randomUUID } from 'node:crypto'
import { nextTenantId } from './administration.ts'
import { type Device, type DeviceOptions, makeDevice } from './devices.ts'
import { type Faults, makeFaults } from './faults.ts'
import { type LaunchVerdict, launch } from './launch.ts'
import { makePacer, USUAL_PACE } from './pace.ts'
import { makeLog, type RequestLog } from './requests.ts'
import { makeRoutes } from './routes.ts'
import { type ServerOptions, startServer } from './server.ts'
import {
  type Credential,
  makeCredential,
  makeTenant,
  type Tenant,
  type TenantOptions,
  VENDOR_PERMISSIONS,
} from './tenants.ts'
import type { Connection, Pace, World } from './world.ts'

/** What a test may say about the backend; all of it has a default. */
export interface ReachOptions extends ServerOptions {
  /** The first tenant. */
  readonly tenant?: TenantOptions
  /** In milliseconds since 1970; the system's clock when left out. */
  readonly now?: () => number
  /** By default 36,000 requests a day, for each call and token. */
  readonly pace?: Partial<Pace>
  /** The length of a page of a list. */
  readonly pageSize?: number
  /** How long a link works after it was asked for. */
  readonly secretLifetimeSeconds?: number
  /** Whether the client wants the master secret with base64's padding. */
  readonly padMasterSecret?: boolean
  /** Whether `GET /oem/tenants` lists all tenants, which is not documented. */
  readonly listsTenants?: boolean
}

/** The running simulation. */
export interface Reach {
  /** Such as `http://127.0.0.1:4100`; the calls are below `/api/v1`. */
  readonly origin: string
  /** The first tenant. */
  readonly tenant: Tenant
  /** The vendor's own account. */
  readonly vendor: Credential
  /** All tenants, also those made by a call. */
  readonly tenants: readonly Tenant[]
  addTenant(options?: TenantOptions): Tenant
  addDevice(options?: DeviceOptions): Device
  /** Puts a connection into the report. */
  addConnection(connection: Omit<Connection, 'id'>): Connection
  /** What the TeamViewer client makes of a link. */
  launch(url: string): LaunchVerdict
  /** What it made of all links, in order. */
  readonly launches: readonly LaunchVerdict[]
  readonly faults: Faults
  readonly requests: RequestLog
  close(): Promise<void>
}

const FIRST_REMOTECONTROL_NUMBER = 124_124_124

/** Starts the simulation on a loopback port. */
export async function startReach(options: ReachOptions = {}): Promise<Reach> {
  const world: World = {
    now: options.now ?? Date.now,
    vendor: makeCredential(VENDOR_PERMISSIONS),
    tenants: [],
    devices: new Map(),
    sessions: [],
    connections: [],
    apps: new Map(),
    nonces: new Set(),
    pages: new Map(),
    pageSize: options.pageSize ?? 100,
    secretLifetimeSeconds: options.secretLifetimeSeconds ?? 120,
    padMasterSecret: options.padMasterSecret ?? false,
  }
  const faults = makeFaults()
  const log = makeLog()
  const routes = makeRoutes({ listsTenants: options.listsTenants ?? false })
  const pacer = makePacer({ ...USUAL_PACE, ...options.pace })
  const server = await startServer({ world, routes, pacer, faults, log }, options)
  const launches: LaunchVerdict[] = []

  function addTenant(described: TenantOptions = {}): Tenant {
    const tenant = makeTenant(described.id ?? nextTenantId(world), described)
    world.tenants.push(tenant)
    return tenant
  }

  return {
    origin: server.origin,
    tenant: addTenant(options.tenant),
    vendor: world.vendor,
    tenants: world.tenants,
    addTenant,
    addDevice: (described = {}) => {
      const id = described.remotecontrolId ?? freeRemotecontrolId(world)
      if (world.devices.has(id)) throw new Error(`remotecontrolId ${id} is taken: give each device its own.`)
      const device = makeDevice(id, described)
      world.devices.set(id, device)
      return device
    },
    addConnection: (described) => {
      const connection = { id: randomUUID(), ...described }
      world.connections.push(connection)
      return connection
    },
    launch: (url) => {
      const verdict = launch(world, url)
      launches.push(verdict)
      return verdict
    },
    launches,
    faults,
    requests: log,
    close: server.close,
  }
}

function freeRemotecontrolId({ devices }: World): string {
  let number = FIRST_REMOTECONTROL_NUMBER + devices.size
  while (devices.has(`r${number}`)) number += 1
  return `r${number}`
}
