/** Things that go wrong once: a test lines them up, and the next request of that call meets the first. @module */
import { answers, type Fault as CommonFault } from '../reach/faults.ts'
import type { SeenRequest } from '../reach/requests.ts'
import { type ProblemKind, problem } from './problems.ts'

export { answers, drops, type Moment, type Pause, pause, truncates } from '../reach/faults.ts'

/** Something that goes wrong: as with any server, or the right answer under another content type. */
export type Fault = CommonFault | { readonly type: 'retype'; readonly contentType: string }

/** The line of faults. */
export interface Faults {
  /**
   * Lines up a fault for one request.
   *
   * @param call - such as `POST /sessions/{n}/participants`, whatever the paths of the profile are
   * @param matches - which requests of that call; any, when left out
   */
  add(call: string, fault: Fault, matches?: (request: SeenRequest) => boolean): void
  /** How many faults have not happened yet. */
  readonly pending: number
}

/** The line with its other end. */
export interface FaultLine extends Faults {
  take(request: SeenRequest): Fault | undefined
}

/** An empty line. */
export function makeFaults(): FaultLine {
  const line: { readonly call: string; readonly fault: Fault; readonly matches: (request: SeenRequest) => boolean }[] =
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
