/** Each participant has a token of their own, which is stored before it is handed out and never asked for twice. @module */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contact, fails, gives, invited, peopleIn, storesTimes, tokenIn } from '../test/guests.ts'
import { type Arrived, bare, json, newToken, run } from '../test/runs.ts'
import { bob, session, ZOE_TOKEN, zoe } from './example-values.ts'
import type { Participant } from './fields.ts'

test('everybody gets the token that the gateway gave them, in whatever order', async () => {
  const tokens = new Map<string, string>()
  const people = Array.from({ length: 20 }, (_, index) => ({
    name: `Guest ${index}`,
    email: `guest${index}@example.com`,
  }))
  const { outcome, kept, requests } = await run(
    'inviteSeveral',
    { target: session, input: { participants: people } },
    { answer: gives(tokens) },
  )
  expect(requests).toHaveLength(1)
  expect(invited(outcome).map(({ email, link }) => [email, tokenIn(link)])).toEqual(
    people.map(({ email }) => [email, tokens.get(email)]),
  )
  // Sorted otherwise or with somebody in between, everybody is found again, without asking.
  const participants = [...((kept?.participants as readonly Participant[] | undefined) ?? [])].reverse()
  const again = await run('inviteSeveral', {
    target: { ...kept, participants },
    input: { participants: [people[7], people[3]] },
  })
  expect(again.requests).toEqual([])
  expect(invited(again.outcome).map(({ link }) => tokenIn(link))).toEqual(
    [7, 3].map((index) => tokens.get(`guest${index}@example.com`)),
  )
})

test('people without an address are told apart by their names', async () => {
  const tokens = new Map<string, string>()
  const participants = [{ name: 'Ada' }, { name: 'Bob' }, { name: 'Ada', email: 'ada@example.com' }]
  const { outcome } = await run(
    'inviteSeveral',
    { target: session, input: { participants } },
    { answer: gives(tokens) },
  )
  expect(invited(outcome).map(({ link }) => tokenIn(link))).toEqual(
    ['Ada', 'Bob', 'ada@example.com'].map((key) => tokens.get(key)),
  )
})

test('an answer without addresses goes by names, where they are clear', async () => {
  const named = (request: Arrived) =>
    json({ participants: peopleIn(request).map(({ name }) => ({ name, token: newToken() })) }, 201)
  const clear = await run('invite', { target: session, person: contact }, { answer: named })
  expect(invited(clear.outcome)).toHaveLength(1)
  const participants = [bob, { ...bob, email: 'other@example.com' }]
  const unclear = await run('inviteSeveral', { target: session, input: { participants } }, { answer: named })
  expect([unclear.outcome, unclear.error?.code]).toEqual([undefined, 'bad-answer'])
})

test('the tokens are stored before the invitation is there', async () => {
  const tokens = new Map<string, string>()
  const { saves } = await run('invite', { target: session, person: contact }, { answer: gives(tokens) })
  const [before, first, second] = saves.map(bare)
  expect(before).toEqual(session)
  expect(first?.participantsAnswer).toContain(tokens.get(bob.email))
  expect(second).toMatchObject({ participants: [zoe, bob] })
  expect(JSON.parse(String(second?.participantTokens))).toEqual({
    'email:zoe@example.com': ZOE_TOKEN,
    'email:bob@example.com': tokens.get(bob.email),
  })
  expect(second).not.toHaveProperty('participantsAnswer')
})

describe('storing fails', () => {
  test.each([
    ['as the host says', fails, 'unreachable', 'The vault is locked.'],
    ['in a way of its own', () => Promise.reject(new Error('disk')), 'conflict', 'was not asked for anything.'],
  ])('before anything was asked for, %s: no token is made', async (_name, save, code, why) => {
    const { error, requests } = await run(
      'invite',
      { target: session, person: contact },
      { answer: gives(new Map()), save },
    )
    expect([error?.code, requests.length]).toEqual([code, 0])
    expect(error?.message).toContain('cannot be stored')
    expect(error?.message).toContain(why)
  })

  test('from the answer on: the session is handed out, and the next invitation asks for nothing', async () => {
    const tokens = new Map<string, string>()
    const { outcome, kept } = await run(
      'invite',
      { target: session, person: contact },
      { answer: gives(tokens), save: storesTimes(1) },
    )
    expect(outcome?.type).toBe('target')
    const again = await run('invite', { target: kept ?? {}, person: contact })
    expect([again.requests.length, tokenIn(invited(again.outcome)[0]?.link ?? '')]).toEqual([0, tokens.get(bob.email)])
  })

  test('from the answer on, and it is not understood: it is handed out as it came', async () => {
    const { kept } = await run(
      'invite',
      { target: session, person: contact },
      { answer: () => new Response('<'), save: storesTimes(1) },
    )
    expect(kept?.participantsAnswer).toMatch(/\n<$/)
  })

  test('after the answer was: it is read at the next invitation', async () => {
    const tokens = new Map<string, string>()
    const save = storesTimes(2)
    const { saves } = await run('invite', { target: session, person: contact }, { answer: gives(tokens), save })
    const again = await run('invite', { target: bare(saves[1] ?? {}), person: contact })
    expect([again.requests.length, tokenIn(invited(again.outcome)[0]?.link ?? '')]).toEqual([0, tokens.get(bob.email)])
  })
})

