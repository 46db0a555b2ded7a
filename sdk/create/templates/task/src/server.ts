/** Addresses on the organisation's server. @module */

/** The address of a path on a server, with one slash between them. */
export function addressOn(server: string, path: string): string {
  return server.endsWith('/') ? `${server}${path}` : `${server}/${path}`
}
