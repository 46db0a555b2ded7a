import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Device, makeKeyPair } from './devices.ts'
import {
  answers,
  drops,
  ERROR_NAMES,
  type Fault,
  fails,
  limited,
  pause,
  truncates,
  unauthorized,
  unavailable,
} from './faults.ts'
import { type Reach, startReach } from './reach.ts'
import { call, headersFor, type Received, refusalOf, registrationOf, send, valuesOf } from './test-client.ts'

const CREATE = 'POST /oem/devices/createdevicekey'
const keyPair = await makeKeyPair()

let reach: Reach
let device: Device

beforeEach(async () => {
  reach = await startReach()
  device = reach.addDevice({ keyPair })
})

afterEach(() => reach.close())

function create(): Promise<Received> {
  return call(reach, 'POST', '/oem/devices/createdevicekey', registrationOf(reach, device))
}

test('a fault happens once, to the call that it is for', async () => {
  reach.faults.add(CREATE, fails('internal_error'))
  expect((await call(reach, 'GET', '/ping')).status).toBe(200)
  expect(reach.faults.pending).toBe(1)
  expect(refusalOf(await create())).toMatch('500 internal_error')
  expect(reach.faults.pending).toBe(0)
  expect(device.keys).toEqual([])
  expect((await create()).status).toBe(200)
})

test('faults happen in the order in which they were lined up', async () => {
  reach.faults.add(CREATE, fails('blocked'))
  reach.faults.add(CREATE, fails('token_expired'))
  expect([(await create()).status, (await create()).status]).toEqual([403, 401])
})

test('a fault may be for one device', async () => {
  const other = reach.addDevice({ keyPair })
  reach.faults.add(CREATE, unavailable(), ({ body }) => body.includes(other.remotecontrolId))
  expect((await create()).status).toBe(200)
  device = other
  const answer = await create()
  expect([answer.status, answer.headers['content-type']]).toEqual([503, 'text/html'])
})

describe('documented errors', () => {
  test.each(ERROR_NAMES)('%s has all its parts', async (name) => {
    reach.faults.add(CREATE, fails(name))
    const values = valuesOf(await create())
    expect(values).toMatchObject({ error: name, error_description: expect.any(String), error_code: expect.any(Number) })
    expect('error_signature' in values).toBe(name === 'internal_error')
  })

  test('may come as XML', async () => {
    reach.faults.add(CREATE, fails('blocked'))
    const headers = { ...headersFor(reach.tenant.token), accept: '*/*' }
    const answer = await send(reach.origin, { method: 'POST', path: '/api/v1/oem/devices/createdevicekey', headers })
    expect(answer.text).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?><Error><error>blocked<\/error>/)
  })

  test.each([
    [403, undefined],
    [429, undefined],
    [403, '30'],
    [429, 'Wed, 21 Oct 2026 07:28:00 GMT'],
  ] as const)('the rate limit comes with %i and Retry-After %s', async (status, retryAfter) => {
    reach.faults.add(CREATE, limited(status, retryAfter))
    const answer = await create()
    expect([answer.status, answer.headers['retry-after']]).toEqual([status, retryAfter])
    expect(valuesOf(answer).error).toBe('rate_limit_reached')
  })

  test('a 401 may be empty', async () => {
    reach.faults.add(CREATE, unauthorized)
    const answer = await create()
    expect([answer.status, answer.text]).toEqual([401, ''])
  })

  test('an answer may be anything', async () => {
    reach.faults.add(CREATE, answers(302, undefined, { location: 'https://elsewhere.example/' }))
    reach.faults.add(CREATE, answers(200, 'null', { 'content-type': 'application/json' }))
    reach.faults.add(CREATE, answers(200, { device_key_id: 5 }))
    expect((await create()).headers.location).toBe('https://elsewhere.example/')
    expect((await create()).text).toBe('null')
    expect(valuesOf(await create())).toEqual({ device_key_id: 5 })
  })
})

