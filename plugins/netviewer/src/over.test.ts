/** When a session is over, by what is stored of it. @module */
import { expect, test } from 'vitest'
import { run } from '../test/runs.ts'
import { bob, NOW, session } from './example-values.ts'
import { isOver, type Timed } from './over.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const { start, end } = session
const adhoc = { bookedAt: NOW, durationMinutes: 60 }
const once = { start, end, timeZone: 'Europe/Berlin' }
const series = { ...once, recurrence: session.recurrence }
// Its third time, after the clocks have gone forward in between.
const lastEnd = end + 14 * DAY - HOUR

test.each<[string, Timed, number]>([
  ['booked for now, when its duration is over', adhoc, NOW + HOUR],
  ['planned, at its end', once, end],
  ['planned with a duration, after it', { start, durationMinutes: 30 }, start + 30 * MINUTE],
  ['repeated, at the end of its last time', series, lastEnd],
  ['whose tokens are no longer valid, whatever its end', { ...series, validUntil: start }, start],
])('a session %s', (_name, timed, moment) => {
  expect([isOver(timed, moment - 1), isOver(timed, moment)]).toEqual([false, true])
})

test.each<[string, Timed]>([
  ['of which nothing is known', {}],
  ['without an end', { start }],
  ['of a repetition that is not understood', { ...once, recurrence: 'FREQ=YEARLY;COUNT=2' }],
  ['of a zone that there is not', { ...series, timeZone: 'Nowhere' }],
])('a session %s is not known to be over', (_name, timed) => {
  expect(isOver(timed, lastEnd + 1000 * DAY)).toBe(false)
})

test.each<[string, object, number, string]>([
  ['after its tokens', { validUntil: NOW }, NOW, 'validUntil'],
  ['after its last time', {}, lastEnd, 'end'],
  [
    'booked for now, after its duration',
    { ...adhoc, start: undefined, end: undefined, recurrence: undefined },
    NOW + HOUR,
    'end',
  ],
])('%s nobody is invited, though stored as booked; joining stays possible', async (_name, fields, now, field) => {
  const target = { ...session, ...fields }
  const { error, requests, saves } = await run('inviteSeveral', { target, now, input: { participants: [bob] } })
  expect([error?.code, error?.field, requests.length, saves.length]).toEqual(['conflict', field, 0, 0])
  expect(error?.message).toContain('book another one')
  expect((await run('join', { target, now })).outcome?.type).toBe('tab')
})
