/** The record of all requests, so that a test can count what was asked, and wait for it. @module */
import type { IncomingHttpHeaders } from 'node:http'

/** A request as it arrived, and what became of it. */
export interface SeenRequest {
  /** In milliseconds since 1970, with fractions. */
  readonly arrivedAt: number
  readonly method: string
  /** As it was written, with its query. */
  readonly url: string
  /** Such as `POST /oem/devices/requestcontrol`; empty where the backend has no such call. */
  readonly call: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** Whether the backend did what was asked, though its answer may have been lost. */
  readonly done: boolean
  /** The status that was sent; undefined while there is none, and where the connection broke. */
  readonly status: number | undefined
  /** When the answer was written to the end. */
  readonly answeredAt: number | undefined
}

/** A record that the server writes. */
export type OpenRequest = { -readonly [Name in keyof SeenRequest]: SeenRequest[Name] }

/** All requests, in the order of their arrival. */
export interface RequestLog {
  readonly all: readonly SeenRequest[]
  /** Those of one call. */
  of(call: string): readonly SeenRequest[]
  /** The request of that number, from 0, among those of one call, as soon as it is there. */
  arrival(call: string, index: number): Promise<SeenRequest>
}

/** The log with its other end. */
export interface WritableLog extends RequestLog {
  note(request: Pick<SeenRequest, 'method' | 'url' | 'call' | 'headers' | 'body'>): OpenRequest
}

/** An empty log. */
export function makeLog(): WritableLog {
  const all: OpenRequest[] = []
  const waiting = new Set<() => void>()
  const of = (call: string) => all.filter((request) => request.call === call)
  return {
    all,
    of,
    arrival: (call, index) =>
      new Promise((resolve) => {
        const look = () => {
          const request = of(call)[index]
          if (request === undefined) return
          waiting.delete(look)
          resolve(request)
        }
        waiting.add(look)
        look()
      }),
    note: (request) => {
      const noted: OpenRequest = { ...request, arrivedAt: now(), done: false, status: undefined, answeredAt: undefined }
      all.push(noted)
      for (const look of waiting) look()
      return noted
    },
  }
}

/** The time, in milliseconds since 1970 with fractions. */
export function now(): number {
  return performance.timeOrigin + performance.now()
}
