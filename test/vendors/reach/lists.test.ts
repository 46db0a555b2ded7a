import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeKeyPair } from './devices.ts'
import { type Reach, startReach } from './reach.ts'
import { call, complete, type Received, refusalOf, register, requestControl, valuesOf } from './test-client.ts'

const MORNING = Date.parse('2026-03-02T08:00:00Z')
const HOUR = 3_600_000
const keyPair = await makeKeyPair()

let reach: Reach
let time: number

beforeEach(async () => {
  time = MORNING
  reach = await startReach({ now: () => time, pageSize: 2 })
})

afterEach(() => reach.close())

function rowsOf(answer: Received, name: string): readonly Readonly<Record<string, unknown>>[] {
  const rows = valuesOf(answer)[name]
  if (!Array.isArray(rows)) throw new Error(`${name} is no list in: ${answer.text}`)
  return rows
}

describe('the devices of a tenant', () => {
  const list = (fields: Readonly<Record<string, unknown>> = {}, token?: string) =>
    call(reach, 'POST', `/oem/tenants/${reach.tenant.id}/devices`, fields, token)
  const numbers = (answer: Received) => rowsOf(answer, 'Devices').map(({ DyngateId }) => DyngateId)

  beforeEach(async () => {
    for (let count = 0; count < 5; count += 1) {
      await register(reach, reach.addDevice({ keyPair }))
      time += HOUR
    }
  })

  test('come page by page, and the last page says so', async () => {
    const pages: (readonly unknown[])[] = []
    let continuation: unknown
    do {
      const answer = await list(continuation === undefined ? {} : { ContinuationToken: continuation })
      pages.push(numbers(answer))
      continuation = valuesOf(answer).ContinuationToken
    } while (continuation !== null)
    expect(pages).toEqual([['124124124', '124124125'], ['124124126', '124124127'], ['124124128']])
  })

  test('have ids and times', async () => {
    expect(rowsOf(await list(), 'Devices')[0]).toEqual({
      DyngateId: '124124124',
      DeviceKeyId: expect.stringMatching(/^\{[0-9a-f-]{36}\}$/),
      RegistrationTime: '2026-03-02T08:00:00Z',
      DeregistrationTime: null,
    })
  })

  test('can be asked for by time and state', async () => {
    const between = { StartTime: '2026-03-02T09:00:00Z', EndTime: '2026-03-02T10:00:00.000Z' }
    expect(numbers(await list(between))).toEqual(['124124125', '124124126'])
    expect(numbers(await list({ DeviceState: 'Registered' }))).toHaveLength(2)
    expect(numbers(await list({ DeviceState: 'Deregistered' }))).toEqual([])
  })

  test('are still listed when they are registered no more', async () => {
    const device = reach.addDevice({ keyPair })
    const { deviceKeyId, decommissionToken } = await register(reach, device)
    await call(reach, 'DELETE', '/oem/devices/unregister', {
      tenant_id: reach.tenant.id,
      remotecontrol_id: device.remotecontrolId,
      device_key_id: deviceKeyId,
      decommission_token: decommissionToken,
    })
    expect(rowsOf(await list({ DeviceState: 'Deregistered' }), 'Devices')).toEqual([
      expect.objectContaining({ DeviceKeyId: deviceKeyId, DeregistrationTime: '2026-03-02T13:00:00Z' }),
    ])
  })

  test.each([
    [{ StartTime: '2026-03-02' }, 'is malformed'],
    [{ StartTime: '2026-03-02T09:00:00+01:00' }, 'is malformed'],
    [{ EndTime: '2026-13-02T09:00:00Z' }, 'is malformed'],
    [{ DeviceState: 'gone' }, 'is malformed'],
    [{ start_time: '2026-03-02T09:00:00Z' }, 'is unknown'],
    [{ ContinuationToken: 'invented' }, 'was not given for this question'],
  ])('with %j are refused', async (fields, refusal) => {
    const [name] = Object.keys(fields)
    expect(refusalOf(await list(fields))).toBe(`400 invalid_request: Parameter '${name}' ${refusal}.`)
  })

  test('go on only with the question that they began with', async () => {
    const { ContinuationToken } = valuesOf(await list())
    expect(refusalOf(await list({ ContinuationToken, DeviceState: 'Registered' }))).toMatch(
      'not given for this question',
    )
    expect(numbers(await list({ ContinuationToken }))).toEqual(['124124126', '124124127'])
  })

  test('are for the tenant and for the vendor', async () => {
    expect((await list({}, reach.vendor.token)).status).toBe(200)
    expect(refusalOf(await list({}, reach.addTenant().token))).toMatch("not the token's tenant")
    const nobody = await call(reach, 'POST', '/oem/tenants/t9999/devices', {}, reach.vendor.token)
    expect(refusalOf(nobody)).toMatch('The tenant is unknown.')
  })
})

