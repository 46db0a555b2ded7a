/** Examples of what is done with an account: test, devices, report, tenants, apps (vendors.md 2.1). @module */
import type { Example } from '@joinery/sdk/testing'
import { API, account, DEVICE_KEY_ID, headers, NOW, REMOTECONTROL_ID, vendorHeaders } from './example-values.ts'

const registered = '2023-11-01T08:00:00Z'
const deviceColumns = [
  { en: 'Where', de: 'Wo' },
  { en: 'Name', de: 'Name' },
  { en: 'TeamViewer ID', de: 'TeamViewer-ID' },
  { en: 'Device key ID', de: 'ID des Geräteschlüssels' },
  { en: 'Registered', de: 'Registriert' },
  { en: 'Deregistered', de: 'Abgemeldet' },
]
const tenant = {
  tenant_id: 't0002',
  tenant_account: 'it@contoso.example',
  tenant_name: 'Contoso',
  tenant_description: 'Since 2023',
  active: true,
}
const tenantUrl = `${API}/oem/tenants/t0002`
const reading = { request: { url: tenantUrl, headers: vendorHeaders }, json: { Tenants: [tenant] } }
const administering = { action: 'tenants', account, now: NOW } as const
const devicesCall = { method: 'POST', url: `${API}/oem/tenants/t0001/devices`, headers }
const deviceAt = (id: number, key: string, gone: string | null = null) => ({
  DyngateId: id,
  DeviceKeyId: key,
  RegistrationTime: registered,
  DeregistrationTime: gone,
})
const OTHER_KEY_ID = '{224fa1a7-abab-41e9-be17-70e95c289080}'
const OLD_KEY_ID = '{334fa1a7-abab-41e9-be17-70e95c289080}'

/** Testing and comparing. */
export const accountExamples: readonly Example[] = [
  {
    name: 'both tokens are accepted',
    action: 'test',
    account,
    now: NOW,
    replies: [
      { request: { url: `${API}/ping`, headers }, json: { token_valid: true } },
      { request: { url: `${API}/ping`, headers: vendorHeaders }, json: { token_valid: true } },
    ],
    outcome: {
      type: 'done',
      message: { en: 'TeamViewer accepts both tokens.', de: 'TeamViewer nimmt beide Token an.' },
    },
  },
  {
    name: 'a token is not accepted',
    action: 'test',
    account,
    now: NOW,
    replies: [{ request: { url: `${API}/ping`, headers }, json: { token_valid: false } }],
    error: { code: 'unauthorized', field: 'token' },
  },
  {
    name: 'the tenant’s devices, two pages, against those stored here',
    action: 'devices',
    account,
    targets: [
      {
        label: 'PC-4711',
        remotecontrolId: REMOTECONTROL_ID,
        deviceKeyId: DEVICE_KEY_ID.toUpperCase().replace(/[{}]/g, ''),
      },
      { label: 'PC-4712', remotecontrolId: 'r124124125', deviceKeyId: OLD_KEY_ID },
      { label: 'PC-4713', remotecontrolId: 'r124124126' },
    ],
    now: NOW,
    replies: [
      {
        request: { ...devicesCall, json: {} },
        json: { Devices: [deviceAt(124124124, DEVICE_KEY_ID)], ContinuationToken: 'next' },
      },
      {
        request: { ...devicesCall, json: { ContinuationToken: 'next' } },
        json: {
          Devices: [
            deviceAt(124124125, OLD_KEY_ID, '2023-11-02T08:00:00Z'),
            deviceAt(124124127, OTHER_KEY_ID),
            deviceAt(124124128, 'history', '2023-11-02T08:00:00Z'),
          ],
          ContinuationToken: null,
        },
      },
    ],
    outcome: {
      type: 'table',
      title: { en: 'Devices', de: 'Geräte' },
      columns: deviceColumns,
      rows: [
        [{ en: 'registered here', de: 'hier registriert' }, 'PC-4711', 'r124124124', DEVICE_KEY_ID, registered, ''],
        [{ en: 'only here', de: 'nur hier' }, 'PC-4712', 'r124124125', OLD_KEY_ID, registered, '2023-11-02T08:00:00Z'],
        [{ en: 'only at TeamViewer', de: 'nur bei TeamViewer' }, '', 'r124124127', OTHER_KEY_ID, registered, ''],
        [{ en: 'only here', de: 'nur hier' }, 'PC-4713', 'r124124126', '', '', ''],
      ],
    },
  },
  {
    name: 'connections of a week',
    action: 'report',
    account,
    input: { from: '2023-11-01T00:00:00Z', to: '2023-11-08T00:00:00Z' },
    now: NOW,
    replies: [
      {
        request: {
          url: `${API}/oem/reports/connections?from_date=2023-11-01T00%3A00%3A00Z&to_date=2023-11-08T00%3A00%3A00Z&tenant_id=t0001`,
          headers,
        },
        json: { ContinuationToken: '', ReachReports: [{ id: 7, control_type: 'unattended', billed: true }] },
      },
    ],
    outcome: {
      type: 'table',
      title: { en: 'Connections', de: 'Verbindungen' },
      columns: [
        { en: 'ID', de: 'ID' },
        { en: 'Tenant ID', de: 'Mandanten-ID' },
        { en: 'Time', de: 'Zeit' },
        { en: 'Kind of session', de: 'Art der Sitzung' },
        { en: 'Control type', de: 'Steuerungsart' },
        { en: 'Start', de: 'Beginn' },
        { en: 'End', de: 'Ende' },
        'billed',
      ],
      rows: [['7', '', '', '', 'unattended', '', '', 'true']],
    },
  },
  {
    name: 'a report that ends before it begins',
    action: 'report',
    account,
    input: { from: '2023-11-08T00:00:00Z', to: '2023-11-01T00:00:00Z' },
    now: NOW,
    error: { code: 'invalid', field: 'to' },
  },
  {
    name: 'an Android app is registered',
    action: 'appRegistration',
    account,
    input: { signingKey: Array.from({ length: 32 }, () => 'ab').join(':') },
    now: NOW,
    replies: [
      {
        request: { method: 'POST', url: `${API}/oem/appregistrations`, headers, json: { api_key: 'AB'.repeat(32) } },
        json: { key_id: '42' },
      },
    ],
    outcome: {
      type: 'done',
      message: {
        en: 'The app is registered; its key ID is 42. (This call is not verified against the live service.)',
        de: 'Die App ist registriert; die ID ihres Schlüssels ist 42. (Dieser Aufruf ist nicht am echten Dienst geprüft.)',
      },
    },
  },
]

