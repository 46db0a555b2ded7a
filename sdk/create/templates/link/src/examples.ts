/** Examples of the Example Meet plugin: the checks verify each, and vary it. @module */
import type { Example } from '@joinery/sdk/testing'

const target = { room: 'lobby' }
const now = 1_700_000_000_000

const examples: readonly Example[] = [
  {
    name: 'joins a room by both names',
    action: 'join',
    target,
    person: { firstName: 'Zoë', lastName: "O'Brien" },
    now,
    outcome: { type: 'tab', url: 'https://meet.example/join?room=lobby&name=Zo%C3%AB%20O%27Brien' },
  },
  {
    name: 'joins a room by the first name alone',
    action: 'join',
    target,
    person: { firstName: 'Zoë' },
    now,
    outcome: { type: 'tab', url: 'https://meet.example/join?room=lobby&name=Zo%C3%AB' },
  },
  {
    name: 'makes a link for the contact',
    action: 'invite',
    target,
    person: { firstName: 'Ada', lastName: 'King' },
    now,
    outcome: { type: 'links', guest: 'https://meet.example/join?room=lobby&name=Ada%20King' },
  },
  {
    name: 'refuses to join without a room',
    action: 'join',
    person: { firstName: 'Zoë' },
    now,
    error: { code: 'missing', field: 'room' },
  },
]

export default examples
