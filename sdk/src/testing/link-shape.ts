/** The parts of a link that no value may move. @module */

/** Where a link leads and which parameters it has, without their values. */
export interface LinkShape {
  /** Scheme, user information, host and port. */
  readonly origin: string
  readonly segments: readonly string[]
  readonly names: readonly string[]
  /** As it is, but without the values of parameters: `#a=&b=`. */
  readonly fragment: string
}

/** What may stand in a URL as it is (RFC 3986, 2). */
const URL_CHARACTERS = /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]*$/
/** The values of a fragment's parameters. */
const VALUES = /=[^&]*/g
const BARE_PERCENT = /%(?![0-9A-Fa-f]{2})/

/** The shape of a link; `undefined` where it is none. */
export function shapeOf(link: string): LinkShape | undefined {
  if (!URL.canParse(link)) return undefined
  const url = new URL(link)
  return {
    origin: `${url.protocol}//${url.username}:${url.password}@${url.host}`,
    segments: url.pathname.split('/'),
    names:
      url.search === ''
        ? []
        : url.search
            .slice(1)
            .split('&')
            .map((pair) => pair.split('=', 1)[0] ?? ''),
    fragment: url.hash.replace(VALUES, '='),
  }
}

/** What a hostile value did to a link, if it has none of the allowed shapes. */
export function shapeProblem(link: string, allowed: readonly LinkShape[], hostile: string): string | undefined {
  if (!URL_CHARACTERS.test(link) || BARE_PERCENT.test(link)) return 'it stands in the link unencoded'
  const shape = shapeOf(link)
  if (shape === undefined) return 'the link is none any more'
  if (!allowed.some(({ origin }) => origin === shape.origin)) return 'it moved the origin'
  if (!allowed.some(({ segments }) => samePath(segments, shape.segments, hostile))) return 'it moved the path'
  if (!allowed.some(({ fragment }) => fragment === shape.fragment)) return 'it moved the fragment'
  const names = shape.names.join('&')
  return allowed.some((one) => one.names.join('&') === names) ? undefined : `it moved the parameters: ${names}`
}

/** A segment may differ only by holding the hostile value, encoded. */
function samePath(before: readonly string[], after: readonly string[], hostile: string): boolean {
  return (
    before.length === after.length &&
    before.every((segment, index) => {
      const now = after[index] ?? ''
      return segment === now || holds(now, hostile)
    })
  )
}

function holds(segment: string, hostile: string): boolean {
  try {
    return decodeURIComponent(segment).normalize('NFC').includes(hostile.trim().normalize('NFC'))
  } catch {
    return false
  }
}