/** Administering tenants. */
export const tenantExamples: readonly Example[] = [
  {
    ...administering,
    name: 'all tenants are listed',
    replies: [{ request: { url: `${API}/oem/tenants`, headers: vendorHeaders }, json: { Tenants: [tenant] } }],
    outcome: {
      type: 'table',
      title: { en: 'Tenants', de: 'Mandanten' },
      columns: [
        { en: 'Tenant ID', de: 'Mandanten-ID' },
        { en: 'Name', de: 'Name' },
        { en: 'Account', de: 'Konto' },
        { en: 'Description', de: 'Beschreibung' },
        { en: 'Active', de: 'Aktiv' },
      ],
      rows: [['t0002', 'Contoso', 'it@contoso.example', 'Since 2023', 'true']],
    },
  },
  {
    ...administering,
    name: 'a tenant is created',
    input: { what: 'create', tenantAccount: 'it@contoso.example', tenantName: 'Contoso' },
    replies: [
      {
        request: {
          method: 'POST',
          url: `${API}/oem/tenants`,
          headers: vendorHeaders,
          json: { tenant_account: 'it@contoso.example', tenant_name: 'Contoso' },
        },
        json: tenant,
      },
    ],
    outcome: {
      type: 'done',
      message: { en: 'The tenant t0002 is created.', de: 'Der Mandant t0002 ist angelegt.' },
    },
  },
  {
    ...administering,
    name: 'a tenant is renamed, all else kept',
    input: { what: 'rename', tenantId: 't0002', tenantName: 'Contoso Ltd' },
    replies: [
      reading,
      {
        request: {
          method: 'PUT',
          url: tenantUrl,
          headers: vendorHeaders,
          json: {
            tenant_account: 'it@contoso.example',
            tenant_name: 'Contoso Ltd',
            tenant_description: 'Since 2023',
            active: true,
          },
        },
        status: 204,
      },
    ],
    outcome: {
      type: 'done',
      message: { en: 't0002 is now called “Contoso Ltd”.', de: 't0002 heißt jetzt „Contoso Ltd“.' },
    },
  },
  {
    ...administering,
    name: 'a tenant is deactivated',
    input: { what: 'deactivate', tenantId: 't0002' },
    replies: [
      reading,
      {
        request: {
          method: 'PUT',
          url: tenantUrl,
          headers: vendorHeaders,
          json: {
            tenant_account: 'it@contoso.example',
            tenant_name: 'Contoso',
            tenant_description: 'Since 2023',
            active: false,
          },
        },
        status: 204,
      },
    ],
    outcome: { type: 'done', message: { en: 't0002 is deactivated.', de: 't0002 ist deaktiviert.' } },
  },
  {
    ...administering,
    name: 'no tenant is named',
    input: { what: 'deactivate' },
    error: { code: 'missing', field: 'tenantId' },
  },
  {
    ...administering,
    name: 'an account without a vendor token administers no tenants',
    account: { tenantId: 't0001', token: account.token },
    error: { code: 'missing', field: 'vendorToken' },
  },
]
