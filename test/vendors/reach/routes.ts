/** The calls of the backend: method, path, who may, and which fields (vendors.md 2.1). @module */
import { changeTenant, createTenant, listTenants, ping, readTenant, registerApp } from './administration.ts'
import type { Answer } from './answers.ts'
import { requestControl } from './control.ts'
import { type FieldRules, optional, optionalFlag, required, SHAPES } from './fields.ts'
import { listContactDevices, listTenantDevices, reportConnections } from './lists.ts'
import { createDeviceKey, unregister } from './registration.ts'
import type { Permission } from './tenants.ts'
import type { Call } from './world.ts'

/** A call that the backend answers. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below `/api/v1`, in lower case; `{id}` is one segment of any text. */
  readonly path: string
  /** Left out where a call needs no token. */
  readonly permission?: Permission
  /** The fields of the JSON body; left out where there is no body. */
  readonly body?: FieldRules
  readonly query?: FieldRules
  readonly answer: (call: Call) => Answer | Promise<Answer>
}

/** What came of looking for a route. */
export interface Match {
  readonly route: Route
  readonly id: string
}

const PREFIX = '/api/v1'

const device = {
  tenant_id: required(SHAPES.tenantId),
  remotecontrol_id: required(SHAPES.remotecontrolId),
}

const tenant = {
  tenant_account: required(SHAPES.email),
  tenant_name: required(SHAPES.tenantName),
  tenant_description: optional(SHAPES.text),
  active: optionalFlag,
}

const ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/oem/devices/createdevicekey',
    permission: 'createDeviceKey',
    body: { ...device, request_id: required(SHAPES.guid), key_permissions: required(SHAPES.something) },
    answer: createDeviceKey,
  },
  {
    method: 'POST',
    path: '/oem/devices/requestcontrol',
    permission: 'requestControl',
    body: {
      ...device,
      tenant_nonce: required(SHAPES.nonce),
      device_key_id: required(SHAPES.guid),
      control_type: required(SHAPES.something),
    },
    answer: requestControl,
  },
  {
    method: 'DELETE',
    path: '/oem/devices/unregister',
    permission: 'deleteDeviceKey',
    body: { ...device, device_key_id: required(SHAPES.guid), decommission_token: required(SHAPES.something) },
    answer: unregister,
  },
  {
    method: 'POST',
    path: '/oem/appregistrations',
    permission: 'registerApps',
    body: { api_key: required(SHAPES.appKey) },
    answer: registerApp,
  },
  { method: 'GET', path: '/ping', answer: ping },
  { method: 'POST', path: '/oem/tenants', permission: 'manageTenants', body: tenant, answer: createTenant },
  { method: 'GET', path: '/oem/tenants/{id}', permission: 'manageTenants', answer: readTenant },
  { method: 'PUT', path: '/oem/tenants/{id}', permission: 'manageTenants', body: tenant, answer: changeTenant },
  {
    method: 'POST',
    path: '/oem/tenants/{id}/devices',
    permission: 'readDevices',
    body: {
      StartTime: optional(SHAPES.moment),
      EndTime: optional(SHAPES.moment),
      DeviceState: optional(SHAPES.deviceState),
      ContinuationToken: optional(SHAPES.something),
    },
    answer: listTenantDevices,
  },
  {
    method: 'GET',
    path: '/oem/reports/connections',
    permission: 'readReports',
    query: {
      from_date: required(SHAPES.moment),
      to_date: required(SHAPES.moment),
      tenant_id: optional(SHAPES.tenantId),
      continuation_token: optional(SHAPES.something),
    },
    answer: reportConnections,
  },
  {
    method: 'GET',
    path: '/devices',
    permission: 'ContactList.Read',
    query: { remotecontrol_id: optional(SHAPES.remotecontrolId) },
    answer: listContactDevices,
  },
]

/** Not documented: whether the vendor's account can list its tenants. */
const TENANT_LIST: Route = { method: 'GET', path: '/oem/tenants', permission: 'manageTenants', answer: listTenants }

/** All calls. */
export function makeRoutes(options: { readonly listsTenants: boolean }): readonly Route[] {
  return options.listsTenants ? [...ROUTES, TENANT_LIST] : ROUTES
}

/** The name of a call, such as `POST /oem/tenants`. */
export function nameOf({ method, path }: Pick<Route, 'method' | 'path'>): string {
  return `${method} ${path}`
}

/** The calls at a path, written in upper or lower case. */
export function matchPath(routes: readonly Route[], path: string): readonly Match[] {
  const segments = path.toLowerCase().split('/')
  return routes.flatMap((route) => {
    const expected = `${PREFIX}${route.path}`.split('/')
    const fits = expected.every((segment, index) => segment === '{id}' || segment === segments[index])
    if (!fits || expected.length !== segments.length) return []
    return [{ route, id: segments[expected.indexOf('{id}')] ?? '' }]
  })
}
