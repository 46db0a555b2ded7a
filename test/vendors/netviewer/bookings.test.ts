import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Netviewer, startNetviewer } from './netviewer.ts'
import { ADHOC, BEFORE, call, JSON_HEADERS, PLANNED, problemOf, send } from './test-client.ts'

let netviewer: Netviewer

beforeAll(async () => {
  netviewer = await startNetviewer({ transport: 'http' })
  netviewer.clock.set(BEFORE)
})
afterAll(() => netviewer.close())

async function booking(values: object): Promise<string> {
  return problemOf(await call(netviewer, 'POST', '/sessions', values))
}

/** Values that are wrong, by member. */
const WRONG: Readonly<Record<string, readonly unknown[]>> = {
  product: ['Meet', 'webinar', '', null, 1],
  kind: ['ad-hoc', 'ADHOC', null],
  subject: ['', ' ', ' padded', 'two\nlines', 'x'.repeat(201), 5, null],
  start: ['2026-11-23', '2026-11-23T10:00:00', '2026-11-31T10:00:00Z', 1_795_000_000, null],
  end: ['tomorrow', '2026-11-23T11:00Z', {}],
  durationMinutes: [0, 1441, -5, 1.5, '60', null],
  moderator: [null, 'Mia', [], {}, { name: '' }, { name: 'Mia', email: 'mia' }, { name: 'Mia', role: 'moderator' }],
  parameters: [
    null,
    [],
    'video',
    { video: null },
    { video: { on: true } },
    { timeZone: 'Mars/Base' },
    { timeZone: '+01:00' },
    { timeZone: 1 },
  ],
}