describe('the report', () => {
  const DAY = 'from_date=2026-03-02T00:00:00Z&to_date=2026-03-02T23:59:59Z'
  const report = (query: string, token?: string) =>
    call(reach, 'GET', `/oem/reports/connections?${query}`, undefined, token)

  function addConnection(startedAt: number, tenantId = reach.tenant.id) {
    const connection = { tenantId, remotecontrolId: 'r124124124', controlType: 'attended' }
    return reach.addConnection({ ...connection, startedAt, endedAt: startedAt + HOUR })
  }

  test('names connections that were made', async () => {
    const registered = await register(reach, reach.addDevice({ keyPair }))
    reach.launch(complete(await requestControl(reach, registered)))
    expect(rowsOf(await report(DAY), 'ReachReports')).toEqual([
      {
        id: expect.any(String),
        tenant_id: 't0001',
        remotecontrol_id: 'r124124124',
        timestamp: '2026-03-02T08:00:00Z',
        session_type: 'RemoteControl',
        control_type: 'unattended',
        start_date: '2026-03-02T08:00:00Z',
        end_date: null,
      },
    ])
  })

  test('comes page by page, by a token that has to be encoded; the last page has none', async () => {
    const added = Array.from({ length: 5 }, (_, index) => addConnection(MORNING + index * 60_000))
    const ids: unknown[] = []
    let query = DAY
    for (;;) {
      const answer = await report(query)
      ids.push(...rowsOf(answer, 'ReachReports').map(({ id }) => id))
      const { ContinuationToken } = valuesOf(answer)
      if (ContinuationToken === undefined) break
      query = `${DAY}&continuation_token=${encodeURIComponent(String(ContinuationToken))}`
    }
    expect(ids).toEqual(added.map(({ id }) => id))
  })

  test('is of the tenant, or of all that the vendor has', async () => {
    const other = reach.addTenant()
    const [mine, theirs] = [addConnection(MORNING), addConnection(MORNING, other.id)]
    const ids = async (query: string, token?: string) =>
      rowsOf(await report(query, token), 'ReachReports').map(({ id }) => id)
    expect(await ids(DAY)).toEqual([mine.id])
    expect(await ids(DAY, reach.vendor.token)).toEqual([mine.id, theirs.id])
    expect(await ids(`${DAY}&tenant_id=${other.id}`, reach.vendor.token)).toEqual([theirs.id])
    expect(refusalOf(await report(`${DAY}&tenant_id=${other.id}`))).toMatch("not the token's tenant")
  })

  test.each([
    ['', "'from_date' is missing"],
    ['from_date=2026-03-02T00:00:00Z', "'to_date' is missing"],
    ['from_date=2026-03-02&to_date=2026-03-03', "'from_date' is malformed"],
    ['from_date=2026-03-03T00:00:00Z&to_date=2026-03-02T00:00:00Z', "'from_date' is later"],
    [`${DAY}&from_date=2026-03-02T00:00:00Z`, 'twice'],
    [`${DAY}&tenant_id=0001`, "'tenant_id' is malformed"],
    [`${DAY}&continuation_token=invented`, "'continuation_token' was not given for this question"],
    [`${DAY}&page=2`, "'page' is unknown"],
    [`${DAY}&`, 'malformed'],
    [`${DAY}&tenant_id=%zz`, 'malformed'],
  ])('for "%s" is refused', async (query, refusal) => {
    expect(refusalOf(await report(query))).toMatch(new RegExp(`^400 invalid_request: .*${refusal}`))
  })

  test('leaves out what was before and after', async () => {
    addConnection(MORNING - 9 * HOUR)
    addConnection(MORNING + 16 * HOUR)
    expect(rowsOf(await report(DAY), 'ReachReports')).toEqual([])
  })
})

describe('the contact list', () => {
  const contacts = (query: string, token?: string) => call(reach, 'GET', `/devices${query}`, undefined, token)

  test('tells who is online', async () => {
    reach.addDevice({ remotecontrolId: 'r123456789', alias: 'PC-4711' })
    reach.addDevice({ remotecontrolId: 'r987654321', online: false })
    expect(rowsOf(await contacts(''), 'devices').map(({ online_state }) => online_state)).toEqual(['Online', 'offline'])
    expect(rowsOf(await contacts('?remotecontrol_id=r123456789'), 'devices')).toEqual([
      { remotecontrol_id: 'r123456789', device_id: 'd123456789', alias: 'PC-4711', online_state: 'Online' },
    ])
  })

  test('needs its own permission', async () => {
    reach.tenant.permissions.delete('ContactList.Read')
    expect(refusalOf(await contacts(''))).toMatch('403 access_denied')
  })

  test('takes an id of the right shape', async () => {
    expect(refusalOf(await contacts('?remotecontrol_id=123456789'))).toMatch("'remotecontrol_id' is malformed")
  })
})
