/** What the page of a Jitsi Meet server makes of its own address, in the browser and in tests. @module */

/** What the page makes of its address. */
export interface Address {
  /** The room as its XMPP address has it: decoded, NFKC, small letters, encoded, small letters (uri.ts). */
  readonly room: string
  readonly tenant: string | undefined
  readonly token: string | undefined
  /** What stands after `#`, each value read as JSON (parseURLParams.ts), if it may be set there (configWhitelist.ts). */
  readonly parameters: Readonly<Record<string, unknown>>
  /** Parameters that were dropped. */
  readonly dropped: readonly string[]
}

/** A page's address in parts, as `location` has them. */
export type Place = Pick<URL, 'pathname' | 'search' | 'hash'>

/**
 * Reads an address. It is sent to the browser as text, so it refers to nothing outside itself.
 */
export function readAddress({ pathname, search, hash }: Place): Address {
  const ALLOWED =
    /^(userInfo\.(displayName|email)|config\.(autoKnockLobby|lobby\.\w+|prejoinConfig\.(enabled|hideDisplayName)|startAudioOnly|startWithAudioMuted|startWithVideoMuted|subject|toolbarButtons))$/
  const EXCLUDED = /[:?#[\]@!$&'()*+,;=></"]/g
  const safe = (part: string) => {
    let decoded = part
    try {
      decoded = decodeURIComponent(part)
    } catch {
      // As it is, then: the page does not refuse it either.
    }
    return encodeURIComponent(decoded.normalize('NFKC').toLowerCase()).toLowerCase()
  }
  const path = pathname
    .split('/')
    .map((part) => part.replace(EXCLUDED, ''))
    .join('/')
  const end = path.lastIndexOf('/')
  const parameters: Record<string, unknown> = {}
  const dropped: string[] = []
  for (const part of hash === '' ? [] : hash.slice(1).split('&')) {
    const [name = '', value = ''] = part.split('=')
    try {
      const text = decodeURIComponent(value)
        .replace(/\\&/, '&')
        .replace(/[\u2018\u2019]/g, "'")
        .replace(/[\u201C\u201D]/g, '"')
      const read: unknown = JSON.parse(text)
      if (!ALLOWED.test(name)) throw new Error('not allowed')
      parameters[name] = read
    } catch {
      dropped.push(name)
    }
  }
  const query = search
    .slice(1)
    .split('&')
    .find((part) => part.startsWith('jwt='))
  return {
    room: safe(path.slice(end + 1)),
    tenant: end > 1 ? safe(path.slice(1, end)) : undefined,
    token: query?.split('=')[1],
    parameters,
    dropped,
  }
}
