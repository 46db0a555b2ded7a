/**
 * What a server does on each call, in the order in which it checks (docs.bigbluebutton.org, development/api, and
 * ApiController.groovy of bigbluebutton-web).
 *
 * @module
 */
import { randomBytes } from 'node:crypto'
import { internalId, type Joined, type Meeting, makeMeeting, type Recording, voiceBridge } from './meetings.ts'
import { invalid, type Parameters, type Refusal } from './query.ts'
import type { Content } from './xml.ts'

/** What the server has and how it is set. */
export interface World {
  readonly meetings: Map<string, Meeting>
  readonly recordings: Recording[]
  /**
   * Whether a second `create` without passwords succeeds, as of bigbluebutton's pull request 17937, or is `idNotUnique`,
   * as its issue 16690 tells.
   */
  readonly repeatsCreate: boolean
  lastCreateTime: number
}

/** What became of a call: elements of the answer, a person in a meeting, or a refusal. */
export type Done =
  | { readonly content: Extract<Content, object> }
  | { readonly joined: Joined; readonly meeting: Meeting }
  | Refusal

interface CallRules {
  /** The parameters that the documentation has and this server knows. */
  readonly known: readonly string[]
  act(world: World, parameters: Parameters): Done
}

/** Every call, by its name. */
export const CALLS: Readonly<Record<string, CallRules>> = {
  create: { known: ['name', 'meetingID', 'attendeePW', 'moderatorPW', 'record', 'welcome', 'duration'], act: create },
  join: { known: ['fullName', 'meetingID', 'password', 'role', 'createTime', 'userID', 'redirect'], act: join },
  isMeetingRunning: { known: ['meetingID'], act: isMeetingRunning },
  end: { known: ['meetingID', 'password'], act: end },
  getRecordings: { known: ['meetingID', 'recordID', 'state', 'offset', 'limit'], act: getRecordings },
}

const NOT_FOUND: Refusal = { key: 'notFound', message: 'A meeting with that ID does not exist' }

function create(world: World, parameters: Parameters): Done {
  const meetingId = idIn(parameters)
  if (typeof meetingId !== 'string') return meetingId
  const name = parameters.get('name') ?? ''
  if (name.length < 2 || name.length > 64 || name.includes(','))
    return invalid('Meeting name must be between 2 and 64 characters')
  const record = parameters.get('record')
  if (record !== undefined && record !== 'true' && record !== 'false') return invalid('Record must be a boolean value')
  const [attendeePassword, moderatorPassword] = [parameters.get('attendeePW'), parameters.get('moderatorPW')]
  const existing = world.meetings.get(meetingId)
  if (existing !== undefined && !existing.isEnded) {
    const isSame =
      attendeePassword === undefined && moderatorPassword === undefined
        ? world.repeatsCreate && name === existing.name
        : attendeePassword === existing.attendeePassword && moderatorPassword === existing.moderatorPassword
    return isSame
      ? created(
          existing,
          'duplicateWarning',
          'This conference was already in existence and may currently be in progress.',
        )
      : {
          key: 'idNotUnique',
          message: 'A meeting already exists with that meeting ID. Please use a different meeting ID.',
        }
  }
  world.lastCreateTime = Math.max(Date.now(), world.lastCreateTime + 1)
  const request = { meetingId, name, isRecorded: record === 'true', attendeePassword, moderatorPassword }
  const meeting = makeMeeting(request, world.lastCreateTime)
  world.meetings.set(meetingId, meeting)
  return created(meeting, '', '')
}

function created(meeting: Meeting, messageKey: string, message: string): Done {
  return {
    content: [
      ['meetingID', meeting.meetingId],
      ['internalMeetingID', internalId(meeting)],
      ['parentMeetingID', 'bbb-none'],
      ['attendeePW', meeting.attendeePassword],
      ['moderatorPW', meeting.moderatorPassword],
      ['createTime', meeting.createTime],
      ['voiceBridge', voiceBridge()],
      ['dialNumber', '613-555-1234'],
      ['createDate', new Date(meeting.createTime).toUTCString()],
      ['hasUserJoined', meeting.joined.length > 0],
      ['duration', 0],
      ['hasBeenForciblyEnded', false],
      ['messageKey', messageKey],
      ['message', message],
    ],
  }
}

