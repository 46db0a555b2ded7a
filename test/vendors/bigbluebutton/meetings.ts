/** The meetings that a simulated server has. @module */
import { createHash, randomBytes, randomInt } from 'node:crypto'

/** Somebody who joined. */
export interface Joined {
  readonly fullName: string
  readonly role: 'MODERATOR' | 'VIEWER'
  readonly userId: string | undefined
  readonly sessionToken: string
}

/** A meeting. */
export interface Meeting {
  readonly meetingId: string
  readonly name: string
  readonly isRecorded: boolean
  readonly attendeePassword: string
  readonly moderatorPassword: string
  /** Milliseconds since 1970; no two meetings have the same. */
  readonly createTime: number
  readonly joined: Joined[]
  isEnded: boolean
}

/** A recording, as `getRecordings` tells of it. */
export interface Recording {
  readonly meetingId: string
  readonly name: string
  readonly startTime: number
  readonly endTime: number
  readonly state: 'published' | 'unpublished' | 'processing'
  readonly participants: number
  readonly formats: readonly { readonly type: string; readonly url: string }[]
}

/** What `create` says of a meeting. */
export interface MeetingRequest {
  readonly meetingId: string
  readonly name: string
  readonly isRecorded: boolean
  readonly attendeePassword: string | undefined
  readonly moderatorPassword: string | undefined
}

/** A meeting of this request; passwords that it does not name are made up, as servers do. */
export function makeMeeting(request: MeetingRequest, createTime: number): Meeting {
  const made = () => randomBytes(6).toString('base64url')
  return {
    ...request,
    attendeePassword: request.attendeePassword ?? made(),
    moderatorPassword: request.moderatorPassword ?? made(),
    createTime,
    joined: [],
    isEnded: false,
  }
}

/** What a server calls a meeting among its own. */
export function internalId({ meetingId, createTime }: Meeting): string {
  return `${createHash('sha1').update(meetingId).digest('hex')}-${createTime}`
}

/** A number of a conference on the telephone. */
export function voiceBridge(): number {
  return randomInt(10_000, 100_000)
}
