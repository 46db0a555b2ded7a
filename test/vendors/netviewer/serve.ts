/** One request from its first byte to its last: it is noted, meets its fault if there is one, and is answered. @module */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Answer, type WrittenAnswer, write } from '../reach/answers.ts'
import { now, type OpenRequest, type WritableLog } from '../reach/requests.ts'
import type { Fault, FaultLine } from './faults.ts'
import type { CertificateProblem } from './peer.ts'
import { certificateRefusal } from './problems.ts'
import { matchTarget } from './profile.ts'
import { respond } from './respond.ts'
import type { World } from './world.ts'

/** What the server works with. */
export interface Gateway {
  readonly world: World
  readonly faults: FaultLine
  readonly log: WritableLog
  /** What is wrong with the certificate of a request's connection. */
  readonly objection: (request: IncomingMessage) => CertificateProblem | undefined
}

/** Serves a request. */
export async function serve(gateway: Gateway, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { world, faults, log } = gateway
  const { method = '', url = '', headers } = request
  const body = await readBody(request)
  const exact = matchTarget(world.profile, url)
  const matches = exact.length > 0 ? exact : matchTarget(world.profile, url.split('?', 1)[0] ?? '')
  const call = matches.find(({ route }) => route.method === method)?.route.call ?? ''
  const seen = log.note({ method, url, call, headers, body: body.toString('utf8') })
  const objection = gateway.objection(request)
  if (objection !== undefined) {
    send(response, write(certificateRefusal(objection), 'json'), seen)
    return
  }
  const fault = faults.take(seen)
  const early = await meet(fault, 'before')
  if (early === 'broken') {
    response.destroy()
    return
  }
  const isExact = exact.length > 0
  const answer = early ?? respond(world, { method, matches, isExact, headers, body })
  seen.done = early === undefined && answer.status < 300
  const late = early === undefined ? await meet(fault, 'after') : undefined
  if (late === 'broken') {
    response.destroy()
    return
  }
  send(response, damaged(write(late ?? answer, 'json'), fault), seen, fault)
}

/** Lets a fault happen, if this is its moment. */
async function meet(fault: Fault | undefined, moment: 'before' | 'after'): Promise<Answer | 'broken' | undefined> {
  if (fault === undefined || !('moment' in fault) || fault.moment !== moment) return undefined
  if (fault.type === 'drop') return 'broken'
  if (fault.type === 'answer') return fault.answer
  await fault.wait()
  return undefined
}

function damaged(answer: WrittenAnswer, fault: Fault | undefined): WrittenAnswer {
  if (fault?.type === 'truncate') return { ...answer, body: answer.body.subarray(0, answer.body.length >> 1) }
  if (fault?.type === 'retype') return { ...answer, headers: { ...answer.headers, 'content-type': fault.contentType } }
  return answer
}

function send(
  response: ServerResponse,
  { status, headers, body }: WrittenAnswer,
  seen: OpenRequest,
  fault?: Fault,
): void {
  const length = status === 204 ? {} : { 'content-length': String(body.length) }
  response.writeHead(status, { 'cache-control': 'no-store', ...headers, ...length })
  if (fault?.type === 'drop') {
    response.write(body.subarray(0, body.length >> 1), () => response.destroy())
    return
  }
  seen.status = status
  response.end(body, () => {
    seen.answeredAt = now()
  })
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}
