/** Usage reports: what could not be learned stands in its row, and does not stop the others. @module */
import type { TableOutcome } from '@joinery/sdk'
import { csvOf } from '@joinery/sdk/csv'
import { expect, test } from 'vitest'
import { type Arrived, json, type Ran, run } from '../test/runs.ts'

const from = Date.UTC(2026, 2, 1)
const to = Date.UTC(2026, 3, 1)
const numberIn = ({ url }: Arrived) => url.split('/').at(-2) ?? ''
const used = (sessionNumber: string, startedAt: string | null = '2026-03-02T09:00:00Z') =>
  json({ sessionNumber, startedAt, endedAt: null, minutes: 7, participants: 2 })
const stored = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    sessionNumber: String(index + 1),
    subject: `Session ${index + 1}`,
    bookedAt: from,
  }))
const reporting = (count: number, answer: (request: Arrived, order: number) => Response) =>
  run('usageReport', { input: { from, to } }, { targets: stored(count), answer })
const rowsOf = ({ outcome }: Ran) => (outcome as TableOutcome).rows

test('sessions stand in their order, however the answers come', async () => {
  const ran = await reporting(50, (request) => used(numberIn(request)))
  expect(rowsOf(ran).map(([number]) => number)).toEqual(stored(50).map(({ sessionNumber }) => sessionNumber))
  expect(ran.requests).toHaveLength(50)
})

test('what began before or at the end of the period, or never, is not in it', async () => {
  const starts = ['2026-02-28T23:59:59Z', '2026-03-01T00:00:00Z', '2026-03-31T23:59:59Z', '2026-04-01T00:00:00Z', null]
  const ran = await reporting(5, (request) => used(numberIn(request), starts[Number(numberIn(request)) - 1]))
  expect(rowsOf(ran).map(([number]) => number)).toEqual(['2', '3'])
})

test('what the gateway says counts, and not when it was planned for', async () => {
  const begun = '2026-03-30T09:00:00Z'
  const answers: Readonly<Record<string, () => Response>> = {
    // Begun before its planned start, or a series that was put off after its first time.
    1: () => used('1', begun),
    // Nobody has come yet: the gateway has no usage.
    2: () => json({ title: 'Not ended' }, 409),
    3: () => json({ sessionNumber: '3', startedAt: null, endedAt: begun, minutes: 7, participants: 2 }),
    4: () => used('4', '2026-04-02T09:00:00Z'),
  }
  const planned = stored(4).map((session) => ({ ...session, start: to + 1 }))
  const late = { sessionNumber: '5', subject: 'Later', bookedAt: to, start: to }
  const ran = await run(
    'usageReport',
    { input: { from, to } },
    { targets: [...planned, late], answer: (request) => answers[numberIn(request)]?.() ?? json({}, 500) },
  )
  expect(ran.requests).toHaveLength(4)
  expect(rowsOf(ran)).toEqual([
    ['1', 'Session 1', begun, '', 7, 2, ''],
    ['3', 'Session 3', '', begun, 7, 2, ''],
  ])
})

test('where all that was booked is yet to come, the table is empty', async () => {
  const planned = stored(2).map((session) => ({ ...session, start: to }))
  const ran = await run('usageReport', { input: { from, to } }, { targets: planned, answer: () => json({}, 409) })
  expect(rowsOf(ran)).toEqual([])
})

test('a session of the period that has not ended is told as such', async () => {
  const ran = await reporting(2, (request) => (numberIn(request) === '2' ? json({}, 409) : used('1')))
  expect(rowsOf(ran)[1]?.at(-1)).toMatchObject({ en: expect.stringContaining('running') })
})

test('a session that fails has its reason, and the others their numbers', async () => {
  const ran = await reporting(3, (request) =>
    numberIn(request) === '2' ? json({ title: 'Gone' }, 404) : used(numberIn(request)),
  )
  expect(rowsOf(ran)).toEqual([
    ['1', 'Session 1', '2026-03-02T09:00:00Z', '', 7, 2, ''],
    ['2', 'Session 2', '', '', '', '', { en: expect.stringContaining('Gone'), de: expect.stringContaining('Gone') }],
    ['3', 'Session 3', '2026-03-02T09:00:00Z', '', 7, 2, ''],
  ])
})

test('an answer about another session is told as such', async () => {
  const ran = await reporting(2, (request) => used(numberIn(request) === '2' ? '9' : '1'))
  expect(rowsOf(ran)[1]?.at(-1)).toMatchObject({ en: expect.stringContaining('not understood') })
})

test('where the limit of requests is reached, the rest is not asked for', async () => {
  const ran = await reporting(50, (request, order) => (order > 10 ? json({}, 429) : used(numberIn(request))))
  expect(rowsOf(ran)).toHaveLength(50)
  expect(ran.requests.length).toBeLessThan(20)
})

test('where everything fails, there is no report', async () => {
  const { error } = await reporting(3, () => json({}, 401))
  expect(error?.code).toBe('certificate')
})

test('calling off gives no half report', async () => {
  const controller = new AbortController()
  const answer = (request: Arrived) => {
    if (numberIn(request) === '3') controller.abort()
    return used(numberIn(request))
  }
  const targets = stored(50)
  const { outcome, error } = await run(
    'usageReport',
    { input: { from, to } },
    { targets, answer, signal: controller.signal },
  )
  expect([outcome, error?.code]).toEqual([undefined, 'cancelled'])
})

test('nothing stored makes an empty table', async () => {
  expect(rowsOf(await reporting(0, () => json({})))).toEqual([])
})

test('progress goes from nothing to all', async () => {
  const fractions: number[] = []
  await run(
    'usageReport',
    { input: { from, to } },
    {
      targets: stored(8),
      answer: (request) => used(numberIn(request)),
      progress: (fraction) => fractions.push(fraction),
    },
  )
  expect(fractions).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((done) => done / 8))
})

test('it becomes a file', async () => {
  const ran = await reporting(1, (request) => used(numberIn(request)))
  expect(csvOf(ran.outcome as TableOutcome, 'de')).toBe(
    'Sitzungsnummer,Betreff,Begonnen,Beendet,Minuten,Teilnehmer,Problem\r\n1,Session 1,2026-03-02T09:00:00Z,,7,2,\r\n',
  )
})
