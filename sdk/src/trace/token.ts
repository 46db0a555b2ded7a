/** The claims of a signed token (JWT, RFC 7519) within a part: what is encoded there can be read by anybody. @module */
import { leavesOf, type Part } from './parts.ts'

const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]*$/

/** The part itself; of one that is a token, its signature, and each claim as a part of its own. */
export function withClaims(part: Part): readonly Part[] {
  if (!TOKEN.test(part.text)) return [part]
  const [head = '', claims = '', signature = ''] = part.text.split('.')
  const [header, payload] = [jsonIn(head), jsonIn(claims)]
  if (header === undefined || payload === undefined) return [part]
  const claimed = [...leavesOf(header, ''), ...leavesOf(payload, '')]
  return [
    { ...part, text: signature },
    ...claimed.map(
      ([name, text]): Part => ({ of: part.of, at: part.at, kind: 'claim', name, within: part.name, text }),
    ),
  ]
}

function jsonIn(base64url: string): unknown {
  try {
    const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
