/** A BigBlueButton server simulated: its API, which checks every byte, and the page that a person joins in. @module */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { openDoor, type ServerCertificate } from '../netviewer/gateway-server.ts'
import { makeLog, type RequestLog } from '../reach/requests.ts'
import { CALLS, type World } from './calls.ts'
import type { Joined, Meeting, Recording } from './meetings.ts'
import { type Algorithm, checksumProblem, type Refusal, readParameters } from './query.ts'
import { element, escaped } from './xml.ts'

/** What a test may say about the server; all of it has a default. */
export interface BigBlueButtonOptions {
  /** The hashes that it takes; all four by default. */
  readonly algorithms?: readonly Algorithm[]
  /** Whether a second `create` without passwords succeeds, as it does in later versions. */
  readonly repeatsCreate?: boolean
  /** How it writes refusals: in the answer itself, or in a list of elements or attributes, as versions differ. */
  readonly refusals?: 'plain' | 'list' | 'attributes'
  /** Speaks TLS with it; plain http when left out. */
  readonly certificate?: ServerCertificate
}

/** An answer that stands in for the server's own. */
export interface Instead {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/** The running server. */
export interface BigBlueButton {
  readonly port: number
  /** As `bbb-conf --secret` shows it, such as `http://127.0.0.1:4100/bigbluebutton/`. */
  readonly address: string
  /** The shared secret, made for this server. */
  readonly secret: string
  /** Requests by their call, such as `create`. */
  readonly requests: RequestLog
  /** A meeting by its ID, the last of that ID. */
  meeting(meetingId: string): Meeting | undefined
  addRecording(recording: Recording): void
  /** Answers the next call of the API otherwise, or breaks its connection before or after it did what was asked. */
  next(instead: Instead | 'drop' | 'drop-after'): void
  close(): Promise<void>
}

/** An answer, and whether what was asked was done. */
interface Answered extends Instead {
  readonly done: boolean
}

const API = '/bigbluebutton/api/'
const CLIENT = '/html5client/join'

/** Starts the server on a loopback port. */
export async function startBigBlueButton(options: BigBlueButtonOptions = {}): Promise<BigBlueButton> {
  const { algorithms = ['sha1', 'sha256', 'sha384', 'sha512'], refusals = 'plain', certificate } = options
  const world: World = {
    meetings: new Map(),
    recordings: [],
    repeatsCreate: options.repeatsCreate ?? false,
    lastCreateTime: 0,
  }
  const secret = randomBytes(24).toString('base64url')
  const log = makeLog()
  let instead: Instead | 'drop' | 'drop-after' | undefined

  function answer(method: string, call: string, query: string): Answered {
    const rules = Object.hasOwn(CALLS, call) ? CALLS[call] : undefined
    if (rules === undefined) return refused({ key: 'unsupportedRequest', message: 'No such call.' })
    if (method !== 'GET') return refused({ key: 'unsupportedContentType', message: 'GET is needed here.' })
    const problem = checksumProblem(call, query, secret, algorithms)
    if (problem !== undefined) return refused(problem)
    const parameters = readParameters(query, rules.known)
    if ('key' in parameters) return refused(parameters)
    const done = rules.act(world, parameters)
    if ('key' in done) return refused(done)
    if ('joined' in done) {
      const location = `${CLIENT}?sessionToken=${done.joined.sessionToken}`
      return { done: true, status: 302, headers: { location }, body: '' }
    }
    return { done: true, ...xml(element('response', [['returncode', 'SUCCESS'], ...done.content])) }
  }

  function refused({ key, message }: Refusal): Answered {
    return { done: false, ...xml(writeRefusal(key, message)) }
  }

  function writeRefusal(key: string, message: string): string {
    const code = ['returncode', 'FAILED'] as const
    if (refusals === 'plain') return element('response', [code, ['messageKey', key], ['message', message]])
    const inList = [
      ['key', key],
      ['message', message],
    ] as const
    if (refusals === 'list') return element('response', [code, ['errors', [['error', inList]]]])
    const error = `<error key="${escaped(key)}" message='${escaped(message)}'/>`
    return `<response><returncode>FAILED</returncode><errors>${error}</errors></response>`
  }

  const listener: RequestListener = (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '', headers } = request
    const [path = '', query = ''] = url.split('?')
    if (path === CLIENT) {
      showClient(world, new URLSearchParams(query).get('sessionToken') ?? '', response)
      return
    }
    const call = path.startsWith(API) ? path.slice(API.length) : ''
    const seen = log.note({ method, url, call, headers, body: '' })
    const taken = instead
    instead = undefined
    if (call === '') {
      write(response, { status: 404, body: '<html><body>404 Not Found</body></html>' })
      return
    }
    if (typeof taken === 'object') {
      write(response, taken)
      return
    }
    const answered = taken === 'drop' ? undefined : answer(method, call, query)
    seen.done = answered?.done ?? false
    if (answered === undefined || taken === 'drop-after') response.destroy()
    else write(response, answered)
  }
  const door = await openDoor(listener, certificate)
  return {
    port: door.port,
    address: `${door.origin}/bigbluebutton/`,
    secret,
    requests: log,
    meeting: (meetingId) => world.meetings.get(meetingId),
    addRecording: (recording) => void world.recordings.push(recording),
    next: (wanted) => {
      instead = wanted
    },
    close: door.close,
  }
}

function write(response: ServerResponse, { status = 200, headers = {}, body }: Instead): void {
  response.writeHead(status, { ...headers }).end(body)
}

function xml(document: string): Instead {
  const headers = { 'content-type': 'text/xml;charset=utf-8', 'cache-control': 'no-cache' }
  return { headers, body: `<?xml version="1.0" encoding="UTF-8"?>\n${document}` }
}

/** The page of somebody who joined, by the token that they were redirected with. */
function showClient({ meetings }: World, token: string, response: ServerResponse): void {
  const all = [...meetings.values()].flatMap((meeting) => meeting.joined.map((joined) => ({ meeting, joined })))
  const found = all.find(({ joined }) => joined.sessionToken === token)
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.setHeader('content-security-policy', "default-src 'none'")
  const said = found === undefined ? '<h1>No session</h1>' : welcome(found.meeting, found.joined)
  response
    .writeHead(found === undefined ? 401 : 200)
    .end(`<!doctype html><html lang="en"><title>Meeting</title>${said}`)
}

function welcome({ name }: Meeting, { fullName, role }: Joined): string {
  return `<h1>${escaped(fullName)} is in ${escaped(name)} as ${role}</h1>`
}
