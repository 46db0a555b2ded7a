import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Reach, startReach } from './reach.ts'
import { call, type Received, refusalOf, valuesOf } from './test-client.ts'

let reach: Reach

beforeEach(async () => {
  reach = await startReach()
})

afterEach(() => reach.close())

function asVendor(method: string, path: string, fields?: Readonly<Record<string, unknown>>): Promise<Received> {
  return call(reach, method, path, fields, reach.vendor.token)
}

const wanted = { tenant_account: 'it@contoso.example', tenant_name: 'Contoso' }

describe('tenants', () => {
  test('are made, read and changed', async () => {
    const made = valuesOf(await asVendor('POST', '/oem/tenants', wanted))
    expect(made).toEqual({ tenant_id: 't0002', ...wanted, tenant_description: '', active: true })
    const changed = { ...wanted, tenant_name: 'Contoso Ltd', tenant_description: 'Customer', active: false }
    const put = await asVendor('PUT', '/oem/tenants/t0002', changed)
    expect([put.status, put.text]).toEqual([204, ''])
    expect(valuesOf(await asVendor('GET', '/oem/tenants/t0002'))).toEqual({
      Tenants: [{ tenant_id: 't0002', ...changed }],
    })
    expect(reach.tenants[1]?.active).toBe(false)
  })

  test.each([
    [{ tenant_name: 'four' }, 'malformed'],
    [{ tenant_name: 'x'.repeat(51) }, 'malformed'],
    [{ tenant_account: 'contoso' }, 'malformed'],
    [{ active: 'true' }, 'no boolean'],
    [{ tenant_description: 1 }, 'no string'],
    [{ tenant_id: 't0007' }, 'unknown'],
  ])('with %j are refused', async (changed, refusal) => {
    const [name] = Object.keys(changed)
    for (const [method, path] of [
      ['POST', '/oem/tenants'],
      ['PUT', '/oem/tenants/t0001'],
    ] as const) {
      expect(refusalOf(await asVendor(method, path, { ...wanted, ...changed }))).toBe(
        `400 invalid_request: Parameter '${name}' is ${refusal}.`,
      )
    }
  })

  test('are one for each account, which does not change', async () => {
    await asVendor('POST', '/oem/tenants', wanted)
    expect(
      refusalOf(await asVendor('POST', '/oem/tenants', { ...wanted, tenant_account: 'IT@contoso.example' })),
    ).toMatch('is a tenant already')
    expect(refusalOf(await asVendor('PUT', '/oem/tenants/t0001', wanted))).toMatch("is not the tenant's")
  })

  test('have to exist', async () => {
    expect(refusalOf(await asVendor('GET', '/oem/tenants/t0009'))).toMatch('The tenant is unknown.')
    expect(refusalOf(await asVendor('PUT', '/oem/tenants/t0009', wanted))).toMatch('The tenant is unknown.')
  })

  test('are the vendor’s business alone', async () => {
    expect(refusalOf(await call(reach, 'POST', '/oem/tenants', wanted))).toMatch('403 access_denied')
    expect(refusalOf(await call(reach, 'GET', '/oem/tenants/t0001'))).toMatch('403 access_denied')
  })

  test('can be listed only where the test says so', async () => {
    expect((await asVendor('GET', '/oem/tenants')).status).toBe(405)
    const other = await startReach({ listsTenants: true, tenant: { id: 't0042', name: 'Fabrikam' } })
    const list = await call(other, 'GET', '/oem/tenants', undefined, other.vendor.token)
    expect(valuesOf(list)).toEqual({
      Tenants: [expect.objectContaining({ tenant_id: 't0042', tenant_name: 'Fabrikam' })],
    })
    await other.close()
  })
})

describe('app keys', () => {
  const register = (fields: Readonly<Record<string, unknown>>) => call(reach, 'POST', '/oem/appregistrations', fields)
  const key = 'AB'.repeat(32)

  test('get an id, and the same one again', async () => {
    const { key_id: id } = valuesOf(await register({ api_key: key }))
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    expect(valuesOf(await register({ api_key: key.toLowerCase() })).key_id).toBe(id)
    expect(valuesOf(await register({ api_key: 'CD'.repeat(32) })).key_id).not.toBe(id)
  })

  test.each([key.slice(2), `${key}AB`, 'AB:'.repeat(31), `${key.slice(2)}XY`, ` ${key.slice(1)}`])(
    'are 64 hexadecimal digits, not "%s"',
    async (wrong) => {
      expect(refusalOf(await register({ api_key: wrong }))).toMatch("'api_key' is malformed")
    },
  )
})
