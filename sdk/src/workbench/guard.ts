/** Who may ask the workbench: the page that it gave out itself, on this machine, and nobody else. @module */
import { timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** A request as the guard looks at it. */
export interface Asking {
  readonly method?: string | undefined
  readonly url?: string | undefined
  readonly headers: IncomingHttpHeaders
}

/** What the guard knows of the server. */
export interface Home {
  readonly port: number
  /** The first part of every path; whoever has it was given the address. */
  readonly token: string
}

/** The path behind the token, or the status with which the request is refused. */
export function admitted({ method, url = '', headers }: Asking, { port, token }: Home): string | number {
  const host = headers.host ?? ''
  // A site may have its own name lead here (DNS rebinding); then the browser says that name.
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return 421
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 403
  const [, given = '', path] = /^\/([^/?#]*)\/([^?#]*)$/.exec(url) ?? []
  if (path === undefined || !isSame(given, token)) return 404
  if (method === 'GET') return path
  if (method !== 'POST') return 405
  if (headers.origin !== `http://${host}`) return 403
  return headers['content-type'] === 'application/json' ? path : 415
}

function isSame(given: string, token: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(token)]
  return one.length === other.length && timingSafeEqual(one, other)
}
