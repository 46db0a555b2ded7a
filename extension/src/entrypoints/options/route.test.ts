import { expect, test } from 'vitest'
import { readRoute } from './route.ts'

test.each([
  ['', { section: 'me' }],
  ['#me', { section: 'me' }],
  ['#me/email', { section: 'me', field: 'email' }],
  ['#accounts', { section: 'accounts' }],
  ['#accounts/', { section: 'accounts' }],
  ['#accounts/new', { section: 'accounts', item: 'new' }],
  ['#targets/5/roomId', { section: 'targets', item: '5', field: 'roomId' }],
  ['#nothing/of/the/kind', { section: 'me' }],
])('the address %s names %o', (hash, route) => {
  expect(readRoute(hash)).toEqual(route)
})
