/** The room vendors' web server: checks each link, shows the room or says what is wrong, and counts. @module */
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Company } from './companies.ts'
import { type Entry, judge } from './room-link.ts'
import { page } from './room-page.ts'

/** What the server saw of one request for a room. */
export interface Visit {
  /** When the request arrived, in milliseconds since 1970, with fractions. */
  readonly arrivedAt: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly entry?: Entry
  readonly refusal?: string
}

/** The running server. */
export interface RoomVendor {
  readonly port: number
  readonly visits: readonly Visit[]
  /** The visit of that number, from 0, as soon as it is there. */
  visit(index: number): Promise<Visit>
  close(): Promise<void>
}

const LOGIN_PAGES = new Set(['/pages/sc2/room_login.php', '/pages/sc2/roomlogin'])

/** Starts the server on a loopback port. */
export async function startRoomVendor(
  companies: readonly Company[],
  certificate: { readonly key: string; readonly cert: string },
): Promise<RoomVendor> {
  const visits: Visit[] = []
  const waiting: { readonly index: number; readonly resolve: (visit: Visit) => void }[] = []

  function note(visit: Visit): void {
    visits.push(visit)
    for (const { index, resolve } of waiting) if (index === visits.length - 1) resolve(visit)
  }

  const server = createServer({ key: certificate.key, cert: certificate.cert }, (request, response) => {
    const arrivedAt = performance.timeOrigin + performance.now()
    const [path = '', query = ''] = (request.url ?? '').split('?')
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
    if (!LOGIN_PAGES.has(path)) {
      response.writeHead(404).end(page({ refusal: 'page is unknown' }))
      return
    }
    const verdict = judge(request.headers.host ?? '', query, companies, Date.now())
    note({ arrivedAt, headers: request.headers, ...verdict })
    response.writeHead('entry' in verdict ? 200 : 403).end(page(verdict))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    visits,
    visit: (index) => {
      const visit = visits[index]
      return visit === undefined ? new Promise((resolve) => waiting.push({ index, resolve })) : Promise.resolve(visit)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** What the vendor verified, in a sentence. */
export function sentence({ username, roomId, role, minutesValid }: Entry): string {
  return `${username} entered room ${roomId} as ${role}, link valid ${minutesValid} min`
}
