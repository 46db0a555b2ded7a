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

function reply(
  mode: SigningMode,
  asked: Readonly<Record<string, unknown>> | undefined,
  companies: readonly Company[],
  response: ServerResponse,
): void {
  const send = (
    status: number,
    body: string,
    headers: Record<string, string> = { 'content-type': 'application/json' },
  ) => void response.writeHead(status, headers).end(body)
  switch (mode) {
    case 'signs': {
      const signature = asked === undefined ? undefined : sign(asked, companies)
      return signature === undefined ? send(400, '{}') : send(200, JSON.stringify({ _t: signature }))
    }
    case 'unauthorized':
      return send(401, '')
    case 'missing':
      return send(404, '<h1>Not found</h1>', { 'content-type': 'text/html' })
    case 'busy':
      return send(429, '{}', { 'retry-after': '30' })
    case 'broken':
      return send(500, 'stack trace')
    case 'not-json':
      return send(200, '<html>maintenance</html>', { 'content-type': 'text/html' })
    case 'short-signature':
      return send(200, JSON.stringify({ _t: 'a'.repeat(31) }))
    case 'redirects':
      return send(302, '', { location: 'https://www.omnovia.com/elsewhere' })
    case 'hangs-up':
      return void response.destroy()
    case 'silent':
      return undefined
  }
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
