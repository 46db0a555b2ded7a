/** Things that go wrong once: a test lines them up, and the next request of that call meets the first. @module */
import { type Answer, ERRORS, type ErrorName, emptyUnauthorized, errorAnswer, refusal } from './answers.ts'
import type { SeenRequest } from './requests.ts'

/** Before the backend did what was asked, or after it. */
export type Moment = 'before' | 'after'

/** Something that goes wrong. */
export type Fault =
  /** Another answer than the right one. */
  | { readonly type: 'answer'; readonly answer: Answer; readonly moment: Moment }
  /** The backend waits; "after" means that all is done but the answer. */
  | { readonly type: 'hold'; readonly wait: () => Promise<void>; readonly moment: Moment }
  /** The connection breaks without an answer; "midway" is after half of the right one. */
  | { readonly type: 'drop'; readonly moment: Moment | 'midway' }
  /** Half of the right answer, as if it were all. */
  | { readonly type: 'truncate' }

/** The line of faults. */
export interface Faults<Kind = Fault> {
  /**
   * Lines up a fault for one request.
   *
   * @param call - such as `POST /oem/devices/createdevicekey`, whatever the paths of a renamed server are
   * @param matches - which requests of that call; any, when left out
   */
  add(call: string, fault: Kind, matches?: (request: SeenRequest) => boolean): void
  /** How many faults have not happened yet. */
  readonly pending: number
}

/** The line with its other end. */
export interface FaultLine<Kind = Fault> extends Faults<Kind> {
  take(request: SeenRequest): Kind | undefined
}

/** An empty line. */
export function makeFaults<Kind = Fault>(): FaultLine<Kind> {
  const line: { readonly call: string; readonly fault: Kind; readonly matches: (request: SeenRequest) => boolean }[] =
    []
  return {
    add: (call, fault, matches = () => true) => {
      line.push({ call, fault, matches })
    },
    get pending() {
      return line.length
    },
    take: (request) => {
      const index = line.findIndex(({ call, matches }) => call === request.call && matches(request))
      return index === -1 ? undefined : line.splice(index, 1)[0]?.fault
    },
  }
}

/** An answer of any status and body; text that is not an object is sent as it is. */
export function answers(
  status: number,
  body?: Answer['body'],
  headers: Readonly<Record<string, string>> = {},
  moment: Moment = 'before',
): Fault {
  return answerFault({ status, headers, ...(body === undefined ? {} : { body }) }, moment)
}

/** A documented error, whatever its cause. */
export function fails(error: ErrorName, moment: Moment = 'before'): Fault {
  return answerFault(refusal(error, DESCRIPTIONS[error]), moment)
}

/** The rate limit: 403 is the documented status. `retryAfter` is the header's text. */
export function limited(status: 403 | 429, retryAfter?: string): Fault {
  const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter }
  return answerFault(errorAnswer(status, 'rate_limit_reached', DESCRIPTIONS.rate_limit_reached, headers), 'before')
}

/** 401 without a body. */
export const unauthorized: Fault = answerFault(emptyUnauthorized, 'before')

/** A page for people where JSON is expected, as proxies send it. */
export function unavailable(moment: Moment = 'before'): Fault {
  return answers(503, '<html><h1>Service unavailable</h1></html>', { 'content-type': 'text/html' }, moment)
}

/** The connection breaks. */
export function drops(moment: Moment | 'midway'): Fault {
  return { type: 'drop', moment }
}

/** A pause that the test ends. */
export interface Pause {
  readonly fault: Fault
  /** Fulfilled as soon as the backend waits. */
  readonly reached: Promise<void>
  /** Lets the backend go on. */
  end(): void
}

/** A slow answer: the backend waits at that moment until the test ends the pause. */
export function pause(moment: Moment = 'before'): Pause {
  const reached = Promise.withResolvers<void>()
  const over = Promise.withResolvers<void>()
  const wait = () => {
    reached.resolve()
    return over.promise
  }
  return { fault: { type: 'hold', wait, moment }, reached: reached.promise, end: () => over.resolve() }
}

/** Half of the JSON. */
export const truncates: Fault = { type: 'truncate' }

/** The names of all documented errors. */
export const ERROR_NAMES: readonly ErrorName[] = Object.keys(ERRORS) as ErrorName[]

const DESCRIPTIONS: Readonly<Record<ErrorName, string>> = {
  invalid_request: 'The request is invalid.',
  invalid_token: 'The access token is invalid.',
  token_expired: 'The access token has expired.',
  blocked: 'The account is blocked.',
  rate_limit_reached: 'The rate limit is reached.',
  internal_error: 'An internal error has occurred.',
}

function answerFault(answer: Answer, moment: Moment): Fault {
  return { type: 'answer', answer, moment }
}
