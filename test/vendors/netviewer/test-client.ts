/** A client written by hand, for the tests of the simulator: sends exactly what it is told, and nothing of its own. @module */
import { once } from 'node:events'
import { type Agent, request as requestByHttp } from 'node:http'
import { request as requestByHttps } from 'node:https'
import type { ConnectionOptions } from 'node:tls'
import type { Netviewer } from './netviewer.ts'

/** A request, byte by byte. */
export interface Sent {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  /** Whom the client trusts, and its own certificate. */
  readonly tls?: Pick<ConnectionOptions, 'ca' | 'cert' | 'key' | 'maxVersion' | 'session'>
  readonly agent?: Agent
}

/** An answer. */
export interface Received {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/** Sends; rejects where the connection breaks. */
export async function send(origin: string, sent: Sent): Promise<Received> {
  const { method = 'GET', path, headers = {}, body = '', tls = {}, agent = false } = sent
  const bytes = Buffer.from(body)
  const length = bytes.length === 0 ? {} : { 'content-length': String(bytes.length) }
  const url = new URL(origin)
  const options = { host: url.hostname, port: url.port, method, path, headers: { ...headers, ...length }, agent }
  const asked = url.protocol === 'https:' ? requestByHttps({ ...options, ...tls }) : requestByHttp(options)
  asked.end(bytes)
  const [response] = await once(asked, 'response')
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  return { status: response.statusCode, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') }
}

/** The headers of a proper call with a body. */
export const JSON_HEADERS = { accept: 'application/json', 'content-type': 'application/json' } as const

/** A call as it should be; a text is sent as it is. */
export function call(netviewer: Netviewer, method: string, path: string, body?: object, tls?: Sent['tls']) {
  const content = body === undefined ? {} : { body: JSON.stringify(body) }
  const headers = body === undefined ? { accept: 'application/json' } : JSON_HEADERS
  return send(netviewer.origin, { method, path, headers, ...content, ...(tls === undefined ? {} : { tls }) })
}

/** The values of an answer. */
export function valuesOf({ text }: Received): Readonly<Record<string, unknown>> {
  return JSON.parse(text)
}

/** The kind of a problem with its status, and each complaint of a field with its pointer. */
export function problemOf(received: Received): string {
  if (received.headers['content-type'] !== 'application/problem+json') return `no problem: ${received.status}`
  const { type, status, errors } = valuesOf(received)
  if (status !== received.status) throw new Error(`status ${status} in the body is not that of the answer`)
  const complaints = Array.isArray(errors) ? errors.map(({ pointer, detail }) => ` ${pointer}: ${detail}`) : []
  return `${status} ${String(type).split('/').at(-1)}${complaints.join('')}`
}

/** An ad-hoc session of an hour. */
export const ADHOC = {
  product: 'support',
  kind: 'adhoc',
  durationMinutes: 60,
  moderator: { name: 'Mia Berger', email: 'mia@agency.example' },
} as const

/** A planned session, and the clock before it. */
export const PLANNED = {
  product: 'meet',
  kind: 'planned',
  subject: 'Contract',
  start: '2026-11-23T10:00:00+01:00',
  end: '2026-11-23T11:30:00+01:00',
  moderator: { name: 'Mia Berger' },
} as const

/** A clock for tests, an hour before `PLANNED`. */
export const BEFORE = '2026-11-23T08:00:00Z'

/** What a client keeps of a booking. */
export interface Booked {
  readonly path: string
  readonly number: string
  readonly token: string
  readonly validFrom: string
  readonly validUntil: string
}

/** Books. */
export async function book(netviewer: Netviewer, booking: object = ADHOC): Promise<Booked> {
  const received = await call(netviewer, 'POST', '/sessions', booking)
  if (received.status !== 201) throw new Error(`not booked: ${received.text}`)
  const { sessionNumber, moderatorToken, validFrom, validUntil } = valuesOf(received)
  return {
    path: `/sessions/${sessionNumber}`,
    number: String(sessionNumber),
    token: String(moderatorToken),
    validFrom: String(validFrom),
    validUntil: String(validUntil),
  }
}

/** Invites, and returns the tokens in order. */
export async function invite(netviewer: Netviewer, path: string, names: readonly string[]): Promise<readonly string[]> {
  const participants = names.map((name) => ({ name, email: `${name.toLowerCase()}@customer.example` }))
  const received = await call(netviewer, 'POST', `${path}/participants`, { participants })
  const invited = valuesOf(received).participants
  if (!Array.isArray(invited)) throw new Error(`not invited: ${received.text}`)
  return invited.map(({ token }) => String(token))
}

/** Opens a program link, as a browser does. */
export function open(netviewer: Netviewer, token: string, tls?: Sent['tls']): Promise<Received> {
  const url = new URL(netviewer.program.url)
  url.searchParams.set('token', token)
  return send(netviewer.program.origin, { path: `${url.pathname}${url.search}`, ...(tls === undefined ? {} : { tls }) })
}
