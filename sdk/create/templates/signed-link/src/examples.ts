/** Examples of the Example Meet plugin: the checks verify each, and vary it. @module */
import type { Example } from '@joinery/sdk/testing'

const account = { key: 'a key made up for this example' }
const target = { room: 'lobby' }
const now = 1_700_000_000_000
const expiresAt = 1_700_000_600_000

const examples: readonly Example[] = [
  {
    name: 'joins a room as its host',
    action: 'join',
    account,
    target,
    person: { firstName: 'Zoë' },
    now,
    outcome: {
      type: 'tab',
      url: 'https://meet.example/join?room=lobby&name=Zo%C3%AB&role=host&expires=1700000600&signature=a33965e8a871e78485b768335816047c37c7d112384eb86dd2a0814daf2799a4',
      expiresAt,
      sensitive: true,
    },
  },
  {
    name: 'makes a link for the contact',
    action: 'invite',
    account,
    target,
    person: { firstName: 'Ada' },
    now,
    outcome: {
      type: 'links',
      guest:
        'https://meet.example/join?room=lobby&name=Ada&role=guest&expires=1700000600&signature=401484b7be893b73e4d0b6b5e1e9997de4efbb218942243ca40b574c6bf970ef',
      expiresAt,
      sensitive: true,
    },
  },
  {
    name: 'refuses to join without a key',
    action: 'join',
    target,
    person: { firstName: 'Zoë' },
    now,
    error: { code: 'missing', field: 'key' },
  },
]

export default examples
