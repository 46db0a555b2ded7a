/** A moderator's token is in nothing that participants get, whatever the gateway answers and whatever is stored. @module */
import type { InviteOutcome, Outcome } from '@joinery/sdk'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Arrived, json, run } from '../test/runs.ts'
import { account, BOB_TOKEN, bob, MODERATOR, me, NOW, session, ZOE_TOKEN, zoe } from './example-values.ts'
import netviewer from './index.ts'

/** The actions that open a session for the user: there, and there alone, the moderator's token belongs. */
const OPENING: ReadonlySet<string> = new Set(['join', 'joinByToken'])
const inputs: Readonly<Record<string, object>> = {
  joinByToken: { token: MODERATOR },
  schedule: { start: NOW + 3_600_000, durationMinutes: 30, timeZone: 'UTC', repeats: true, count: 2 },
  inviteSeveral: { participants: [zoe, bob] },
  change: { subject: 'Another', start: session.start + 60_000, end: session.end },
  readAnswer: { discard: true },
  usageReport: { from: NOW - 1, to: NOW + 400 * 86_400_000 },
}
const actions = Object.keys(netviewer.actions)

/** All of an outcome that could reach anybody but the vault: a target's secrets are none of it. */
function textOf(outcome: Outcome | undefined): string {
  const text = JSON.stringify(outcome ?? '')
  return `${text} ${decodeURIComponent(text.replaceAll(/%(?![0-9a-f]{2})/gi, '%25'))}`.toUpperCase()
}

const trying = (action: string, target: object, answer: (request: Arrived) => Response) =>
  run(
    action,
    {
      account,
      target: { ...target },
      person: action === 'invite' ? { ...me, ...contact } : me,
      input: { ...inputs[action] },
    },
    { answer, targets: [{ sessionNumber: '4711', subject: 'Review', bookedAt: NOW }] },
  )
const contact = { firstName: 'Bob', lastName: 'Ross', email: bob.email }

function expectNoModerator(action: string, outcome: Outcome | undefined, error: unknown): void {
  expect(JSON.stringify([error, String(error)]).toUpperCase()).not.toContain(MODERATOR)
  if (OPENING.has(action)) {
    if (outcome !== undefined) expect(outcome).toMatchObject({ type: 'tab', sensitive: true })
    return
  }
  expect(textOf(outcome)).not.toContain(MODERATOR)
}

/** Nobody's entry holds what is another's. */
function expectOwnTokens(outcome: Outcome | undefined): void {
  if (outcome?.type !== 'invite') return
  const { guests = [] } = outcome as InviteOutcome
  for (const guest of guests) {
    const foreign = guest.email === zoe.email ? BOB_TOKEN : ZOE_TOKEN
    expect(JSON.stringify(guest)).not.toContain(foreign)
  }
  expect(JSON.stringify({ ...outcome, guests: [] })).not.toMatch(new RegExp(`${ZOE_TOKEN}|${BOB_TOKEN}`))
}

const good = ({ method, url, json: body }: Arrived): Response => {
  if (method === 'DELETE') return new Response(null, { status: 204 })
  if (url.endsWith('/participants')) {
    const { participants } = body as { participants: readonly { email: string }[] }
    return json({ participants: participants.map((one) => ({ ...one, token: BOB_TOKEN })) }, 201)
  }
  const times = { startedAt: '2026-03-23T09:00:00Z', endedAt: '2026-03-23T10:00:00Z', minutes: 60, participants: 2 }
  const status = { sessionNumber: '4711', state: 'booked', participantsPresent: 0, moderatorToken: MODERATOR }
  return url.endsWith('/usage') ? json({ ...status, ...times }) : json(status, method === 'POST' ? 201 : 200)
}

