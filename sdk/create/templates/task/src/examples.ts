/** Examples of the Example Meet plugin: the checks verify each, and vary it. @module */
import type { Example } from '@joinery/sdk/testing'

const account = { server: 'https://meet.example/', key: 'a key made up for this example' }
const now = 1_700_000_000_000
const request = {
  method: 'POST',
  url: 'https://meet.example/api/rooms',
  headers: { authorization: 'Bearer a key made up for this example' },
  json: { title: 'Review' },
}

const examples: readonly Example[] = [
  {
    name: 'books a room and stores it',
    action: 'book',
    account,
    input: { title: 'Review' },
    now,
    replies: [{ request, status: 201, json: { id: 'r-7' } }],
    outcome: { type: 'target', target: { room: 'r-7', label: 'Review' } },
  },
  {
    name: 'says that the key is wrong',
    action: 'book',
    account,
    input: { title: 'Review' },
    now,
    replies: [{ request, status: 401 }],
    error: { code: 'unauthorized' },
  },
  {
    name: 'finds an answer without an id bad',
    action: 'book',
    account,
    input: { title: 'Review' },
    now,
    replies: [{ request, status: 201, json: {} }],
    error: { code: 'bad-answer' },
  },
  {
    name: 'joins a room',
    action: 'join',
    account,
    target: { room: 'r-7', label: 'Review' },
    person: { firstName: 'Zoë' },
    now,
    outcome: { type: 'tab', url: 'https://meet.example/join?room=r-7&name=Zo%C3%AB' },
  },
]

export default examples
