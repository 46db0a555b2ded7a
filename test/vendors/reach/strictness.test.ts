import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Reach, startReach } from './reach.ts'
import { call, headersFor, refusalOf, registrationOf, type Sent, send, valuesOf } from './test-client.ts'

const CREATE = '/api/v1/oem/devices/createdevicekey'

let reach: Reach

beforeAll(async () => {
  reach = await startReach()
})

afterAll(() => reach.close())

/** A proper registration, changed by the test. Nothing in this file gets as far as a device, but the first test. */
function post(changed: Partial<Sent> = {}): ReturnType<typeof send> {
  const device = reach.addDevice({ online: false })
  const body = JSON.stringify(registrationOf(reach, device))
  return send(reach.origin, { method: 'POST', path: CREATE, headers: headersFor(reach.tenant.token), body, ...changed })
}

async function refusalWith(changed: Partial<Sent>): Promise<string> {
  return refusalOf(await post(changed))
}

function withHeader(name: string, value: string | undefined): Partial<Sent> {
  const { [name]: _, ...others } = headersFor(reach.tenant.token)
  return { headers: value === undefined ? others : { ...others, [name]: value } }
}

test('a proper request passes all the rules of this file', async () => {
  expect(await refusalWith({})).toBe('400 invalid_request: The device is offline.')
})

describe('method and path', () => {
  test('may be in upper case, since the backend does not mind', async () => {
    expect(await refusalWith({ path: CREATE.toUpperCase() })).toMatch('device is offline')
  })

  test.each([
    '/oem/devices/createdevicekey',
    '/api/v1/oem/devices/createdevicekey/',
    '/api/v1//oem/devices/createdevicekey',
    '/api/v2/oem/devices/createdevicekey',
    '/api/v1/oem/devices/create%64evicekey',
    '/api/v1/oem/devices',
    '/',
  ])('%s is not found, and the answer is no JSON', async (path) => {
    const answer = await post({ path })
    expect([answer.status, answer.headers['content-type']]).toEqual([404, 'text/html'])
    expect(() => valuesOf(answer)).toThrow(SyntaxError)
  })

  test.each([
    ['GET', CREATE, 'POST'],
    ['PUT', CREATE, 'POST'],
    ['OPTIONS', CREATE, 'POST'],
    ['POST', '/api/v1/oem/devices/unregister', 'DELETE'],
    ['GET', '/api/v1/oem/tenants', 'POST'],
    ['DELETE', '/api/v1/oem/tenants/t0001', 'GET, PUT'],
  ])('%s %s is not allowed, but %s', async (method, path, allowed) => {
    const answer = await post({ method, path })
    expect([answer.status, answer.headers.allow]).toEqual([405, allowed])
  })
})

describe('the token', () => {
  test.each([undefined, '', 'Bearer', 'Bearer ', 'Basic abc', 'bearer abc', 'Bearer  abc', 'Bearer a b'])(
    'in "%s" is none: 401 and an empty body',
    async (authorization) => {
      const answer = await post(withHeader('authorization', authorization))
      expect([answer.status, answer.text]).toEqual([401, ''])
    },
  )

  test('has to be known', async () => {
    expect(await refusalWith({ headers: headersFor('unknown') })).toMatch('401 invalid_token')
  })

  test.each([
    ['expired', '401 token_expired'],
    ['blocked', '403 blocked'],
  ] as const)('that is %s gives %s', async (tokenState, refusal) => {
    const tenant = reach.addTenant()
    tenant.tokenState = tokenState
    expect(await refusalWith({ headers: headersFor(tenant.token) })).toMatch(refusal)
  })

  test('of a tenant that is not active is blocked', async () => {
    const { token } = reach.addTenant({ active: false })
    expect(await refusalWith({ headers: headersFor(token) })).toMatch('403 blocked')
  })

  test('needs the permission for the call, an error that is not in the documented list', async () => {
    const { token } = reach.addTenant({ permissions: ['requestControl'] })
    expect(await refusalWith({ headers: headersFor(token) })).toMatch('403 access_denied')
  })

  test('of the vendor registers no device', async () => {
    expect(await refusalWith({ headers: headersFor(reach.vendor.token) })).toMatch('403 access_denied')
  })

  test('has to be that of the tenant in the body', async () => {
    const { token } = reach.addTenant()
    expect(await refusalWith({ headers: headersFor(token) })).toMatch("400 invalid_request: Parameter 'tenant_id'")
  })
})

describe('headers', () => {
  test.each([undefined, '*/*', 'application/xml', 'text/html, application/*', 'application/jsonp'])(
    'Accept: %s gives XML',
    async (accept) => {
      const answer = await post(withHeader('accept', accept))
      expect(answer.headers['content-type']).toBe('application/xml; charset=utf-8')
      expect(answer.text).toMatch(/^<\?xml .*<error>invalid_request<\/error><error_description>The device is offline\./)
    },
  )

  test.each(['application/json', 'Application/JSON;q=0.9, */*'])('Accept: %s gives JSON', async (accept) => {
    const answer = await post(withHeader('accept', accept))
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
  })

  test.each([
    undefined,
    'text/plain',
    'text/plain;charset=UTF-8',
    'application/json; charset=latin1',
    'application/jsonp',
  ])('Content-Type: %s is refused', async (type) => {
    expect(await refusalWith(withHeader('content-type', type))).toMatch('415 invalid_request')
  })

  test('Content-Type may name UTF-8', async () => {
    expect(await refusalWith(withHeader('content-type', 'application/json; charset=UTF-8'))).toMatch('offline')
  })
})

