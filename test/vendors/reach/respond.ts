/** One request and its right answer: everything is checked, in the order in which a backend would. @module */
import type { IncomingHttpHeaders } from 'node:http'
import { type Answer, emptyUnauthorized, errorAnswer, refusal } from './answers.ts'
import { isJsonType, LARGEST_BODY_BYTES, type Reading, readJson, readQuery } from './body.ts'
import { checkFields, type Fields } from './fields.ts'
import type { Pacer } from './pace.ts'
import { type Match, nameOf, type Route } from './routes.ts'
import type { Credential, Tenant } from './tenants.ts'
import type { World } from './world.ts'

/** A request of a known call. */
export interface Asked {
  readonly match: Match
  readonly headers: IncomingHttpHeaders
  readonly query: string
  readonly body: Buffer
}

const BEARER = /^Bearer ([^\s]+)$/

/** No such path: not JSON, as a web server says it. */
export const notFound: Answer = {
  status: 404,
  body: '<html><head><title>404</title></head><body>Not found</body></html>',
  headers: { 'content-type': 'text/html' },
}

/** No such method at this path. */
export function methodNotAllowed(method: string, matches: readonly Match[]): Answer {
  return {
    status: 405,
    name: 'Error',
    body: { Message: `The requested resource does not support http method '${method}'.` },
    headers: { allow: matches.map(({ route }) => route.method).join(', ') },
  }
}

/** Answers a request. */
export async function respond(world: World, pacer: Pacer, { match, headers, query, body }: Asked): Promise<Answer> {
  const { route, id } = match
  const tenant = world.tenants.find(({ token }) => isToken(token, headers.authorization))
  const credential = isToken(world.vendor.token, headers.authorization) ? world.vendor : tenant
  const objection = route.permission === undefined ? undefined : objectionTo(route, credential, tenant, headers)
  if (objection !== undefined) return objection
  const tooEarly = pacer(nameOf(route), credential?.token ?? '', world.now())
  if (tooEarly !== undefined) return tooEarly
  if (route.permission !== undefined && credential?.permissions.has(route.permission) !== true)
    return errorAnswer(403, 'access_denied', 'The access token does not have the permission for this call.')
  const checked = readFields(route, headers['content-type'], query, body)
  if ('status' in checked) return checked
  return await route.answer({ world, tenant, credential, fields: checked.fields, pathId: id })
}

function isToken(token: string, authorization: string | undefined): boolean {
  return BEARER.exec(authorization ?? '')?.[1] === token
}

function objectionTo(
  { path }: Route,
  credential: Credential | undefined,
  tenant: Tenant | undefined,
  { authorization }: IncomingHttpHeaders,
): Answer | undefined {
  if (authorization === undefined || !BEARER.test(authorization)) return emptyUnauthorized
  if (credential === undefined) return refusal('invalid_token', `The access token is not valid for ${path}.`)
  if (credential.tokenState === 'expired') return refusal('token_expired', 'The access token has expired.')
  if (credential.tokenState === 'blocked') return refusal('blocked', 'The account is blocked.')
  return tenant?.active === false ? refusal('blocked', 'The tenant is not active.') : undefined
}

function readFields(
  route: Route,
  contentType: string | undefined,
  query: string,
  body: Buffer,
): Answer | { readonly fields: Fields } {
  const asked = checked(readQuery(query), route.query ?? {})
  if ('status' in asked) return asked
  if (route.body === undefined) return body.length === 0 ? asked : refusal('invalid_request', 'This call has no body.')
  if (body.length > LARGEST_BODY_BYTES) return errorAnswer(413, 'invalid_request', 'The body is too large.')
  if (!isJsonType(contentType)) return errorAnswer(415, 'invalid_request', 'The content type is not application/json.')
  return checked(readJson(body), route.body)
}

function checked(reading: Reading, rules: Parameters<typeof checkFields>[0]): Answer | { readonly fields: Fields } {
  if ('complaint' in reading) return refusal('invalid_request', reading.complaint)
  const result = checkFields(rules, reading.values)
  return 'complaint' in result ? refusal('invalid_request', result.complaint) : result
}
