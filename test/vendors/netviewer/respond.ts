/** One request and its right answer: everything is checked, in the order in which a gateway would. @module */
import type { IncomingHttpHeaders } from 'node:http'
import type { Answer } from '../reach/answers.ts'
import { isJsonType, LARGEST_BODY_BYTES, readJson, takesJson } from './body.ts'
import { book, SESSION_OPERATIONS } from './operations.ts'
import { problem } from './problems.ts'
import type { Match } from './profile.ts'
import { stateOf } from './sessions.ts'
import type { World } from './world.ts'

/** A request whose path is known. */
export interface Asked {
  readonly method: string
  readonly matches: readonly Match[]
  /** Whether the query is right, too. */
  readonly isExact: boolean
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Answers a request. */
export function respond(world: World, { method, matches, isExact, headers, body }: Asked): Answer {
  if (matches.length === 0) return problem('unknown-path', 'No operation of the profile has this path.')
  const match = matches.find(({ route }) => route.method === method)
  if (match === undefined) return methodNotAllowed(method, matches)
  if (!takesJson(headers.accept))
    return problem('not-acceptable', 'The Accept header has no room for application/json.')
  if (!isExact) return problem('malformed-request', 'The query is not that of this path.')
  const { operation } = match.route
  if (operation === 'book') {
    const value = readBody(headers, body)
    return 'status' in value ? value : book(world, value.value)
  }
  const { states, hasBody, answer } = SESSION_OPERATIONS[operation]
  if (!hasBody && body.length > 0) return problem('malformed-request', 'This operation has no body.')
  const value = hasBody ? readBody(headers, body) : { value: {} }
  if ('status' in value) return value
  const session = world.sessions.get(match.number)
  if (session === undefined) return problem('unknown-session', 'No session has this number.')
  const state = stateOf(session, world.clock.now())
  if (!states.includes(state))
    return problem('session-state', `The session is ${state}; this is for sessions that are ${states.join(' or ')}.`)
  return answer({ world, session, body: value.value })
}

function methodNotAllowed(method: string, matches: readonly Match[]): Answer {
  const allow = matches.map(({ route }) => route.method).join(', ')
  return problem('method-not-allowed', `${method} is none of: ${allow}.`, { allow })
}

function readBody(headers: IncomingHttpHeaders, body: Buffer): Answer | { readonly value: object } {
  if (!isJsonType(headers['content-type']))
    return problem('unsupported-media-type', 'The content type is not application/json in UTF-8.')
  if (body.length > LARGEST_BODY_BYTES)
    return problem('body-too-large', `The body is longer than ${LARGEST_BODY_BYTES} bytes.`)
  const reading = readJson(body)
  return 'complaint' in reading ? problem('malformed-request', reading.complaint) : reading
}
