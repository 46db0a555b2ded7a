/** Tenants and the vendor's own account: who may call, and with which token. @module */
import { randomBytes } from 'node:crypto'

/** What a tenant's script token may allow. */
export const TENANT_PERMISSIONS = [
  'createDeviceKey',
  'requestControl',
  'deleteDeviceKey',
  'readDevices',
  'readReports',
  'registerApps',
  'ContactList.Read',
] as const

/** What the vendor's token may allow. */
export const VENDOR_PERMISSIONS = ['manageTenants', 'readDevices', 'readReports', 'registerApps'] as const

/** What a token may allow. */
export type Permission = (typeof TENANT_PERMISSIONS)[number] | (typeof VENDOR_PERMISSIONS)[number]

/** A token and what has become of it; tests may change both at any time. */
export interface Credential {
  token: string
  tokenState: 'valid' | 'expired' | 'blocked'
  readonly permissions: Set<Permission>
}

/** A tenant: an organisation whose devices are controlled. */
export interface Tenant extends Credential {
  /** `t` and digits. */
  readonly id: string
  readonly account: string
  name: string
  description: string
  active: boolean
}

/** What a test may say about a tenant. */
export interface TenantOptions {
  readonly id?: string
  readonly account?: string
  readonly name?: string
  readonly description?: string
  readonly active?: boolean
  readonly permissions?: readonly Permission[]
}

/** Makes a tenant with a fresh script token. */
export function makeTenant(id: string, options: TenantOptions): Tenant {
  return {
    id,
    account: options.account ?? `it-${id}@customer.example`,
    name: options.name ?? `Customer ${id}`,
    description: options.description ?? '',
    active: options.active ?? true,
    ...makeCredential(options.permissions ?? TENANT_PERMISSIONS),
  }
}

/** Makes a token. */
export function makeCredential(permissions: readonly Permission[]): Credential {
  const token = `${Math.floor(Date.now() / 1000)}-${randomBytes(15).toString('base64url')}`
  return { token, tokenState: 'valid', permissions: new Set(permissions) }
}
