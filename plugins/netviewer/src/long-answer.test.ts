/** Answers with more than a secret holds: no token in them is lost. @module */
import { describe, expect, test } from 'vitest'
import { gives, invited, peopleIn, storesTimes, tokenIn } from '../test/guests.ts'
import { type Arrived, bare, json, newToken, run } from '../test/runs.ts'
import { session, ZOE_TOKEN } from './example-values.ts'

describe('an answer that is too long to be stored', () => {
  const people = Array.from({ length: 20 }, (_, index) => ({ name: `Guest ${index}` }))
  const request = { target: session, input: { participants: people } }
  /** A gateway that says 2,000 characters of each. */
  const verbose = (tokens: Map<string, string>, token?: string) => (arrived: Arrived) => {
    const participants = peopleIn(arrived).map(({ name }) => {
      const own = token ?? newToken()
      tokens.set(name, own)
      return { terms: 'x'.repeat(2000), name, token: own }
    })
    return json({ participants }, 201)
  }
  const expectedTokens = (tokens: Map<string, string>) => people.map(({ name }) => tokens.get(name))

  test('is read whole; what it says is the first to be stored', async () => {
    const tokens = new Map<string, string>()
    const { outcome, saves } = await run('inviteSeveral', request, { answer: verbose(tokens) })
    expect(invited(outcome).map(({ link }) => tokenIn(link))).toEqual(expectedTokens(tokens))
    expect(saves).toHaveLength(2)
    const [, first] = saves.map(bare)
    expect(Object.values(JSON.parse(String(first?.participantTokens)))).toEqual([ZOE_TOKEN, ...expectedTokens(tokens)])
    expect(first).not.toHaveProperty('participantsAnswer')
  })

  test('and of which nothing can be stored any more is handed out with what it says', async () => {
    const tokens = new Map<string, string>()
    const { outcome, kept } = await run('inviteSeveral', request, { answer: verbose(tokens), save: storesTimes(1) })
    expect(outcome?.type).toBe('target')
    const again = await run('inviteSeveral', { ...request, target: kept ?? {} })
    expect(invited(again.outcome).map(({ link }) => tokenIn(link))).toEqual(expectedTokens(tokens))
  })

  test('and is not understood is stored as far as it can be, and can be thrown away', async () => {
    const { error, kept } = await run('inviteSeveral', request, { answer: verbose(new Map(), 'x') })
    expect([error?.code, error?.field]).toEqual(['invalid', 'tokenPattern'])
    expect(error?.message).toContain('too long')
    expect(String(kept?.participantsAnswer)).toHaveLength(20_000)
    const thrownAway = await run('readAnswer', { target: kept ?? {}, input: { discard: true } })
    const again = await run(
      'inviteSeveral',
      { ...request, target: thrownAway.kept ?? {} },
      { answer: gives(new Map()) },
    )
    expect(invited(again.outcome)).toHaveLength(20)
  })
})
