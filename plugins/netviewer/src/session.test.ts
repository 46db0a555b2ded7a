/** State, change and end of a session: what is stored and told is what the gateway has said. @module */
import type { InviteOutcome } from '@joinery/sdk'
import { describe, expect, test } from 'vitest'
import { fails } from '../test/guests.ts'
import { type Arrived, bare, json, run } from '../test/runs.ts'
import { bob, NOW, session, UID, zoe } from './example-values.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const status = (more: object = {}) => json({ sessionNumber: '4711', state: 'booked', participantsPresent: 0, ...more })
const { recurrence: _once, ...once } = session
const adhoc = { start: undefined, end: undefined, durationMinutes: 60 }

describe('status', () => {
  test('is stored where it is new, and shown even where it cannot be stored', async () => {
    const answer = () => status({ state: 'running' })
    expect((await run('status', { target: session }, { answer })).kept).toMatchObject({ state: 'running', uid: UID })
    expect((await run('status', { target: session }, { answer: () => status() })).saves).toEqual([])
    expect((await run('status', { target: session }, { answer, save: fails })).outcome?.type).toBe('table')
  })

  test.each([
    ['of another session', { sessionNumber: '4712' }],
    ['of a state that there is not', { state: 'sleeping' }],
    ['of a state that every object has', { state: 'constructor' }],
    ['of somebody less than nobody', { participantsPresent: -1 }],
    ['of a moment that is none', { startedAt: 'yesterday' }],
  ])('an answer %s is not understood', async (_name, more) => {
    const { error, saves } = await run('status', { target: session }, { answer: () => status(more) })
    expect([error?.code, saves.length]).toEqual(['bad-answer', 0])
  })

  test('a connection that does not come about names the certificate', async () => {
    const { error } = await run('status', { target: session })
    expect([error?.code, error?.message]).toEqual(['unreachable', expect.stringContaining('certificate assistant')])
  })
})

describe('change', () => {
  const changing = (input: object, target: object = session, answer = () => status()) =>
    run('change', { target: { ...target }, input: { ...input } }, { answer })

  test('raises the version for calendars, and keeps everything else', async () => {
    const { kept, requests, outcome } = await changing({ subject: 'Another' })
    expect(requests[0]?.json).toEqual({ subject: 'Another' })
    expect(kept).toEqual({ ...session, label: 'Another, 2026-03-23', subject: 'Another', sequence: 1 })
    expect(outcome).toMatchObject({ type: 'invite', title: 'Another', uid: UID, sequence: 1 })
  })

  test('gives the session where nobody was invited', async () => {
    const { participants: _nobody, participantTokens: _none, ...alone } = session
    expect((await changing({ subject: 'Another' }, alone)).outcome?.type).toBe('target')
  })

  test('forgets until when tokens are valid where the time is another', async () => {
    const valid = { ...session, validFrom: session.start, validUntil: session.end }
    expect((await changing({ subject: 'Another' }, valid)).kept).toMatchObject({ validUntil: session.end })
    const { kept } = await changing({ durationMinutes: 30 }, valid)
    expect([kept?.validFrom, kept?.validUntil, kept?.durationMinutes]).toEqual([undefined, undefined, 30])
  })

  test('the second one raises it again', async () => {
    const first = await changing({ subject: 'Another' })
    const second = await changing({ subject: 'Third' }, first.kept)
    expect(second.outcome).toMatchObject({ uid: UID, sequence: 2 })
  })

  test.each<[string, object, object]>([
    ['a new end alone', { end: session.end + HOUR }, { end: '2026-03-23T12:00:00+01:00' }],
    ['a new duration', { durationMinutes: 30 }, { durationMinutes: 30 }],
    [
      'a start after the change of clocks',
      { start: session.start + 7 * DAY - HOUR, end: undefined },
      { start: '2026-03-30T10:00:00+02:00', end: '2026-03-30T11:00:00+02:00' },
    ],
    [
      'another repetition',
      { repeats: true, frequency: 'monthlyByWeekday', count: 2 },
      { recurrence: 'FREQ=MONTHLY;COUNT=2;BYDAY=4MO' },
    ],
    [
      'another zone, by whose clock it repeats',
      { timeZone: 'America/New_York' },
      {
        start: '2026-03-23T05:00:00-04:00',
        end: '2026-03-23T06:00:00-04:00',
        parameters: { timeZone: 'America/New_York' },
      },
    ],
  ])('%s is all that is sent', async (_name, input, sent) => {
    expect((await changing(input)).requests[0]?.json).toEqual(sent)
  })

  test.each<[string, object, object, string]>([
    ['nothing is given', {}, session, 'subject'],
    ['nothing differs', { subject: 'Review', start: session.start }, session, 'subject'],
    ['it would end before it begins', { end: session.start }, session, 'end'],
    ['it would be over', { start: NOW - 7 * DAY }, once, 'end'],
    ['its repetition would not fit', { start: session.start + DAY }, session, 'start'],
    ['there is no such zone', { timeZone: 'Nowhere' }, session, 'timeZone'],
    ['the session has no number', { subject: 'x' }, { ...session, sessionNumber: undefined }, 'sessionNumber'],
  ])('nothing is sent where %s', async (_name, input, target, field) => {
    const { error, requests } = await changing(input, target)
    expect([error?.field, requests.length]).toEqual([field, 0])
  })

  test.each([
    ['500', () => new Response('', { status: 500 })],
    ['an answer that is not understood', () => new Response('<html>')],
  ])('%s: it may have changed; here it is as it was', async (_name, answer) => {
    const { error, saves } = await changing({ subject: 'Another' }, session, answer)
    expect([error?.code, saves.length]).toEqual(['ambiguous', 0])
  })

  test('that cannot be stored is handed out', async () => {
    const { outcome, kept } = await run(
      'change',
      { target: session, input: { subject: 'Another' } },
      { answer: () => status(), save: fails },
    )
    expect([outcome?.type, kept?.subject]).toEqual(['target', 'Another'])
  })
})

