/** Lists: devices of a tenant, connections, contacts; long ones come page by page. @module */
import { randomBytes } from 'node:crypto'
import { type Answer, refusal, success } from './answers.ts'
import { textOf } from './fields.ts'
import { foreignTenant } from './registration.ts'
import type { Call, World } from './world.ts'

type Row = Readonly<Record<string, unknown>>

/** Devices that were registered for a tenant, also those that are no more. */
export function listTenantDevices({ world, tenant, fields, pathId }: Call): Answer {
  if (!world.tenants.some(({ id }) => id === pathId)) return refusal('invalid_request', 'The tenant is unknown.')
  if (tenant !== undefined && tenant.id !== pathId) return foreignTenant
  const { ContinuationToken: continuation, ...filter } = fields
  const state = textOf(filter, 'DeviceState')
  const rows = [...world.devices.values()].flatMap(({ remotecontrolId, keys }) =>
    keys
      .filter((key) => key.tenant.id === pathId)
      .filter((key) => state === '' || (state === 'Registered') === (key.removedAt === undefined))
      .filter((key) => isWithin(key.registeredAt, textOf(filter, 'StartTime'), textOf(filter, 'EndTime')))
      .map((key) => ({
        DyngateId: remotecontrolId.slice(1),
        DeviceKeyId: key.id,
        RegistrationTime: moment(key.registeredAt),
        DeregistrationTime: key.removedAt === undefined ? null : moment(key.removedAt),
      })),
  )
  const page = turn(world, `devices ${pathId} ${JSON.stringify(filter)}`, continuation, rows)
  if (page === undefined) return wrongContinuation('ContinuationToken')
  // Here the last page says so by null; in the report the token is left out. A reader has to know both.
  return success('TenantDevices', { Devices: page.rows, ContinuationToken: page.continuation ?? null })
}

/** Connections between two moments. */
export function reportConnections({ world, tenant, fields }: Call): Answer {
  const { continuation_token: continuation, ...filter } = fields
  const tenantId = textOf(filter, 'tenant_id') || tenant?.id
  if (tenant !== undefined && tenantId !== tenant.id) return foreignTenant
  const from = textOf(filter, 'from_date')
  const to = textOf(filter, 'to_date')
  if (Date.parse(from) > Date.parse(to))
    return refusal('invalid_request', "Parameter 'from_date' is later than 'to_date'.")
  const rows = world.connections
    .filter((connection) => tenantId === undefined || connection.tenantId === tenantId)
    .filter((connection) => isWithin(connection.startedAt, from, to))
    .map((connection) => ({
      id: connection.id,
      tenant_id: connection.tenantId,
      remotecontrol_id: connection.remotecontrolId,
      timestamp: moment(connection.startedAt),
      session_type: 'RemoteControl',
      control_type: connection.controlType,
      start_date: moment(connection.startedAt),
      end_date: connection.endedAt === undefined ? null : moment(connection.endedAt),
    }))
  const page = turn(world, `report ${tenantId} ${JSON.stringify(filter)}`, continuation, rows)
  if (page === undefined) return wrongContinuation('continuation_token')
  const more = page.continuation === undefined ? {} : { ContinuationToken: page.continuation }
  return success('ConnectionReports', { ReachReports: page.rows, ...more })
}

/** The contact list's devices: who is online. */
export function listContactDevices({ world, fields }: Call): Answer {
  const wanted = textOf(fields, 'remotecontrol_id')
  const devices = [...world.devices.values()]
    .filter(({ remotecontrolId }) => wanted === '' || wanted === remotecontrolId)
    .map(({ remotecontrolId, alias, online }) => ({
      remotecontrol_id: remotecontrolId,
      device_id: `d${remotecontrolId.slice(1)}`,
      alias,
      online_state: online ? 'Online' : 'offline',
      ...(online ? {} : { last_seen: moment(world.now()) }),
    }))
  return success('DeviceList', { devices })
}

/** The page that the token asks for; undefined where it was given for another question. */
function turn(
  world: World,
  question: string,
  continuation: string | boolean | undefined,
  rows: readonly Row[],
): { readonly rows: readonly Row[]; readonly continuation: string | undefined } | undefined {
  const page = typeof continuation === 'string' ? world.pages.get(continuation) : { question, rest: rows }
  if (page === undefined || page.question !== question) return undefined
  const rest = page.rest.slice(world.pageSize)
  const next = rest.length === 0 ? undefined : randomBytes(18).toString('base64')
  if (next !== undefined) world.pages.set(next, { question, rest })
  return { rows: page.rest.slice(0, world.pageSize), continuation: next }
}

function wrongContinuation(name: string): Answer {
  return refusal('invalid_request', `Parameter '${name}' was not given for this question.`)
}

/** An empty bound is none. */
function isWithin(milliseconds: number, from: string, to: string): boolean {
  return (from === '' || milliseconds >= Date.parse(from)) && (to === '' || milliseconds <= Date.parse(to))
}

/** Times are to the second, in UTC. */
function moment(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z')
}
