/** An organisation's signing service, and all the ways in which such a service can fail. @module */
import { createHash } from 'node:crypto'
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Company } from './companies.ts'

/** How the service behaves. */
export type SigningMode =
  | 'signs'
  | 'unauthorized'
  | 'missing'
  | 'busy'
  | 'broken'
  | 'silent'
  | 'not-json'
  | 'short-signature'
  | 'redirects'
  | 'hangs-up'

/** The running service; its mode may be changed at any time. */
export interface SigningService {
  readonly port: number
  mode: SigningMode
  /** What it was asked to sign, parsed. */
  readonly requests: readonly Readonly<Record<string, unknown>>[]
  close(): Promise<void>
}

const GUEST_FIELDS = '_ts,_v,companyID,companyUsername,firstName,lastName,role,roomID'
const ACCOUNT_FIELDS = '_ts,_v,companyID,companyUsername,role,roomID,userNo'

/** Starts the service on a loopback port, over TLS where a certificate is given. */
export async function startSigningService(
  companies: readonly Company[],
  certificate?: { readonly key: string; readonly cert: string },
): Promise<SigningService> {
  const requests: Readonly<Record<string, unknown>>[] = []
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await readBody(request)
    const asked = request.method === 'POST' && isJson(request) ? parse(body) : undefined
    if (asked !== undefined) requests.push(asked)
    reply(service.mode, asked, companies, response)
  }
  const server =
    certificate === undefined
      ? createHttpServer(answer)
      : createHttpsServer({ key: certificate.key, cert: certificate.cert }, answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const service: SigningService = {
    port: (server.address() as AddressInfo).port,
    mode: 'signs',
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return service
}

interface Answer {
  readonly status: number
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

const json = { 'content-type': 'application/json' }
const html = { 'content-type': 'text/html' }

const failures: Readonly<Partial<Record<SigningMode, Answer>>> = {
  unauthorized: { status: 401, body: '', headers: {} },
  missing: { status: 404, body: '<h1>Not found</h1>', headers: html },
  busy: { status: 429, body: '{}', headers: { ...json, 'retry-after': '30' } },
  broken: { status: 500, body: 'stack trace', headers: {} },
  'not-json': { status: 200, body: '<html>maintenance</html>', headers: html },
  'short-signature': { status: 200, body: JSON.stringify({ _t: 'a'.repeat(31) }), headers: json },
  redirects: { status: 302, body: '', headers: { location: 'https://www.omnovia.com/elsewhere' } },
}

function reply(
  mode: SigningMode,
  asked: Readonly<Record<string, unknown>> | undefined,
  companies: readonly Company[],
  response: ServerResponse,
): void {
  if (mode === 'silent') return
  if (mode === 'hangs-up') {
    response.destroy()
    return
  }
  const { status, body, headers } = failures[mode] ?? signed(asked, companies)
  response.writeHead(status, headers).end(body)
}

function signed(asked: Readonly<Record<string, unknown>> | undefined, companies: readonly Company[]): Answer {
  const signature = asked === undefined ? undefined : sign(asked, companies)
  if (signature === undefined) return { status: 400, body: '{}', headers: json }
  return { status: 200, body: JSON.stringify({ _t: signature }), headers: json }
}

/** Refuses whatever is not exactly the fields that a link signs: a password among them would be a leak. */
function sign(asked: Readonly<Record<string, unknown>>, companies: readonly Company[]): string | undefined {
  const names = Object.keys(asked).toSorted().join(',')
  const company = companies.find(({ id }) => id === asked.companyID)
  if (company === undefined || (names !== GUEST_FIELDS && names !== ACCOUNT_FIELDS)) return undefined
  const who = 'userNo' in asked ? `${asked.userNo}` : `${asked.firstName}${asked.lastName}`
  const text = `${company.id}${company.password}${asked.roomID}${who}${asked.role}${asked._v}${asked.companyUsername}${asked._ts}`
  return createHash('md5').update(text, 'utf8').digest('hex')
}

function isJson(request: IncomingMessage): boolean {
  return request.headers['content-type'] === 'application/json'
}

function parse(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
