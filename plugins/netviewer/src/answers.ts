/** Reads what stands in the gateway's answers, by the names of its profile (vendors.md 3.2). @module */
import { PluginError } from '@joinery/sdk'
import { badAnswer } from './call.ts'
import { STATES } from './fields.ts'
import type { FieldName, Profile } from './profile.ts'

/** A JSON object of the gateway. */
export interface Answer {
  /** @throws PluginError `bad-answer` for anything but a text or whole number with something in it. */
  text(name: FieldName): string
  /** A moment in milliseconds since 1970; `undefined` where there is none. */
  moment(name: FieldName): number | undefined
  /** @throws PluginError `bad-answer` for anything but a number that counts something. */
  count(name: FieldName): number
  /** @throws PluginError `bad-answer` for anything but a list of JSON objects. */
  list(name: FieldName): readonly Answer[]
  has(name: FieldName): boolean
}

/** A session's state, as the gateway reports it. */
export type State = keyof typeof STATES

/** What the gateway says of a session. */
export interface Status {
  readonly state: State
  readonly participantsPresent: number
  readonly startedAt: number | undefined
  readonly endedAt: number | undefined
}

const MAX_TEXT = 1000
// A date and time with its offset (RFC 3339).
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/i

/** @throws PluginError `bad-answer` for anything but a JSON object. */
export function answerIn(value: unknown, profile: Profile): Answer {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw badAnswer()
  const at = (name: FieldName): unknown => {
    const wire = profile.wire(name)
    return Object.hasOwn(value, wire) ? (Reflect.get(value, wire) ?? undefined) : undefined
  }
  return {
    has: (name) => at(name) !== undefined,
    text: (name) => textOf(at(name)),
    moment: (name) => momentOf(at(name)),
    count: (name) => countOf(at(name)),
    list: (name) => listOf(at(name)).map((item) => answerIn(item, profile)),
  }
}

/** The answer in a text that was stored as it came. */
export function answerInText(text: string, profile: Profile): Answer {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw badAnswer()
  }
  return answerIn(value, profile)
}

/** @throws PluginError `bad-answer` where it is not of this session, or of no state that there is. */
export function readStatus(value: unknown, profile: Profile, sessionNumber: string): Status {
  const answer = answerIn(value, profile)
  const state = answer.text('state')
  if (answer.text('sessionNumber') !== sessionNumber || !isState(state)) throw badAnswer()
  return {
    state,
    participantsPresent: answer.has('participantsPresent') ? answer.count('participantsPresent') : 0,
    startedAt: answer.moment('startedAt'),
    endedAt: answer.moment('endedAt'),
  }
}

/**
 * The session's number, which every call about it needs.
 *
 * @throws PluginError `missing` where it is not known.
 */
export function numberOf({ sessionNumber }: { readonly sessionNumber: string | undefined }): string {
  if (sessionNumber !== undefined) return sessionNumber
  const text = {
    en: 'The session has no number: read its stored answer, or enter the number.',
    de: 'Die Sitzung hat keine Nummer: Bitte ihre gespeicherte Antwort lesen oder die Nummer eintragen.',
  }
  throw new PluginError('missing', text, { field: 'sessionNumber' })
}

function isState(text: string): text is State {
  return Object.hasOwn(STATES, text)
}

function textOf(value: unknown): string {
  const text = Number.isSafeInteger(value) ? String(value) : value
  if (typeof text === 'string' && text !== '' && text.length <= MAX_TEXT && text.isWellFormed()) return text
  throw badAnswer()
}

function momentOf(value: unknown): number | undefined {
  if (value === undefined) return undefined
  const milliseconds = typeof value === 'string' && MOMENT.test(value) ? Date.parse(value) : Number.NaN
  if (Number.isNaN(milliseconds)) throw badAnswer()
  return milliseconds
}

function countOf(value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value
  throw badAnswer()
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw badAnswer()
  return value
}
