/** Calls of the vendor's account: tenants and app keys; and the ping that anybody may send. @module */
import { randomUUID } from 'node:crypto'
import { type Answer, noContent, refusal, success } from './answers.ts'
import { textOf } from './fields.ts'
import { makeTenant, type Tenant } from './tenants.ts'
import type { Call, World } from './world.ts'

/** Whether the token is good: an answer, never a refusal. */
export function ping({ credential }: Call): Answer {
  return success('Ping', { token_valid: credential?.tokenState === 'valid' })
}

/** Makes a tenant for an account that has none. */
export function createTenant({ world, fields }: Call): Answer {
  const account = textOf(fields, 'tenant_account')
  if (world.tenants.some((tenant) => tenant.account.toLowerCase() === account.toLowerCase()))
    return refusal('invalid_request', "Parameter 'tenant_account' is a tenant already.")
  const tenant = makeTenant(nextTenantId(world), {
    account,
    name: textOf(fields, 'tenant_name'),
    description: textOf(fields, 'tenant_description'),
    active: fields.active !== false,
  })
  world.tenants.push(tenant)
  return success('Tenant', described(tenant))
}

/** One tenant, in a list of one. */
export function readTenant({ world, pathId }: Call): Answer {
  const tenant = world.tenants.find(({ id }) => id === pathId)
  return tenant === undefined ? unknownTenant : success('TenantList', { Tenants: [described(tenant)] })
}

/** All tenants. */
export function listTenants({ world }: Call): Answer {
  return success('TenantList', { Tenants: world.tenants.map(described) })
}

/** Renames, describes, switches a tenant on or off. */
export function changeTenant({ world, fields, pathId }: Call): Answer {
  const tenant = world.tenants.find(({ id }) => id === pathId)
  if (tenant === undefined) return unknownTenant
  if (textOf(fields, 'tenant_account') !== tenant.account)
    return refusal('invalid_request', "Parameter 'tenant_account' is not the tenant's.")
  tenant.name = textOf(fields, 'tenant_name')
  if (fields.tenant_description !== undefined) tenant.description = textOf(fields, 'tenant_description')
  if (typeof fields.active === 'boolean') tenant.active = fields.active
  return noContent
}

/** Registers the key that signs an Android app; the same key has the same id again. */
export function registerApp({ world, fields }: Call): Answer {
  const key = textOf(fields, 'api_key').toLowerCase()
  const id = world.apps.get(key) ?? randomUUID()
  world.apps.set(key, id)
  return success('AppRegistration', { key_id: id })
}

/** An id of the shape `t0001` that no tenant has. */
export function nextTenantId(world: Pick<World, 'tenants'>): string {
  const taken = new Set(world.tenants.map(({ id }) => id))
  let number = taken.size + 1
  while (taken.has(tenantId(number))) number += 1
  return tenantId(number)
}

const unknownTenant: Answer = refusal('invalid_request', 'The tenant is unknown.')

function tenantId(number: number): string {
  return `t${String(number).padStart(4, '0')}`
}

function described({ id, account, name, description, active }: Tenant): Readonly<Record<string, unknown>> {
  return { tenant_id: id, tenant_account: account, tenant_name: name, tenant_description: description, active }
}
