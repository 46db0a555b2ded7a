/** Reads a site's address as people type it. @module */

// A host, perhaps with a port, path or query: what is left of an address when its scheme was not copied along.
const WITHOUT_SCHEME = /^[\p{L}\p{N}][\p{L}\p{N}.-]*(:\d+)?([/?#]|$)/u

/** The origin of a web address, with or without its scheme; `undefined` for anything else. */
export function originTyped(typed: string): string | undefined {
  const text = typed.trim()
  const address = WITHOUT_SCHEME.test(text) ? `https://${text}` : text
  if (!URL.canParse(address)) return undefined
  const { protocol, origin, username, hostname } = new URL(address)
  const isWeb = (protocol === 'https:' || protocol === 'http:') && username === '' && !hostname.includes('*')
  return isWeb ? origin : undefined
}
