/** One address is one person: two never share a token. @module */
import { describe, expect, test } from 'vitest'
import { contact, invited, tokenIn } from '../test/guests.ts'
import { run } from '../test/runs.ts'
import { bob, session, ZOE_TOKEN, zoe } from './example-values.ts'

describe('an address of somebody else in the session', () => {
  const shared = { name: 'Eve Adams', email: 'ZOE@example.com' }

  test('is refused at its field, with both names, and nothing is sent', async () => {
    const several = await run('inviteSeveral', { target: session, input: { participants: [bob, shared] } })
    expect([several.error?.code, several.error?.field]).toEqual(['invalid', 'participants.1.email'])
    expect(several.error?.message).toMatch(/“Zoë Ann”.*“Eve Adams”/)
    const one = await run('invite', { target: session, person: { ...contact, email: zoe.email } })
    expect([one.error?.code, one.error?.field]).toEqual(['invalid', 'email'])
    expect([several.requests.length, one.requests.length]).toEqual([0, 0])
  })

  test('is no obstacle where the name is merely written otherwise', async () => {
    const participants = [{ name: ' ZOE\u0308  ann', email: 'ZOE@example.com' }]
    const { outcome } = await run('inviteSeveral', { target: session, input: { participants } })
    expect(invited(outcome).map(({ link }) => tokenIn(link))).toEqual([ZOE_TOKEN])
  })
})