describe('end', () => {
  const ending = (target: object, now = NOW, answer = () => new Response(null, { status: 204 })) =>
    run('end', { target: { ...target }, now }, { answer })

  test.each<[string, object, number]>([
    ['before it begins', session, NOW],
    ['between two of its times', session, session.start + DAY],
    ['ad hoc, before its time is over', { ...once, ...adhoc }, NOW + HOUR - 1],
    ['ad hoc, though it runs', { ...once, ...adhoc, state: 'running' }, NOW],
    ['though its state was stored as ended before', { ...session, state: 'ended' }, NOW],
    ['though its state was stored as expired', { ...session, state: 'expired' }, NOW],
  ])('%s, those invited get a cancellation', async (_name, target, now) => {
    const { outcome, kept } = await ending(target, now)
    expect(outcome).toMatchObject({ type: 'invite', cancelled: true, uid: UID, sequence: 1, links: {} })
    expect((outcome as InviteOutcome).guests?.map(({ email }) => email)).toEqual([zoe.email])
    expect(kept).toMatchObject({ state: 'ended', sequence: 1 })
  })

  test.each<[string, object, number]>([
    ['while it takes place', once, session.start + 1],
    ['after its last time', session, session.start + 15 * DAY],
    ['ad hoc, after its time', { ...once, ...adhoc }, NOW + HOUR],
    ['with nobody invited', { ...session, participants: [bob] }, NOW],
  ])('%s, it is just ended', async (_name, target, now) => {
    const { outcome, kept } = await ending(target, now)
    expect([outcome?.type, kept?.state]).toEqual(['done', 'ended'])
  })

  test.each([
    [200, 'bad-answer'],
    [401, 'certificate'],
    [404, 'not-found'],
    [409, 'conflict'],
    [500, 'ambiguous'],
  ])('%i has not ended it: %s', async (code, error) => {
    const result = await ending(session, NOW, () => new Response('', { status: code }))
    expect([result.error?.code, result.saves.length]).toEqual([error, 0])
  })

  const problem = (status: number) => json({ title: 'No' }, status)
  /** A gateway that has lost its answer to an earlier end. */
  const refusing = (refusal: number, later: () => Response) => (request: Arrived) =>
    request.method === 'DELETE' ? problem(refusal) : later()

  test.each<[number, string, () => Response]>([
    [409, 'has ended', () => status({ state: 'ended' })],
    [404, 'has ended', () => status({ state: 'ended' })],
    [404, 'is known no more', () => problem(404)],
    [404, 'is gone', () => problem(410)],
  ])('%i, and it %s: it is ended, and those invited are told', async (refusal, _name, later) => {
    const { outcome, kept, requests } = await run('end', { target: session }, { answer: refusing(refusal, later) })
    expect(requests.map(({ method }) => method)).toEqual(['DELETE', 'GET'])
    expect(outcome).toMatchObject({ type: 'invite', cancelled: true, uid: UID, sequence: 1 })
    expect(kept).toMatchObject({ state: 'ended', sequence: 1 })
  })

  test.each<[number, string, string, () => Response]>([
    [409, 'it runs', 'conflict', () => status({ state: 'running' })],
    [409, 'it has expired', 'conflict', () => status({ state: 'expired' })],
    [409, 'its state is of another session', 'conflict', () => status({ sessionNumber: '4712', state: 'ended' })],
    [409, 'its state is not told', 'conflict', () => problem(500)],
    [404, 'a page that is not the gateway’s says so', 'not-found', () => new Response('<html>', { status: 404 })],
  ])('%i, and %s: it is not ended, and nobody is told', async (refusal, _name, code, later) => {
    const { error, saves, requests } = await run('end', { target: session }, { answer: refusing(refusal, later) })
    expect([error?.code, saves.length, requests.length]).toEqual([code, 0, 2])
  })

  test('that a cancellation cannot be made does not hide that it is ended', async () => {
    const { outcome, kept } = await ending({ ...session, timeZone: 'Nowhere' })
    expect(outcome).toMatchObject({
      type: 'done',
      message: { en: expect.stringMatching(/is ended.*no such time zone/), de: expect.stringContaining('beendet') },
    })
    expect(kept?.state).toBe('ended')
  })

  test('calling off in between does not hide what happened', async () => {
    const controller = new AbortController()
    const answer = () => {
      controller.abort()
      return new Response(null, { status: 204 })
    }
    const { saves } = await run('end', { target: session }, { answer, signal: controller.signal })
    expect(saves.map((target) => bare(target).state)).toEqual(['ended'])
  })
})
