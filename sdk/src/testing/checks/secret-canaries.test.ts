/** A link that is opened and never shown may carry its target's token; nothing else may. @module */
import { expect, test } from 'vitest'
import type { Outcome } from '../../outcome.ts'
import { definePlugin } from '../../plugin.ts'
import { url } from '../../url.ts'
import { secretCanaries } from './secret-canaries.ts'

const TOKEN = 'a token made up for this test'
const PASSWORD = 'a password made up for this test'

/** How many leaks there are where `join` gives this. */
async function leaks(build: (token: string, password: string) => Outcome): Promise<number> {
  const secret = { type: 'secret', label: 'Secret' } as const
  const plugin = definePlugin({
    api: 1,
    id: 'example.meet',
    name: 'Meet',
    version: '1.0.0',
    permissions: { open: ['https://meet.example/*'] },
    account: { password: secret },
    target: { name: 'Session', fields: { token: secret } },
    actions: ({ link }) => ({
      join: link({
        label: 'Join',
        for: 'me',
        build: ({ account, target }) => build(target.token.reveal(), account.password.reveal()),
      }),
    }),
  })
  const example = { name: 'joins', action: 'join', account: { password: PASSWORD }, target: { token: TOKEN }, now: 0 }
  const problems = await secretCanaries.find(plugin, [example], {})
  return problems === 'not-applicable' ? 0 : problems.length
}

const link = (secret: string) => url('https://meet.example/', { token: secret })

test('a sensitive link may carry the token', async () => {
  expect(await leaks((token) => ({ type: 'tab', url: link(token), sensitive: true }))).toBe(0)
})

test.each<[string, (token: string, password: string) => Outcome]>([
  ['a link that may be shown', (token) => ({ type: 'tab', url: link(token) })],
  ['links to hand out', (token) => ({ type: 'links', guest: link(token) })],
  ['a message', (token) => ({ type: 'done', message: token })],
  [
    'a sensitive link with the account’s password',
    (_token, password) => ({ type: 'tab', url: link(password), sensitive: true }),
  ],
])('%s may not', async (_name, build) => {
  expect(await leaks(build)).toBeGreaterThan(0)
})
