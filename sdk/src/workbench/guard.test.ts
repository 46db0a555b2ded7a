/** The workbench answers its own page alone. @module */
import { expect, test } from 'vitest'
import { type Asking, admitted } from './guard.ts'

const home = { port: 4321, token: 'k7_token' }
const own = { host: '127.0.0.1:4321' }
const post = { ...own, origin: 'http://127.0.0.1:4321', 'content-type': 'application/json' }
const get = (headers: Asking['headers'], url = '/k7_token/state'): Asking => ({ method: 'GET', url, headers })
const send = (headers: Asking['headers']): Asking => ({ method: 'POST', url: '/k7_token/ask', headers })

test.each<[string, Asking, string | number]>([
  ['its page', get(own, '/k7_token/'), ''],
  ['its page by the other name', get({ host: 'localhost:4321' }), 'state'],
  ['its page, as a browser asks', get({ ...own, 'sec-fetch-site': 'same-origin' }), 'state'],
  ['its address, typed', get({ ...own, 'sec-fetch-site': 'none' }), 'state'],
  ['a question of its page', send(post), 'ask'],
  ['a name that leads here', get({ host: 'evil.example:4321' }), 421],
  ['another port', get({ host: '127.0.0.1:80' }), 421],
  ['no name', get({}), 421],
  ['another site’s script', get({ ...own, 'sec-fetch-site': 'cross-site' }), 403],
  ['another page of this machine', get({ ...own, 'sec-fetch-site': 'same-site' }), 403],
  ['an address without its token', get(own, '/state'), 404],
  ['an address with another token', get(own, '/k7_tokem/state'), 404],
  ['an address with a longer token', get(own, '/k7_token1/state'), 404],
  ['another site’s question', send({ ...post, origin: 'https://evil.example' }), 403],
  ['a question from a file', send({ ...post, origin: 'null' }), 403],
  ['a question of nobody', send({ ...own, 'content-type': 'application/json' }), 403],
  ['a question by a form', send({ ...post, 'content-type': 'text/plain' }), 415],
  ['another method', { ...send(post), method: 'PUT' }, 405],
])('%s', (_name, asking, expected) => {
  expect(admitted(asking, home)).toBe(expected)
})