describe('a booking', () => {
  test('passes when it is right', async () => {
    const parameters = { video: true, quality: 3, language: 'de' }
    expect(await booking({ ...PLANNED, durationMinutes: 45, parameters })).toBe('no problem: 201')
  })

  test.each(Object.entries(WRONG).flatMap(([field, values]) => values.map((value) => [field, value] as const)))(
    'must not have %s as %j',
    async (field, value) => {
      expect(await booking({ ...PLANNED, [field]: value })).toMatch(new RegExp(`^422 invalid-parameters #/${field}\\b`))
    },
  )

  test.each(['product', 'kind', 'moderator'])('must have %s', async (field) => {
    const { [field]: _, ...rest }: Record<string, unknown> = { ...PLANNED }
    expect(await booking(rest)).toContain(`#/${field}: "${field}" is missing.`)
  })

  test.each([
    ['token', '#/token'],
    ['Start', '#/Start'],
    ['toString', '#/toString'],
    ['__proto__', '#/__proto__'],
    ['a/b~c d', '#/a~1b~0c%20d'],
  ])('must not have %s', async (name, pointer) => {
    const text = `{${JSON.stringify(name)}:1,${JSON.stringify(ADHOC).slice(1)}`
    expect(
      problemOf(await send(netviewer.origin, { method: 'POST', path: '/sessions', headers: JSON_HEADERS, body: text })),
    ).toBe(`422 invalid-parameters ${pointer}: "${name}" is not known.`)
  })

  test('has all its mistakes told at once', async () => {
    const told = await booking({ ...PLANNED, product: 'x', durationMinutes: 0, recurrence: 'FREQ=DAILY' })
    expect(told.match(/#\/\w+/g)).toEqual(['#/product', '#/durationMinutes', '#/recurrence'])
  })

  const { end: _, ...openEnded } = PLANNED
  const { durationMinutes: __, ...endless } = ADHOC
  test.each<[string, object, string]>([
    ['a start for now', { ...ADHOC, start: PLANNED.start }, '#/start: An ad-hoc session starts'],
    ['a series from now', { ...ADHOC, recurrence: 'FREQ=DAILY;COUNT=2' }, '#/recurrence: An ad-hoc session'],
    ['no start', { ...PLANNED, start: undefined }, '#/start: A planned session needs a start.'],
    ['neither end nor duration', openEnded, '#/end: Period and duration are both open'],
    ['neither end nor duration, now', endless, '#/end: Period and duration are both open'],
    ['an end before the start', { ...PLANNED, end: '2026-11-23T08:59:59Z' }, '#/end: The end is not after the start.'],
    ['an end at the start', { ...PLANNED, end: '2026-11-23T09:00:00Z' }, '#/end: The end is not after the start.'],
    ['an end that is past', { ...endless, end: BEFORE }, '#/end: The end is not in the future.'],
    [
      'a planned end that is past',
      { ...PLANNED, start: '2026-11-23T07:00:00Z', end: BEFORE },
      '#/end: The end is not in the future.',
    ],
    [
      'a duration that is past',
      { ...openEnded, start: '2026-11-23T07:00:00Z', durationMinutes: 60 },
      '#/durationMinutes: The end is not in the future.',
    ],
  ])('must not have %s', async (_what, values, complaint) => {
    expect(await booking(values)).toContain(`422 invalid-parameters ${complaint}`)
  })
})

describe('a series', () => {
  test.each([
    'FREQ=DAILY;COUNT=5',
    'FREQ=WEEKLY;INTERVAL=2;UNTIL=20270101T000000Z;BYDAY=MO,TH',
    'FREQ=MONTHLY;COUNT=1000;BYMONTHDAY=23',
    'FREQ=MONTHLY;COUNT=12;BYDAY=4MO',
    'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-2;COUNT=2;WKST=SU',
    'FREQ=DAILY;UNTIL=20261123T090000Z',
  ])('may be %s', async (recurrence) => {
    expect(await booking({ ...PLANNED, recurrence })).toBe('no problem: 201')
  })

  test.each([
    ['', 'form NAME=value'],
    ['RRULE:FREQ=DAILY;COUNT=2', 'without its name'],
    ['FREQ=DAILY;COUNT=2;', 'form NAME=value'],
    ['FREQ=DAILY;COUNT', 'form NAME=value'],
    ['FREQ=DAILY;COUNT=2=3', 'form NAME=value'],
    ['freq=daily;count=2', 'freq is not known'],
    ['COUNT=2;FREQ=DAILY', 'FREQ is not the first part'],
    ['FREQ=daily;COUNT=2', 'FREQ is none of'],
    ['FREQ=YEARLY;COUNT=2', 'FREQ is none of'],
    ['FREQ=DAILY;COUNT=2;COUNT=3', 'COUNT stands twice'],
    ['FREQ=DAILY;COUNT=2;BYHOUR=9', 'BYHOUR is not known'],
    ['FREQ=DAILY', 'no end: give COUNT or UNTIL'],
    ['FREQ=DAILY;COUNT=2;UNTIL=20270101T000000Z', 'exclude each other'],
    ['FREQ=DAILY;COUNT=0', 'COUNT is no whole number'],
    ['FREQ=DAILY;COUNT=02', 'COUNT is no whole number'],
    ['FREQ=DAILY;COUNT=1001', 'COUNT is more than 1000'],
    ['FREQ=DAILY;INTERVAL=-1;COUNT=2', 'INTERVAL is no whole number'],
    ['FREQ=DAILY;UNTIL=20270101', 'UNTIL is no date and time in UTC'],
    ['FREQ=DAILY;UNTIL=20270101T000000', 'UNTIL is no date and time in UTC'],
    ['FREQ=DAILY;UNTIL=20270230T000000Z', 'UNTIL is no date and time in UTC'],
    ['FREQ=DAILY;UNTIL=20300101T000000Z', 'more than 1000 occurrences'],
    ['FREQ=DAILY;UNTIL=20261122T000000Z', 'start is no occurrence'],
    ['FREQ=WEEKLY;COUNT=2;BYDAY=Mo', 'BYDAY is no list'],
    ['FREQ=WEEKLY;COUNT=2;BYDAY=6MO', 'BYDAY is no list'],
    ['FREQ=WEEKLY;COUNT=2;BYDAY=2MO', 'FREQ is not MONTHLY'],
    ['FREQ=WEEKLY;COUNT=2;BYDAY=TU', 'start is no occurrence'],
    ['FREQ=WEEKLY;COUNT=2;BYMONTHDAY=23', 'BYMONTHDAY is not for weeks'],
    ['FREQ=MONTHLY;COUNT=2;BYMONTHDAY=0', 'BYMONTHDAY is no list'],
    ['FREQ=MONTHLY;COUNT=2;BYMONTHDAY=32', 'BYMONTHDAY is no list'],
    ['FREQ=MONTHLY;COUNT=2;BYSETPOS=1', 'BYSETPOS needs'],
    ['FREQ=MONTHLY;COUNT=2;BYDAY=MO;BYSETPOS=x', 'BYSETPOS is no list'],
    ['FREQ=DAILY;COUNT=2;WKST=MONDAY', 'WKST is no weekday'],
    [7, 'This is no text'],
  ])('must not be %s', async (recurrence, complaint) => {
    const told = await booking({ ...PLANNED, recurrence })
    expect(told).toMatch(/^422 invalid-parameters #\/recurrence: /)
    expect(told).toContain(complaint)
  })
})
