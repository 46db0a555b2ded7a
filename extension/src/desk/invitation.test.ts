import type { InviteOutcome } from '@joinery/sdk'
import { describe, expect, test, vi } from 'vitest'
import { handedOut, invitationWithLink } from './invitation.ts'

vi.mock('wxt/browser', () => import('./browser-fixture.ts'))

const outcome: InviteOutcome = {
  type: 'invite',
  title: 'Weekly review',
  start: 1_000_000,
  minutes: 30,
  recurrence: 'FREQ=DAILY',
  timeZone: 'Europe/Berlin',
  uid: 'meeting-1',
  sequence: 2,
  links: { me: 'https://meet.example/me', guest: 'https://meet.example/all' },
  guests: [
    { name: 'Ada', email: 'ada@example.com', link: 'https://meet.example/ada' },
    { name: 'Bob', link: 'https://meet.example/bob' },
  ],
}

test('everything is handed out but the user’s own link; the link for all comes last', () => {
  expect(handedOut(outcome, { firstName: 'Joe', lastName: 'Smith', email: 'joe@smith.com' })).toEqual({
    title: 'Weekly review',
    start: 1_000_000,
    minutes: 30,
    recurrence: 'FREQ=DAILY',
    timeZone: 'Europe/Berlin',
    uid: 'meeting-1',
    sequence: 2,
    isCancelled: false,
    organizer: { name: 'Joe Smith', email: 'joe@smith.com' },
    guests: [
      { name: 'Ada', email: 'ada@example.com', link: 'https://meet.example/ada', isForAll: false },
      { name: 'Bob', link: 'https://meet.example/bob', isForAll: false },
      { name: '', link: 'https://meet.example/all', isForAll: true },
    ],
  })
})

test('without more than a title and a link it has a UID of its own, and nobody’s address', () => {
  const made = handedOut({ type: 'invite', title: 'Now', links: { guest: 'https://meet.example/all' } }, {})
  expect(made).toMatchObject({ title: 'Now', sequence: 0, isCancelled: false })
  expect(made.uid).toMatch(/^[0-9a-f-]{36}@joinery$/)
  expect(Object.keys(made)).not.toContain('organizer')
})

test.each([
  [-1, 0],
  [1.5, 1],
])('a sequence of %d counts as %d', (sequence, expected) => {
  expect(handedOut({ ...outcome, sequence }, {}).sequence).toBe(expected)
})

test('an invitation for nobody is refused', () => {
  const nobody: InviteOutcome = { type: 'invite', title: 'Now', links: { me: 'https://meet.example/me' }, guests: [] }
  expect(() => handedOut(nobody, {})).toThrow(expect.objectContaining({ code: 'not-applicable' }))
})

describe('a link alone', () => {
  const links = {
    type: 'links',
    guest: 'https://meet.example/ada',
    me: 'https://meet.example/me',
    expiresAt: 7,
  } as const
  const ada = { firstName: 'Ada', lastName: 'Example', email: 'ada@example.com' }

  test('is an invitation of its guest, for as long as it works, and holds none of the user’s', () => {
    const made = invitationWithLink(links, 'Support', ada, { firstName: 'Joe', email: 'joe@smith.com' })
    expect(made).toMatchObject({
      title: 'Support',
      expiresAt: 7,
      isCancelled: false,
      guests: [{ name: 'Ada Example', email: 'ada@example.com', link: links.guest, isForAll: false }],
    })
    expect(JSON.stringify(made)).not.toContain(links.me)
  })

  test.each([
    ['is for the user alone', { type: 'links', me: 'https://meet.example/me' } as const],
    ['grants access by itself', { ...links, sensitive: true } as const],
  ])('is none where it %s', (_, outcome) => {
    expect(invitationWithLink(outcome, 'Support', ada, {})).toBeUndefined()
  })
})