describe('the body', () => {
  test.each([
    ['empty', '', 'no JSON object'],
    ['a list', '[]', 'no JSON object'],
    ['a text', '"tenant_id"', 'no JSON object'],
    ['null', 'null', 'no JSON object'],
    ['cut short', '{"tenant_id":"t0001"', 'no JSON object'],
    ['JavaScript', "{tenant_id:'t0001'}", 'no JSON object'],
    ['a form', 'tenant_id=t0001', 'no JSON object'],
    ['with a byte order mark', '\uFEFF{}', 'no JSON object'],
    ['with a name twice', '{"tenant_id":"t0001","tenant_id":"t0002"}', 'twice'],
    ['with a name twice in other letters', '{"tenant_id":"t0001","tenant\\u005fid":"t0002"}', 'twice'],
    ['not UTF-8', Buffer.from('{"tenant_id":"\xe4"}', 'latin1'), 'not UTF-8'],
  ])('must not be %s', async (_what, body, complaint) => {
    expect(await refusalWith({ body })).toMatch(new RegExp(`^400 invalid_request: .*${complaint}`))
  })

  test('must not be long', async () => {
    expect(await refusalWith({ body: `{"tenant_id":"${'t'.repeat(20_000)}"}` })).toMatch('413 invalid_request')
  })

  test('has no place in a call that has none', async () => {
    const answer = await post({ method: 'GET', path: '/api/v1/ping' })
    expect(refusalOf(answer)).toMatch('400 invalid_request: This call has no body.')
  })

  test('is what has the fields, not the query', async () => {
    expect(await refusalWith({ path: `${CREATE}?tenant_id=t0001` })).toMatch("Parameter 'tenant_id' is unknown.")
  })
})

const GUID = '8c4fa1a7-9d1c-41e9-be17-70e95c289080'

/** Fields that are right in shape, by call. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'POST /oem/devices/createdevicekey': {
    tenant_id: 't0001',
    remotecontrol_id: 'r124124999',
    request_id: `{${GUID}}`,
    key_permissions: 'unattended',
  },
  'POST /oem/devices/requestcontrol': {
    tenant_id: 't0001',
    remotecontrol_id: 'r124124999',
    device_key_id: `{${GUID}}`,
    control_type: 'attended',
    tenant_nonce: '243dd78d07324ab7befa41390d08d35f',
  },
  'DELETE /oem/devices/unregister': {
    tenant_id: 't0001',
    remotecontrol_id: 'r124124999',
    device_key_id: GUID,
    decommission_token: 'token',
  },
}

const WRONG_VALUES: Readonly<Record<string, readonly unknown[]>> = {
  tenant_id: ['0001', 'T0001', 't', 't0001 ', 'tt0001', '', 1, null, ['t0001']],
  remotecontrol_id: [
    '124124999',
    'd124124999',
    'R124124999',
    'r0124124999',
    'r12',
    'r12412499999',
    'r124 124 999',
    124,
  ],
  request_id: ['8c4fa1a7', `{${GUID}`, `${GUID}}`, `({${GUID}})`, ` ${GUID}`, GUID.replaceAll('-', ''), true],
  device_key_id: ['', `{${GUID}`, `urn:uuid:${GUID}`, `${GUID}\n`],
  key_permissions: ['', 7, { unattended: true }],
  control_type: ['', false],
  tenant_nonce: ['243DD78D07324AB7BEFA41390D08D35F', '243dd78d', `${'0'.repeat(33)}`, `{${GUID}}`, ''],
  decommission_token: ['', 12],
}

describe.each(Object.entries(FIELDS))('the fields of %s', (name, fields) => {
  const [method = '', path = ''] = name.split(' ')

  test('pass when they are right', async () => {
    expect(refusalOf(await call(reach, method, path, fields))).toMatch("'remotecontrol_id' is of no known device")
  })

  test.each(Object.keys(fields))('must have %s', async (field) => {
    const { [field]: _, ...others } = fields
    expect(refusalOf(await call(reach, method, path, others))).toMatch(`Parameter '${field}' is missing.`)
  })

  test.each(Object.keys(fields).flatMap((field) => (WRONG_VALUES[field] ?? []).map((value) => [field, value])))(
    'must not have %s as %j',
    async (field, value) => {
      const answer = await call(reach, method, path, { ...fields, [String(field)]: value })
      expect(refusalOf(answer)).toMatch(
        new RegExp(`^400 invalid_request: Parameter '${field}' is (malformed|no string)\\.$`),
      )
    },
  )

  test.each(['label', 'Tenant_id', '__proto__x', 'toString'])('must not have %s', async (field) => {
    const answer = await call(reach, method, path, { ...fields, [field]: 'x' })
    expect(refusalOf(answer)).toMatch(`Parameter '${field}' is unknown.`)
  })
})
