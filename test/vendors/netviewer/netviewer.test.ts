import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { type Netviewer, type NetviewerOptions, startNetviewer } from './netviewer.ts'
import { ADHOC, BEFORE, book, call, invite, open, PLANNED, valuesOf } from './test-client.ts'

const running: Netviewer[] = []

async function start(options?: NetviewerOptions): Promise<Netviewer> {
  const netviewer = await startNetviewer(options)
  running.push(netviewer)
  return netviewer
}

afterEach(async () => {
  for (const netviewer of running.splice(0)) await netviewer.close()
})

const TOKEN = /^[0-9A-F]{12}4[0-9A-F]{3}[89AB][0-9A-F]{15}\d{2}$/

test('a session is booked, joined, ended and billed by a client with a certificate', async () => {
  const netviewer = await start()
  expect(netviewer.origin).toMatch(/^https:/)
  netviewer.clock.set(BEFORE)
  const { certificate: cert, key } = await netviewer.authority.issue({ name: 'Mia Berger', organisation: 'Agency' })
  const tls = { ca: netviewer.certificate?.ca, cert, key }
  const at = (method: string, path: string, body?: object) => call(netviewer, method, path, body, tls)

  const booked = await at('POST', '/sessions', PLANNED)
  expect([booked.status, booked.headers['content-type']]).toEqual([201, 'application/json'])
  const { sessionNumber, moderatorToken, ...validity } = valuesOf(booked)
  expect(sessionNumber).toBe(480000001)
  expect(moderatorToken).toMatch(TOKEN)
  expect(validity).toEqual({ validFrom: '2026-11-23T09:00:00.000Z', validUntil: '2026-11-23T10:30:00.000Z' })

  const path = `/sessions/${sessionNumber}`
  const participants = [{ name: 'Jo Adler', email: 'jo@customer.example' }, { name: 'Kim Ott' }]
  const invited = await at('POST', `${path}/participants`, { participants })
  expect(invited.status).toBe(201)
  expect(valuesOf(invited)).toEqual({
    participants: participants.map((person) => ({ ...person, token: expect.stringMatching(TOKEN) })),
  })
  const tokens = netviewer.sessions.flatMap((session) => [session.moderator, ...session.participants])
  expect(new Set(tokens.map(({ token }) => token)).size).toBe(3)

  expect(valuesOf(await at('GET', path))).toEqual({ sessionNumber, state: 'booked', participantsPresent: 0 })
  const changed = await at('PATCH', path, { subject: 'Contract, again' })
  expect([changed.status, valuesOf(changed).state]).toEqual([200, 'booked'])

  netviewer.clock.set('2026-11-23T09:02:00Z')
  const welcome = await open(netviewer, String(moderatorToken), tls)
  expect([welcome.status, welcome.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  expect(welcome.text).toContain('<h1>Welcome <bdi>Mia Berger</bdi>, moderator</h1><p>The session is running.</p>')
  await open(netviewer, String(netviewer.sessions[0]?.participants[1]?.token), tls)
  expect(netviewer.program.entries.all).toMatchObject([
    { name: 'Mia Berger', role: 'moderator', subject: 'Contract, again', sessionNumber: '480000001' },
    { name: 'Kim Ott', role: 'participant', isRunning: true },
  ])
  const startedAt = '2026-11-23T09:02:00.000Z'
  expect(valuesOf(await at('GET', path))).toEqual({
    sessionNumber,
    state: 'running',
    participantsPresent: 1,
    startedAt,
  })

  netviewer.clock.advance(20.5 * 60_000)
  const ended = await at('DELETE', path)
  expect([ended.status, ended.text]).toEqual([204, ''])
  const endedAt = '2026-11-23T09:22:30.000Z'
  const closing = { sessionNumber, startedAt, endedAt }
  expect(valuesOf(await at('GET', path))).toEqual({ ...closing, state: 'ended', participantsPresent: 0 })
  expect(valuesOf(await at('GET', `${path}/usage`))).toEqual({ ...closing, minutes: 21, participants: 1 })
  expect(netviewer.requests.all.map(({ call, status, done }) => `${call} ${status} ${done}`)).toEqual([
    'POST /sessions 201 true',
    'POST /sessions/{n}/participants 201 true',
    'GET /sessions/{n} 200 true',
    'PATCH /sessions/{n} 200 true',
    'GET /sessions/{n} 200 true',
    'DELETE /sessions/{n} 204 true',
    'GET /sessions/{n} 200 true',
    'GET /sessions/{n}/usage 200 true',
  ])
  expect(netviewer.handshakes.all[0]).toMatchObject({ accepted: true, name: 'Mia Berger', protocol: 'TLSv1.3' })
})

test('plain http needs no certificate, and session numbers may be texts', async () => {
  const netviewer = await start({ transport: 'http', sessionNumbers: 'text' })
  expect([netviewer.origin, netviewer.program.url]).toEqual([
    expect.stringMatching(/^http:/),
    expect.stringMatching(/^http:/),
  ])
  const { number, path } = await book(netviewer)
  expect(number).toBe('0480000001')
  expect(valuesOf(await call(netviewer, 'GET', path)).sessionNumber).toBe('0480000001')
  expect((await call(netviewer, 'GET', '/sessions/480000001')).status).toBe(404)
})

test('a renamed profile is another one, to the letter', async () => {
  const fieldNames = { durationMinutes: 'length', moderator: 'host', name: 'fullName', sessionNumber: 'id' } as const
  const paths = {
    book: '/api/meetings',
    addParticipants: '/api/meetings/{n}/guests',
    status: '/api/state?of={n}&as=json',
  } as const
  const netviewer = await start({
    transport: 'http',
    paths,
    fieldNames: { ...fieldNames, participants: 'guests', state: 'phase', validUntil: 'good/until' },
  })
  const { durationMinutes, moderator, ...rest } = ADHOC
  const renamed = { ...rest, length: durationMinutes, host: { fullName: moderator.name } }
  const booked = valuesOf(await call(netviewer, 'POST', '/api/meetings', renamed))
  expect(Object.keys(booked)).toEqual(['id', 'moderatorToken', 'validFrom', 'good/until'])
  const invited = await call(netviewer, 'POST', `/api/meetings/${booked.id}/guests`, { guests: [{ fullName: 'Jo' }] })
  expect(valuesOf(invited)).toEqual({ guests: [{ fullName: 'Jo', token: expect.stringMatching(TOKEN) }] })
  const state = `/api/state?of=${booked.id}`
  expect(valuesOf(await call(netviewer, 'GET', `${state}&as=json`))).toHaveProperty('phase', 'booked')
  expect((await call(netviewer, 'GET', state)).status).toBe(404)
  expect(netviewer.requests.of('POST /sessions/{n}/participants')).toHaveLength(1)

  expect((await call(netviewer, 'POST', '/sessions', ADHOC)).status).toBe(404)
  const refused = valuesOf(await call(netviewer, 'POST', '/api/meetings', ADHOC)).errors
  expect(refused).toContainEqual({ pointer: '#/host', detail: '"host" is missing.' })
  expect(refused).toContainEqual({ pointer: '#/moderator', detail: '"moderator" is not known.' })
})

test.each<[string, NetviewerOptions]>([
  ['paths.status', { paths: { status: '/sessions' } }],
  ['paths.book', { paths: { book: '/sessions/{n}' } }],
  ['fieldNames has "email"', { fieldNames: { name: 'email' } }],
])('a profile without sense is refused: %s', async (complaint, options) => {
  await expect(startNetviewer(options)).rejects.toThrow(complaint)
})

test.each([
  [true, 1],
  [false, 2],
])('connections that are kept open (%s) carry two requests over %i connections', async (keepAlive, connections) => {
  const netviewer = await start({ transport: 'http', keepAlive })
  const agent = new Agent({ keepAlive: true })
  const ports = new Set<unknown>()
  for (const _ of [1, 2]) {
    const asked = get(`${netviewer.origin}/sessions/1`, { agent })
    const [response] = await once(asked, 'response')
    ports.add(response.socket.localPort)
    await once(response.resume(), 'end')
  }
  agent.destroy()
  expect(ports.size).toBe(connections)
})

test('twenty sessions with twenty participants each have tokens of their own', async () => {
  const netviewer = await start({ transport: 'http' })
  const names = Array.from({ length: 20 }, (_, index) => `Guest${index}`)
  for (let index = 0; index < 20; index += 1) await invite(netviewer, (await book(netviewer)).path, names)
  const guests = netviewer.sessions.flatMap((session) => [session.moderator, ...session.participants])
  expect(new Set(guests.map(({ token }) => token)).size).toBe(420)
})
