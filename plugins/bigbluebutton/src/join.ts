/** Links into a meeting, mine and a guest's (docs.bigbluebutton.org, development/api, "create" and "join"). @module */
import type { FetchHost, Outcome, Person } from '@joinery/sdk'
import { badAnswer, textAt } from './answer.ts'
import { call } from './call.ts'
import type { Account, Meeting } from './fields.ts'
import { signedUrl } from './signed-url.ts'

interface Joining {
  readonly account: Account
  readonly target: Meeting
  readonly person: Person<'lastName'>
}

/** Milliseconds since 1970. */
const CREATE_TIME = /^\d{1,15}$/
const LONGEST_NAME = 64
/**
 * The meeting is there, made with other passwords or by another program: whoever calls `create` without passwords gets
 * this from most versions (bigbluebutton/bigbluebutton, issue 16690), and joining by role needs none.
 */
const THERE_ALREADY = 'idNotUnique'

/** My link: as a moderator. */
export function joinLink({ account, target, person }: Joining, createTime?: string): Outcome {
  const link = signedUrl(account, 'join', {
    fullName: fullName(person),
    meetingID: target.meetingId,
    role: 'MODERATOR',
    createTime,
    userID: person.username?.normalize('NFC'),
  })
  return { type: 'tab', url: link, sensitive: true }
}

/** A guest's link: as a viewer. It works whenever a meeting of this ID runs. */
export function guestLink({ account, target, person }: Joining): Outcome {
  const guest = signedUrl(account, 'join', {
    fullName: fullName(person),
    meetingID: target.meetingId,
    role: 'VIEWER',
  })
  return { type: 'links', guest }
}

/**
 * Makes the meeting where there is none, and then my link: for this one meeting alone where it was made just now, so that
 * nobody who finds the link in a history is a moderator of the next one.
 */
export async function startAndJoin(joining: Joining & { readonly host: FetchHost }): Promise<Outcome> {
  const { account, target, host } = joining
  const { label, meetingId, record } = target
  const name = label ?? [...meetingId].slice(0, LONGEST_NAME).join('').trim()
  const parameters = { name, meetingID: meetingId, record: record ? true : undefined }
  const response = await call(account, host, 'create', parameters, { allowed: THERE_ALREADY })
  const createTime = textAt(response, 'createTime')
  if (createTime === '') return joinLink(joining)
  if (!CREATE_TIME.test(createTime)) throw badAnswer()
  return joinLink(joining, createTime)
}

function fullName({ firstName, lastName }: Person<'lastName'>): string {
  return [firstName, lastName]
    .filter((name) => name !== undefined)
    .join(' ')
    .normalize('NFC')
}