describe('an answer that does not arrive', () => {
  test('may be lost before the device did anything', async () => {
    const { requestId } = device.rollout
    reach.faults.add(CREATE, drops('before'))
    await expect(create()).rejects.toThrow('socket hang up')
    expect(device.keys).toEqual([])
    expect(device.rollout.requestId).toBe(requestId)
    expect(reach.requests.of(CREATE)).toMatchObject([{ done: false, status: undefined }])
  })

  test.each<[string, Fault, string]>([
    ['without a byte', drops('after'), 'socket hang up'],
    ['in the middle', drops('midway'), 'aborted'],
  ])('may be lost %s after the device made its key', async (_where, fault, error) => {
    reach.faults.add(CREATE, fault)
    await expect(create()).rejects.toThrow(error)
    expect(device.keys).toHaveLength(1)
    expect(reach.requests.of(CREATE)).toMatchObject([{ done: true, status: undefined }])
  })

  test.each<[string, Fault, number]>([
    ['as an error', fails('internal_error', 'after'), 500],
    ['as a page', unavailable('after'), 503],
  ])('may be replaced %s after the device made its key', async (_how, fault, status) => {
    reach.faults.add(CREATE, fault)
    expect((await create()).status).toBe(status)
    expect(device.keys).toHaveLength(1)
    expect(reach.requests.of(CREATE)).toMatchObject([{ done: true, status }])
  })

  test('may be half of its JSON', async () => {
    reach.faults.add(CREATE, truncates)
    const answer = await create()
    expect(answer.status).toBe(200)
    expect(answer.text).toMatch(/^\{"device_key_id":"/)
    expect(() => valuesOf(answer)).toThrow(SyntaxError)
  })
})

describe('an answer that takes its time', () => {
  test.each([
    ['before', 0],
    ['after', 1],
  ] as const)('waits %s the device made its key', async (moment, keyCount) => {
    const { fault, reached, end } = pause(moment)
    reach.faults.add(CREATE, fault)
    const answer = create()
    await reached
    expect(device.keys).toHaveLength(keyCount)
    expect(reach.requests.of(CREATE)).toMatchObject([{ status: undefined, answeredAt: undefined }])
    end()
    expect((await answer).status).toBe(200)
    expect(device.keys).toHaveLength(1)
  })

  test('does not keep the simulation from closing', async () => {
    const { fault, reached } = pause()
    reach.faults.add(CREATE, fault)
    const lost = expect(create()).rejects.toThrow('socket hang up')
    await reached
    await reach.close()
    await lost
    reach = await startReach()
  })
})

describe('the log', () => {
  test('has every request as it arrived, with what became of it', async () => {
    const { requestId } = device.rollout
    await create()
    const [seen, ...more] = reach.requests.all
    expect(more).toEqual([])
    expect(seen).toMatchObject({ method: 'POST', url: '/api/v1/oem/devices/createdevicekey', call: CREATE, done: true })
    expect(JSON.parse(seen?.body ?? '')).toHaveProperty('request_id', requestId)
    expect(seen?.headers.authorization).toBe(`Bearer ${reach.tenant.token}`)
    expect(seen?.arrivedAt).toBeGreaterThan(Date.now() - 60_000)
    expect(seen?.answeredAt).toBeGreaterThanOrEqual(seen?.arrivedAt ?? Number.POSITIVE_INFINITY)
  })

  test('has requests for what is not there, too', async () => {
    await call(reach, 'GET', '/nothing')
    expect(reach.requests.all).toMatchObject([{ call: '', url: '/api/v1/nothing', done: false, status: 404 }])
  })

  test('tells of a request that is still to come', async () => {
    const second = reach.requests.arrival('GET /ping', 1)
    await call(reach, 'GET', '/ping')
    await call(reach, 'GET', '/ping?two=2')
    expect((await second).url).toBe('/api/v1/ping?two=2')
  })
})

describe('the pace', () => {
  let time = 0
  const ping = () => call(reach, 'GET', '/ping')

  async function paced(pace: { readonly status?: 403 | 429; readonly retryAfter?: boolean }): Promise<void> {
    await reach.close()
    time = 1_700_000_000_000
    reach = await startReach({ now: () => time, pace: { requests: 2, seconds: 60, ...pace } })
    expect([(await ping()).status, (await ping()).status]).toEqual([200, 200])
    time += 15_000
  }

  test.each([
    [{}, 403, undefined],
    [{ retryAfter: true }, 403, '45'],
    [{ status: 429 }, 429, undefined],
    [{ status: 429, retryAfter: true }, 429, '45'],
  ] as const)('of %j is kept', async (pace, status, retryAfter) => {
    await paced(pace)
    const answer = await ping()
    expect([answer.status, answer.headers['retry-after']]).toEqual([status, retryAfter])
    expect(valuesOf(answer).error).toBe('rate_limit_reached')
  })

  test('has room again when time has passed, and refusals took none of it', async () => {
    await paced({})
    await ping()
    time += 44_999
    expect((await ping()).status).toBe(403)
    time += 1
    expect((await ping()).status).toBe(200)
  })

  test('counts each call and each token by itself', async () => {
    await paced({})
    expect((await call(reach, 'GET', '/devices')).status).toBe(200)
    expect((await call(reach, 'GET', '/ping', undefined, reach.addTenant().token)).status).toBe(200)
  })
})
