/** The download server: opens program links, shows what became of each, and counts. @module */
import type { RequestListener } from 'node:http'
import { type Arrivals, makeArrivals } from './arrivals.ts'
import { type Door, openDoor, type ServerCertificate } from './gateway-server.ts'
import { page } from './program-html.ts'
import { type Entry, enter, type Visit } from './program-link.ts'
import type { World } from './world.ts'

/** The running server. */
export interface ProgramServer extends Pick<Door, 'origin' | 'port'> {
  /** What an account has as its program URL. */
  readonly url: string
  /** All that came of links. */
  readonly visits: Arrivals<Visit>
  /** Those who came in. */
  readonly entries: Arrivals<Entry>
}

const PATH = '/o2m/get_o2m.php'

/** Starts the server; `query` is that of the program URL, without its question mark. */
export async function startProgramServer(
  world: World,
  query: string,
  certificate?: ServerCertificate,
): Promise<ProgramServer & Pick<Door, 'close'>> {
  const visits = makeArrivals<Visit>()
  const entries = makeArrivals<Entry>()
  const listener: RequestListener = (request, response) => {
    const url = request.url ?? ''
    const [path] = url.split('?', 1)
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('cache-control', 'no-store')
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
    if (path !== PATH || request.method !== 'GET') {
      const status = path === PATH ? 405 : 404
      response.writeHead(status).end(page({ refusal: 'page is unknown', status }))
      return
    }
    const visit = enter(world, url.slice(PATH.length + 1), query)
    visits.add(visit)
    if ('entry' in visit) entries.add(visit.entry)
    response.writeHead('entry' in visit ? 200 : visit.status).end(page(visit))
  }
  const { origin, port, close } = await openDoor(listener, certificate)
  return {
    origin,
    port,
    url: `${origin}${PATH}${query === '' ? '' : `?${query}`}`,
    visits,
    entries,
    close,
  }
}