function join({ meetings }: World, parameters: Parameters): Done {
  const meetingId = idIn(parameters)
  if (typeof meetingId !== 'string') return meetingId
  const fullName = (parameters.get('fullName') ?? '').trim()
  if (fullName === '') return { key: 'missingParamFullName', message: 'You must provide your name' }
  const meeting = meetings.get(meetingId)
  if (meeting === undefined) return NOT_FOUND
  if (meeting.isEnded) return { key: 'meetingForciblyEnded', message: 'You can not join a meeting that was ended.' }
  const createTime = parameters.get('createTime')
  if (createTime !== undefined && createTime !== String(meeting.createTime))
    return { key: 'mismatchCreateTimeParam', message: 'The createTime parameter submitted mismatches.' }
  const role = roleIn(parameters, meeting)
  if (role === undefined) return { key: 'invalidPassword', message: 'You either did not supply a password or role.' }
  const sessionToken = randomBytes(12).toString('base64url')
  const joined: Joined = { fullName, role, userId: parameters.get('userID'), sessionToken }
  meeting.joined.push(joined)
  return { joined, meeting }
}

/** A valid role overrides the password. */
function roleIn(parameters: Parameters, meeting: Meeting): Joined['role'] | undefined {
  const role = parameters.get('role')?.toUpperCase()
  if (role === 'MODERATOR' || role === 'VIEWER') return role
  const password = parameters.get('password')
  if (password === meeting.moderatorPassword) return 'MODERATOR'
  return password === meeting.attendeePassword ? 'VIEWER' : undefined
}

function isMeetingRunning({ meetings }: World, parameters: Parameters): Done {
  const meetingId = idIn(parameters)
  if (typeof meetingId !== 'string') return meetingId
  const meeting = meetings.get(meetingId)
  return { content: [['running', meeting !== undefined && !meeting.isEnded && meeting.joined.length > 0]] }
}

function end({ meetings }: World, parameters: Parameters): Done {
  const meetingId = idIn(parameters)
  if (typeof meetingId !== 'string') return meetingId
  const meeting = meetings.get(meetingId)
  if (meeting === undefined || meeting.isEnded) return NOT_FOUND
  meeting.isEnded = true
  return {
    content: [
      ['messageKey', 'sentEndMeetingRequest'],
      ['message', 'A request to end the meeting was sent. Please wait a few seconds.'],
    ],
  }
}

function getRecordings({ recordings }: World, parameters: Parameters): Done {
  const wanted = parameters.get('meetingID')?.split(',')
  const found = recordings.filter(
    ({ meetingId, state }) => state !== 'processing' && (wanted?.includes(meetingId) ?? true),
  )
  const none = [
    ['messageKey', 'noRecordings'],
    ['message', 'There are no recordings for the meeting(s).'],
  ] as const
  return {
    content: [
      ['recordings', found.map((one) => ['recording', told(one)] as const)],
      ...(found.length === 0 ? none : []),
    ],
  }
}

function told({ meetingId, name, startTime, endTime, state, participants, formats }: Recording): Content {
  return [
    ['recordID', `${meetingId}-${startTime}`],
    ['meetingID', meetingId],
    ['name', name],
    ['isBreakout', false],
    ['published', state === 'published'],
    ['state', state],
    ['startTime', startTime],
    ['endTime', endTime],
    ['participants', participants],
    ['metadata', [['gl-listed', false]]],
    [
      'playback',
      formats.map(
        ({ type, url }) =>
          [
            'format',
            [
              ['type', type],
              ['url', url],
              ['length', 1],
            ],
          ] as const,
      ),
    ],
  ]
}

function idIn(parameters: Parameters): string | Refusal {
  const meetingId = (parameters.get('meetingID') ?? '').trim()
  if (meetingId === '') return { key: 'missingParamMeetingID', message: 'You must provide a meeting ID' }
  if (meetingId.length < 2 || meetingId.length > 256) return invalid('Meeting ID must be between 2 and 256 characters')
  return meetingId.includes(',') ? invalid("Meeting ID cannot contain ','") : meetingId
}