describe('every action', () => {
  test.each(actions)('%s, where all goes well', async (action) => {
    const { outcome, error } = await trying(action, { ...session, participantsAnswer: undefined }, good)
    if (!['readAnswer', 'test'].includes(action)) expect(outcome).toBeDefined()
    expectNoModerator(action, outcome, error)
    expectOwnTokens(outcome)
  })

  test.each(actions)('%s, where the gateway says the token wherever it can', async (action) => {
    const everywhere = {
      ...Object.fromEntries(
        ['sessionNumber', 'moderatorToken', 'state', 'startedAt', 'endedAt', 'validUntil', 'title', 'detail'].map(
          (name) => [name, MODERATOR],
        ),
      ),
      minutes: 1,
      participantsPresent: 1,
      participants: [{ ...bob, name: MODERATOR, token: MODERATOR }],
      errors: [{ pointer: `#/${MODERATOR}`, detail: MODERATOR }],
    }
    for (const status of [200, 201, 400, 404, 409, 422, 500]) {
      const { outcome, error } = await trying(action, session, () => json(everywhere, status))
      expectNoModerator(action, outcome, error)
    }
  })

  test.each(actions)('%s, where the token is stored where it does not belong', async (action) => {
    const misplaced = [
      { subject: `Review ${MODERATOR}` },
      { subject: `Review ${MODERATOR.toLowerCase()}` },
      { sessionNumber: MODERATOR },
      { uid: MODERATOR },
      { participants: [zoe, { ...bob, name: MODERATOR }] },
      { participants: [zoe, { name: 'Bob Ross', email: `${MODERATOR}@example.com` }] },
      { participantTokens: JSON.stringify({ 'email:zoe@example.com': MODERATOR, 'email:bob@example.com': MODERATOR }) },
      { participantTokens: JSON.stringify({ 'email:zoe@example.com': MODERATOR.toLowerCase() }) },
      { participantsAnswer: `[{"name":"Bob Ross"}]\n{"participants":[{"name":"Bob Ross","token":"${MODERATOR}"}]}` },
    ]
    for (const fields of misplaced) {
      const { outcome, error } = await trying(action, { ...session, ...fields }, good)
      // Tables stay with the user, and targets in the vault.
      if (outcome?.type !== 'table' && outcome?.type !== 'target') expectNoModerator(action, outcome, error)
    }
  })
})

test.each([['inviteSeveral'], ['change'], ['end']])(
  '%s never gives one participant’s token to another',
  async (action) => {
    const mixed = [
      { participantTokens: JSON.stringify({ 'email:zoe@example.com': ZOE_TOKEN, 'email:bob@example.com': ZOE_TOKEN }) },
      { subject: ZOE_TOKEN },
      { participants: [zoe, { ...bob, name: ZOE_TOKEN }] },
    ]
    for (const fields of mixed) {
      const { outcome } = await trying(action, { ...session, participants: [zoe, bob], ...fields }, good)
      expectOwnTokens(outcome)
    }
  },
)

test('a change that would tell everybody is not sent', async () => {
  const { error, requests } = await run(
    'change',
    { target: session, input: { subject: `Enter by ${MODERATOR}` } },
    { answer: good },
  )
  expect([error?.code, requests.length]).toEqual(['unsafe', 0])
})

test('the address of the program with a token in it gives no invitation', async () => {
  const { outcome, error } = await run(
    'invite',
    {
      account: { ...account, programUrl: `${account.programUrl}?host=${MODERATOR}` },
      target: session,
      person: contact,
    },
    { answer: good },
  )
  expect([outcome, error?.code]).toEqual([undefined, 'unsafe'])
})

test('whatever the gateway answers to whichever action, no token of the moderator comes out', async () => {
  const word = fc.oneof(
    fc.constant(MODERATOR),
    fc.constant(MODERATOR.toLowerCase()),
    fc.string(),
    fc.constant('4711'),
    fc.constant(BOB_TOKEN),
  )
  const entry = fc.record({ name: word, email: fc.constantFrom(bob.email, zoe.email), token: word })
  const body = fc.record(
    {
      sessionNumber: word,
      moderatorToken: word,
      state: fc.oneof(word, fc.constantFrom('booked', 'running', 'ended')),
      participantsPresent: fc.nat(),
      participants: fc.oneof(fc.array(entry, { maxLength: 3 }), fc.nat()),
      minutes: fc.nat(),
      startedAt: fc.oneof(word, fc.constant('2026-03-23T09:00:00Z')),
      detail: word,
    },
    { requiredKeys: [] },
  )
  const property = fc.asyncProperty(
    fc.constantFrom(...actions),
    body,
    fc.constantFrom(200, 201, 204, 400, 409),
    async (action, given, status) => {
      const answer = () => (status === 204 ? new Response(null, { status }) : json(given, status))
      const { outcome, error } = await trying(action, session, answer)
      if (error !== undefined) expect([error.name, error.code === 'internal']).toEqual(['PluginError', false])
      // A target is another session here, with another token, and goes into the vault.
      if (outcome?.type !== 'target') expectNoModerator(action, outcome, error)
    },
  )
  await fc.assert(property, { numRuns: 500 })
})
