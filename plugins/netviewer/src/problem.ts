/** Reads problem+json (RFC 9457): what went wrong, and at which place of the request. @module */
import type { Reply } from '@joinery/sdk'

/** A refusal, as far as it could be read. */
export interface Problem {
  /** One line of bounded length; empty where nothing was said. */
  readonly detail: string
  /** Places in the request, by their names and indexes, outermost first. */
  readonly places: readonly (readonly string[])[]
}

const MAX_DETAIL = 200
const MAX_PLACES = 20
// What could be a token, or a link that holds one: an error's text is shown and may be copied.
const TOKEN_LIKE = /[a-z]+:\/\/\S*|(?=[a-z_-]*\d)[0-9a-z_-]{16,}/gi
const MARKUP = /<[^>]*>/g

/** What a refusal says; a web page, an empty body and other JSON say nothing. */
export function readProblem(reply: Reply): Problem {
  const body = bodyOf(reply)
  return { detail: plain(textAt(body, 'detail') || textAt(body, 'title')), places: placesIn(body) }
}

/** Whether an answer is a problem as RFC 9457 defines it, and not just any page. */
export function isProblem(reply: Reply): boolean {
  return /^application\/problem\+json\s*(;|$)/i.test(reply.header('content-type') ?? '') && bodyOf(reply) !== undefined
}

type Body = { readonly [name: string]: unknown }

function bodyOf(reply: Reply): Body | undefined {
  try {
    const body = reply.json()
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Body) : undefined
  } catch {
    return undefined
  }
}

function textAt(body: unknown, name: string): string {
  const value =
    typeof body === 'object' && body !== null && Object.hasOwn(body, name) ? Reflect.get(body, name) : undefined
  return typeof value === 'string' ? value : ''
}

function plain(text: string): string {
  const line = text
    .toWellFormed()
    .replace(MARKUP, ' ')
    .replace(TOKEN_LIKE, '…')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  return line.length > MAX_DETAIL ? `${line.slice(0, MAX_DETAIL).toWellFormed()}…` : line
}

/** The places that `errors` (RFC 9457, 3.2) point at, as JSON pointers (RFC 6901). */
function placesIn(body: Body | undefined): readonly (readonly string[])[] {
  const errors = body !== undefined && Object.hasOwn(body, 'errors') && Array.isArray(body.errors) ? body.errors : []
  return errors.slice(0, MAX_PLACES).flatMap((error) => {
    const pointer = textAt(error, 'pointer').replace(/^#/, '')
    if (!pointer.startsWith('/')) return []
    return [
      pointer
        .slice(1)
        .split('/')
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')),
    ]
  })
}
