/** Things that go wrong once: a test lines them up, and the next request of that call meets the first. @module */
import {
  answers,
  type Fault as CommonFault,
  type Faults as CommonFaults,
  type FaultLine as CommonLine,
} from '../reach/faults.ts'
import { type ProblemKind, problem } from './problems.ts'

export { answers, drops, type Moment, makeFaults, type Pause, pause, truncates } from '../reach/faults.ts'

/** Something that goes wrong: as with any server, or the right answer under another content type. */
export type Fault = CommonFault | { readonly type: 'retype'; readonly contentType: string }

/** The line of faults. */
export type Faults = CommonFaults<Fault>

/** The line with its other end. */
export type FaultLine = CommonLine<Fault>

/** A problem of that kind, whatever its cause. */
export function refuses(kind: ProblemKind, moment: 'before' | 'after' = 'before'): CommonFault {
  const { status, body, headers } = problem(kind, 'The test wants it so.')
  return answers(status, body, headers, moment)
}

/** Status 429; `retryAfter` is the header's text: seconds, or a date of HTTP. */
export function limits(retryAfter?: string): CommonFault {
  const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter }
  const answer = problem('too-many-requests', 'Wait before the next request.', headers)
  return answers(answer.status, answer.body, answer.headers)
}

/** A page for people where JSON is expected, as proxies send it. */
export function htmlPage(status = 200, moment: 'before' | 'after' = 'before'): CommonFault {
  return answers(status, '<!doctype html><title>Maintenance</title>', { 'content-type': 'text/html' }, moment)
}

/** The right answer under another content type. */
export function retypes(contentType: string): Fault {
  return { type: 'retype', contentType }
}
