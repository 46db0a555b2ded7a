/** Where values go is found out by runs with others in their place. @module */
import { describe, expect, test } from 'vitest'
import { hmac } from '../hash.ts'
import { definePlugin, type Plugin } from '../plugin.ts'
import type { Example } from '../testing/example.ts'
import { url } from '../url.ts'
import { traceValues } from './trace.ts'

const base64url = (text: string) => Buffer.from(text).toString('base64url')
const hex = (key: string, text: string) => Buffer.from(hmac('sha256', key, text)).toString('hex')

const plugin: Plugin = definePlugin({
  api: 1,
  id: 'example.meet',
  name: 'Meet',
  version: '1.0.0',
  permissions: { open: ['{account.server}/*'], fetch: ['{account.server}/*'] },
  account: {
    server: { type: 'url', label: 'Server' },
    key: { type: 'secret', label: 'Key' },
    token: { type: 'boolean', label: 'Token', default: false },
    form: { type: 'text', label: 'Form', pattern: 'only this' },
  },
  target: {
    name: 'Room',
    fields: {
      room: { type: 'text', label: 'Room', pattern: 'r\\d{6}' },
      label: { type: 'text', label: 'Name', optional: true },
      minutes: { type: 'number', label: 'Minutes', min: 5, max: 6 },
      role: { type: 'choice', label: 'Role', options: { '0': 'guest', '1': 'host' } },
      muted: { type: 'boolean', label: 'Muted' },
    },
  },
  actions: ({ link, task }) => ({
    join: [
      link({
        label: 'Join',
        for: 'me',
        when: { token: false },
        build({ account, target, person, now }) {
          const expires = now / 1000 + target.minutes * 60
          const shown = { id: target.room.slice(1), role: target.role, name: person.firstName?.toUpperCase(), expires }
          const signature = hex(account.key.reveal(), `${target.room}${target.role}${expires}`)
          return {
            type: 'tab',
            url: url(`${account.server}${target.room}`, { ...shown, muted: target.muted || undefined, signature }),
          }
        },
      }),
      task({
        label: 'Join',
        for: 'me',
        when: { token: true },
        async run({ account, target, person, host }) {
          const json = { people: [{ mail: person.email }], room: target.label }
          await host.fetch(`${account.server}api`, { method: 'POST', headers: { 'x-key': account.key.reveal() }, json })
          const text = `${base64url('{"alg":"HS256"}')}.${base64url(JSON.stringify({ sub: target.room }))}`
          return { type: 'tab', url: url(account.server, { jwt: `${text}.${hex(account.key.reveal(), text)}` }) }
        },
      }),
    ],
  }),
})

const example: Example = {
  name: 'joins',
  action: 'join',
  account: { server: 'https://meet.example/', key: 'made up', form: 'only this' },
  target: { room: 'r123456', minutes: 5, role: '0' },
  person: { firstName: 'Ada' },
  now: 1_700_000_000_000,
}

/** What was found of one value, in words. */
async function found(example: Example) {
  const traces = await traceValues(plugin, example)
  return Object.fromEntries(
    traces.map(({ origin, differences, tried, chooses }) => [
      `${origin.form}.${origin.name}`,
      [
        ...(tried ? [] : ['untried']),
        ...(chooses ? ['chooses'] : []),
        ...differences.map(({ part: { of, kind, name, within }, use }) =>
          [use, of, kind, name, within].filter((word) => word !== undefined && word !== '').join(' '),
        ),
      ],
    ]),
  )
}

describe('in a link', () => {
  test('every value is found by how it is used', async () => {
    expect(await found(example)).toMatchObject({
      'account.server': ['shown link address'],
      'account.key': ['signed link parameter signature'],
      'account.token': ['chooses'],
      'account.form': ['untried'],
      'target.room': ['shown link path 1', 'shown link parameter id', 'signed link parameter signature'],
      'target.label': [],
      'target.minutes': ['computed link parameter expires', 'signed link parameter signature'],
      'target.role': ['shown link parameter role', 'signed link parameter signature'],
      'target.muted': ['switched link parameter muted'],
      'person.firstName': ['shown link parameter name'],
      'person.email': [],
    })
  })
})

describe('in a task', () => {
  test('requests and the claims of a token are looked into', async () => {
    const replies = [{ request: { url: 'https://meet.example/api' } }]
    const account = { ...example.account, token: true }
    expect(await found({ ...example, account, replies })).toMatchObject({
      'account.server': ['shown link address', 'shown request address'],
      'account.key': ['signed link parameter jwt', 'shown request header x-key'],
      'target.room': ['signed link parameter jwt', 'shown link claim sub jwt'],
      'target.label': ['shown request body room'],
      'target.minutes': [],
      'person.firstName': [],
      'person.email': ['shown request body people[].mail'],
    })
  })
})

test('an example that is refused tells nothing', async () => {
  expect(await traceValues(plugin, { ...example, account: {} })).toEqual([])
})
