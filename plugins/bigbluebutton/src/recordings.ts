/** A meeting's recordings (docs.bigbluebutton.org, development/api, "getRecordings"). @module */
import type { Cell, FetchHost, Outcome } from '@joinery/sdk'
import { badAnswer, childAt, childrenAt, textAt } from './answer.ts'
import { call } from './call.ts'
import type { Account, Meeting } from './fields.ts'
import type { XmlElement } from './xml.ts'

const COLUMNS = [
  { en: 'Name', de: 'Name' },
  { en: 'Start', de: 'Beginn' },
  { en: 'Minutes', de: 'Minuten' },
  { en: 'State', de: 'Zustand' },
  { en: 'People', de: 'Personen' },
  { en: 'Format', de: 'Format' },
  { en: 'Address', de: 'Adresse' },
] as const
const MINUTE = 60_000
/** The last moment that a date can be. */
const LAST_MOMENT = 8.64e15
const NUMBER = /^\d{1,16}$/

/** Gives a table: a row for each form in which a recording can be played, the newest first. */
export async function recordings({
  account,
  target,
  host,
}: {
  readonly account: Account
  readonly target: Meeting
  readonly host: FetchHost
}): Promise<Outcome> {
  const response = await call(account, host, 'getRecordings', { meetingID: target.meetingId })
  const found = childrenAt(response, 'recordings', 'recording').map((recording) => ({
    startedAt: numberAt(recording, 'startTime'),
    rows: rowsOf(recording),
  }))
  const newestFirst = found.toSorted((one, other) => (other.startedAt ?? 0) - (one.startedAt ?? 0))
  return {
    type: 'table',
    title: { en: 'Recordings', de: 'Aufzeichnungen' },
    columns: COLUMNS,
    rows: newestFirst.flatMap(({ rows }) => rows),
  }
}

function rowsOf(recording: XmlElement): readonly (readonly Cell[])[] {
  const start = numberAt(recording, 'startTime')
  const end = numberAt(recording, 'endTime')
  const about = [
    textAt(recording, 'name'),
    start === undefined ? '' : shownMoment(start),
    start === undefined || end === undefined || end < start ? '' : Math.round((end - start) / MINUTE),
    textAt(recording, 'state'),
    numberAt(recording, 'participants') ?? '',
  ]
  const formats = childrenAt(recording, 'playback', 'format')
  // While it is processed there is nothing to play yet.
  if (formats.length === 0) return [[...about, '', '']]
  return formats.map((format) => [...about, textAt(format, 'type'), textAt(format, 'url')])
}

function numberAt(element: XmlElement, name: string): number | undefined {
  const text = childAt(element, name) === undefined ? '' : textAt(element, name)
  if (text === '') return undefined
  const number = Number(text)
  if (!NUMBER.test(text) || number > LAST_MOMENT) throw badAnswer()
  return number
}

/** Such as `2018-07-04 15:38 UTC`: what makes a table does not know the user's zone. */
function shownMoment(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
