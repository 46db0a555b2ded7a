/** Promises of the types: what an action gets, by what its plugin declared. Compiled, never run. @module */
import { definePlugin, type ErrorCode, type Outcome, PluginError, type Secret } from '@joinery/sdk'

const base = { api: 1, id: 'example.meet', name: 'Meet', version: '1.0.0' } as const
const link = { type: 'tab', url: 'https://meet.example/' } as const satisfies Outcome
const account = {
  key: { type: 'secret', label: 'Key' },
  signing: { type: 'choice', label: 'Signing', options: { local: 'Here', remote: 'There' } },
  strict: { type: 'boolean', label: 'Strict' },
  server: { type: 'url', label: 'Server', when: { signing: 'remote' } },
} as const
const target = { name: 'Room', fields: { room: { type: 'text', label: 'Room' } } } as const

export const full = definePlugin({
  ...base,
  permissions: { open: ['https://meet.example/*'], fetch: ['{account.server}/*'] },
  account,
  target,
  actions: ({ link: makeLink, task }) => ({
    join: makeLink({
      label: 'Join',
      for: 'me',
      needs: ['firstName', 'email'],
      when: { signing: 'local', strict: true },
      input: { minutes: { type: 'number', label: 'Minutes' }, note: { type: 'text', label: 'Note', optional: true } },
      build({ account, target, person, input, now }) {
        const sure: readonly string[] = [person.firstName, person.email, target.room]
        const perhaps: readonly (string | undefined)[] = [person.lastName, person.phone, account.server, input.note]
        const numbers: readonly number[] = [input.minutes, now]
        const key: Secret = account.key
        const signing: 'local' | 'remote' = account.signing
        // @ts-expect-error: a fact that is not needed may be absent
        const lastName: string = person.lastName
        // @ts-expect-error: a setting that is not always shown may be absent
        const server: string = account.server
        // @ts-expect-error: an optional input may be absent
        const note: string = input.note
        // @ts-expect-error: a Secret is no text
        const text: string = account.key
        // @ts-expect-error: the choice has no such value
        const fax: 'fax' = account.signing
        // @ts-expect-error: there is no such setting
        const other = account.other
        // @ts-expect-error: there is no such fact
        const age = person.age
        // @ts-expect-error: arguments are read-only
        target.room = 'other'
        return {
          ...link,
          ...[sure, perhaps, numbers, key, signing, lastName, server, note, text, fax, other, age].slice(99),
        }
      },
    }),
    book: task({
      label: 'Book',
      for: 'contact',
      async run({ account, target, host, input }) {
        const reply = await host.fetch(`${account.server}/x`, { method: 'POST', json: {} })
        await host.save({ room: target.room })
        host.log(`${reply.status} ${host.random(2)} ${host.now()} ${host.signal.aborted}`)
        // @ts-expect-error: what a server answers has no type of its own
        reply.json().token
        // @ts-expect-error: no input was declared
        input.note
        // @ts-expect-error: there is no such method
        await host.fetch('https://meet.example/', { method: 'TRACE' })
        return link
      },
    }),
    // @ts-expect-error: there is no such fact
    older: makeLink({ label: 'Older', for: 'me', needs: ['age'], build: () => link }),
    either: makeLink({ label: 'Either', for: 'me', when: { signing: ['local', 'remote'] }, build: () => link }),
    // @ts-expect-error: signing has no such value, in a list neither
    neither: makeLink({ label: 'Neither', for: 'me', when: { signing: ['local', 'fax'] }, build: () => link }),
    // @ts-expect-error: signing has no such value
    faxed: makeLink({ label: 'Faxed', for: 'me', when: { signing: 'fax' }, build: () => link }),
    // @ts-expect-error: strict is yes or no
    strict: makeLink({ label: 'Strict', for: 'me', when: { strict: 'yes' }, build: () => link }),
    // @ts-expect-error: there is no such setting
    other: makeLink({ label: 'Other', for: 'me', when: { other: 'x' }, build: () => link }),
    // @ts-expect-error: a link is for me or the contact
    someone: makeLink({ label: 'Someone', for: 'someone', build: () => link }),
    // @ts-expect-error: a link is made at once
    later: makeLink({ label: 'Later', for: 'me', build: async () => link }),
    // @ts-expect-error: a link has no host
    hosted: makeLink({ label: 'Hosted', for: 'me', build: ({ host }) => (host ? link : link) }),
    // @ts-expect-error: there is no such outcome
    window: makeLink({ label: 'Window', for: 'me', build: () => ({ type: 'window', url: 'https://meet.example/' }) }),
    // @ts-expect-error: a popup has a size
    popup: makeLink({ label: 'Popup', for: 'me', build: () => ({ type: 'popup', url: 'https://meet.example/' }) }),
  }),
})

// The names of actions are known; there is no other.
full.actions.join
// @ts-expect-error: there is no such action
full.actions.dance

export const without = definePlugin({
  ...base,
  permissions: { open: ['https://meet.example/*'] },
  account: {},
  actions: ({ task }) => ({
    act: task({
      label: 'Act',
      for: 'me',
      on: 'account',
      async run({ host, target }) {
        host.log('there is always a log')
        // @ts-expect-error: no fetch was declared
        await host.fetch('https://meet.example/')
        // @ts-expect-error: without targets there is nothing to save
        await host.save({})
        // @ts-expect-error: without targets there are no settings of one
        target.room
        return link
      },
    }),
  }),
})

export const ofAnotherVersion = definePlugin({
  ...base,
  // @ts-expect-error: the contract is version 1
  api: 2,
  permissions: {},
  account: {},
  actions: () => ({}),
})

export const ofAnUnknownField = definePlugin({
  ...base,
  permissions: {},
  // @ts-expect-error: there is no such type of field
  account: { color: { type: 'color', label: 'Color' } },
  actions: () => ({}),
})

// @ts-expect-error: the codes are a closed union
export const code: ErrorCode = 'teapot'
// @ts-expect-error: so is what an error takes
new PluginError('teapot', 'I am one.')
// @ts-expect-error: a text in several languages has English among them
new PluginError('missing', { de: 'Fehlt.' })