describe('an answer that cannot be used', () => {
  const other = newToken()
  test.each<[string, object]>([
    ['names nobody', { participants: [] }],
    ['names somebody else', { participants: [{ name: 'Eve', email: 'eve@example.com', token: other }] }],
    [
      'names somebody twice',
      {
        participants: [
          { ...bob, token: other },
          { ...bob, token: newToken() },
        ],
      },
    ],
    ['has no token', { participants: [bob] }],
    ['has a token of another form', { participants: [{ ...bob, token: 'x' }] }],
    ['has the moderator’s token', { participants: [{ ...bob, token: session.moderatorToken }] }],
    ['has another participant’s token', { participants: [{ ...bob, token: ZOE_TOKEN }] }],
  ])('%s: nobody is given a link, and it is not asked for again', async (_name, body) => {
    const { outcome, error, kept } = await run(
      'invite',
      { target: session, person: contact },
      { answer: () => json(body, 201) },
    )
    expect(outcome).toBeUndefined()
    expect(['bad-answer', 'invalid', 'unsafe']).toContain(error?.code)
    const again = await run('invite', { target: kept ?? {}, person: contact }, { answer: gives(new Map()) })
    expect([again.outcome, again.requests.length]).toEqual([undefined, 0])
    const thrownAway = await run('readAnswer', { target: kept ?? {}, input: { discard: true } })
    const third = await run('invite', { target: thrownAway.kept ?? {}, person: contact }, { answer: gives(new Map()) })
    expect(invited(third.outcome)).toHaveLength(1)
  })
})

test.each([500, 504, 408])('%i: people may have been entered, and are not asked for again', async (status) => {
  const { requests, error, saves } = await run(
    'invite',
    { target: session, person: contact },
    { answer: () => new Response('', { status }) },
  )
  expect([requests.length, error?.code, saves.map(bare)]).toEqual([1, 'ambiguous', [session]])
})

describe('nothing is sent', () => {
  test.each<[string, object, object, string]>([
    ['for nobody', {}, { participants: [] }, 'participants'],
    ['for an address that is none', {}, { participants: [{ name: 'Bob', email: 'bob' }] }, 'participants.0.email'],
    ['for a name that is empty', {}, { participants: [bob, { name: '  ' }] }, 'participants.1.name'],
    ['for somebody twice', {}, { participants: [{ name: 'Bob' }, { name: ' bob ' }] }, 'participants.1.name'],
    ['for a session without a number', { sessionNumber: undefined }, { participants: [bob] }, 'sessionNumber'],
    ['for a session that has expired', { state: 'expired' }, { participants: [bob] }, 'state'],
    [
      'for a session whose tokens are damaged',
      { participantTokens: '[' },
      { participants: [bob] },
      'participantTokens',
    ],
    [
      'for a session that is full',
      { participants: Array.from({ length: 60 }, (_, index) => ({ name: `Guest ${index}` })) },
      { participants: [bob] },
      'participants',
    ],
  ])('%s', async (_name, target, input, field) => {
    const request = { target: { ...session, ...target }, input: { ...input } }
    const { error, requests } = await run('inviteSeveral', request, { answer: gives(new Map()) })
    expect([error?.field, requests.length]).toEqual([field, 0])
  })
})

test('whatever the answer says, only our errors come, and no token is lost or mixed up', async () => {
  const token = newToken()
  const value = fc.oneof(
    fc.string(),
    fc.constant(token),
    fc.constant(null),
    fc.constant(bob.email),
    fc.constant(bob.name),
  )
  const entry = fc.oneof(fc.object(), fc.record({ name: value, email: value, token: value }, { requiredKeys: [] }))
  const bodies = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.json(),
    fc.record({ participants: fc.array(entry, { maxLength: 3 }) }).map((body) => JSON.stringify(body)),
  )
  const property = fc.asyncProperty(bodies, async (body) => {
    const { saves, error, outcome } = await run(
      'invite',
      { target: session, person: contact },
      { answer: () => new Response(body) },
    )
    expect(
      String(bare(saves[1] ?? {}).participantsAnswer)
        .split('\n')
        .slice(1)
        .join('\n'),
    ).toBe(new TextDecoder().decode(new TextEncoder().encode(body)))
    if (error !== undefined) expect([error.name, error.code === 'internal']).toEqual(['PluginError', false])
    for (const { link } of invited(outcome)) expect(tokenIn(link)).toBe(token)
  })
  await fc.assert(property, { numRuns: 200 })
})
