/** Seeded faults, each one step away from the sound plugin, and the check that must find it. @module */
import { failedReply } from '../failed-reply.ts'
import type { AnyArguments, FetchHost, Plugin, TaskHost } from '../plugin.ts'
import type { Secret } from '../secret.ts'
import { url } from '../url.ts'
import type { Example } from './example.ts'
import { bookedLink, JOINED, joinParameters, sound, soundExamples, TEXTS } from './sound-plugin.ts'

/** A fault; `plugin` and `examples` are the sound ones where they are absent. */
export interface Fault {
  readonly name: string
  readonly check: string
  readonly plugin?: Plugin
  readonly examples?: readonly Example[]
}

type Build = (args: AnyArguments) => unknown
type Run = (args: AnyArguments & { readonly host: FetchHost & TaskHost }) => unknown

const PAGE = 'https://meet.example/join'
const [joining, booking] = soundExamples
const key = ({ account }: AnyArguments) => account.key as Secret
/** Books as the sound plugin does. */
export const book = (args: AnyArguments & { readonly host: FetchHost }) =>
  bookedLink(args.host, String(args.account.server), key(args))

/** The sound plugin with another way to join, or other data of that action. */
export function joiningBy(build: Build, data: object = {}): Plugin {
  const actions = { ...sound.actions, join: [{ ...sound.actions.join[0], ...data, build }] }
  return { ...sound, actions } as unknown as Plugin
}

/** The sound plugin with another way to book. */
export function bookingBy(run: Run): Plugin {
  return { ...sound, actions: { ...sound.actions, book: [{ ...sound.actions.book[0], run }] } } as unknown as Plugin
}

/** The sound plugin with other data. */
export function withData(data: object): Plugin {
  return { ...sound, ...data } as unknown as Plugin
}

const tab = (link: string) => ({ type: 'tab', url: link })
/** What the sound plugin's `join` gives, with further parameters. */
export const joined = (args: AnyArguments, more: object = {}) => tab(url(PAGE, { ...joinParameters(args), ...more }))
const givesLink = (link: string): readonly Example[] => [{ ...joining, outcome: tab(link) }, booking]

const label = TEXTS.key

/** Every fault. */
export const faults: readonly Fault[] = [
  {
    name: 'a value goes into the link unencoded',
    check: 'hostile-facts',
    plugin: joiningBy((args) => tab(JOINED.replace('lobby', () => String(args.target.room)))),
  },
  {
    name: 'a value chooses the path',
    check: 'hostile-facts',
    plugin: joiningBy((args) => tab(JOINED.replace('join', () => `r/${String(args.target.room)}`))),
    examples: givesLink(JOINED.replace('join', 'r/lobby')),
  },
  {
    name: 'it reads the clock',
    check: 'pure',
    plugin: joiningBy((args) => (Date.now() > 0 ? joined(args) : undefined)),
  },
  {
    name: 'it makes a date of the clock',
    check: 'pure',
    plugin: joiningBy((args) => (new Date().getFullYear() > 0 ? joined(args) : undefined)),
  },
  {
    name: 'it rolls dice',
    check: 'pure',
    plugin: joiningBy((args) => (Math.random() < 2 ? joined(args) : undefined)),
  },
  {
    name: 'it takes random bytes',
    check: 'pure',
    plugin: joiningBy((args) => (crypto.getRandomValues(new Uint8Array(1)).length === 1 ? joined(args) : undefined)),
  },
  {
    name: 'it sets a timer and swallows what happens',
    check: 'pure',
    plugin: joiningBy((args) => {
      try {
        setTimeout(() => undefined, 0)
      } catch {}
      return joined(args)
    }),
  },
  {
    name: 'it changes its arguments',
    check: 'arguments-untouched',
    plugin: joiningBy((args) => {
      Reflect.set(args.target, 'room', String(args.target.room).trim())
      const outcome = joined(args)
      Reflect.set(args.target, 'visited', true)
      return outcome
    }),
  },
  {
    name: 'the link holds the secret in base64',
    check: 'secret-canaries',
    plugin: joiningBy((args) => joined(args, { auth: btoa(unescape(encodeURIComponent(`me:${key(args).reveal()}`))) })),
    examples: givesLink(`${JOINED}&auth=bWU6YSBrZXkgbWFkZSB1cCBmb3IgdGhpcyBleGFtcGxl`),
  },
  {
    name: 'the link holds the secret backwards',
    check: 'secret-canaries',
    plugin: joiningBy((args) => joined(args, { k: [...key(args).reveal()].reverse().join('') })),
    examples: givesLink(`${JOINED}&k=elpmaxe%20siht%20rof%20pu%20edam%20yek%20a`),
  },
  {
    name: 'a log line holds the secret in hex',
    check: 'secret-canaries',
    plugin: bookingBy(async (args) => {
      args.host.log(Array.from(new TextEncoder().encode(key(args).reveal()), (byte) => byte.toString(16)).join(''))
      return tab(await book(args))
    }),
  },
  {
    name: 'a link leads where no permission does',
    check: 'opens-only-permitted',
    plugin: withData({ permissions: { open: ['https://other.example/*'], fetch: ['{account.server}/*'] } }),
  },
  {
    name: 'a task calls an address that it did not declare, and hides it',
    check: 'undeclared-fetch',
    plugin: bookingBy(async (args) => {
      await args.host.fetch('https://counter.example/hit').catch(() => undefined)
      return tab(await book(args))
    }),
  },
  {
    name: 'a task goes past the host',
    check: 'undeclared-fetch',
    plugin: bookingBy(async (args) => {
      // As a bundler leaves it: a call that no permission governs, its failure swallowed.
      await Promise.resolve()
        .then(() => globalThis.fetch('data:,hit'))
        .catch(() => undefined)
      return tab(await book(args))
    }),
  },
  {
    name: 'an absent fact stands in the link as undefined',
    check: 'no-broken-values',
    plugin: joiningBy((args) => joined(args, { phone: String(args.person.phone) })),
  },
  {
    name: 'a Secret is joined into the link',
    check: 'no-broken-values',
    plugin: joiningBy((args) => joined(args, { k: String(key(args)) })),
    examples: givesLink(`${JOINED}&k=%5Bsecret%5D`),
  },
  {
    name: 'a refusal by the server opens something all the same',
    check: 'http-failures',
    plugin: bookingBy(async (args) => tab(await book(args).catch(() => 'https://meet.example/session?token=none'))),
  },
  {
    name: 'an answer of another shape breaks it',
    check: 'http-failures',
    plugin: bookingBy(async ({ account, host }) => {
      const reply = await host.fetch(`${account.server}sessions`, { method: 'POST', json: { kind: 'adhoc' } })
      if (reply.status >= 300) throw failedReply(reply)
      const { token } = reply.json() as { token: string }
      return tab(url('https://meet.example/session', { token: token.trim() }))
    }),
  },
  {
    name: 'it asks again for ever',
    check: 'http-failures',
    plugin: bookingBy(async (args) => {
      for (;;) {
        const link = await book(args).catch(() => undefined)
        if (link !== undefined) return tab(link)
      }
    }),
  },
  {
    name: 'a golden vector is not what it gives',
    check: 'golden-examples',
    examples: givesLink(JOINED.replace('name=Zo%C3%AB', 'name=Zoe')),
  },
  {
    name: 'an example asserts nothing',
    check: 'golden-examples',
    examples: [joining, booking, { ...joining, name: 'joins again', outcome: undefined }],
  },
  {
    name: 'two examples share a name',
    check: 'golden-examples',
    examples: [joining, booking, { ...booking, name: joining.name }],
  },
  {
    name: 'a request is not the one that the example shows',
    check: 'golden-examples',
    plugin: bookingBy(async ({ account, host }) => {
      const reply = await host.fetch(`${account.server}sessions`, { method: 'POST', json: { kind: 'planned' } })
      if (reply.status !== 201) throw failedReply(reply)
      const body = reply.json()
      const token = typeof body === 'object' && body !== null && 'token' in body ? body.token : undefined
      if (typeof token !== 'string') throw failedReply(reply)
      return tab(url('https://meet.example/session', { token }))
    }),
  },
  { name: 'an action has no example', check: 'every-action-has-an-example', examples: [joining] },
  {
    name: 'it breaks down without a fact that it does not name',
    check: 'needs-honoured',
    plugin: joiningBy((args) => joined(args, { phone: (args.person.phone as string).trim() })),
  },
  {
    name: 'a pattern does not compile',
    check: 'definition',
    plugin: withData({ account: { ...sound.account, note: { type: 'text', label, pattern: '(', optional: true } } }),
  },
  {
    name: 'a pattern that can read one text in two ways',
    check: 'patterns-linear',
    plugin: withData({
      account: { ...sound.account, note: { type: 'text', label, pattern: '(\\w+\\s?)*', optional: true } },
    }),
  },
  {
    name: 'an expression for ids in texts that refers back',
    check: 'patterns-linear',
    plugin: withData({ recognizeText: [{ text: '(\\d+)-\\1', field: 'room' }] }),
  },
  {
    name: 'a `when` names a value that never is',
    check: 'definition',
    plugin: withData({
      account: { ...sound.account, note: { type: 'text', label, optional: true, when: { server: 7 } } },
    }),
  },
  {
    name: 'a `when` lists a value that never is',
    check: 'definition',
    plugin: withData({
      account: { ...sound.account, note: { type: 'text', label, optional: true, when: { server: ['https://a/', 7] } } },
    }),
  },
  {
    name: 'a link asks to be confirmed',
    check: 'definition',
    plugin: joiningBy(joined, { confirm: { text: label } }),
  },
  {
    name: 'an expression for ids in texts that has no group',
    check: 'definition',
    plugin: withData({ recognizeText: [{ text: '[0-9]+', field: 'room' }] }),
  },
  {
    name: 'an expression for the path of links that has no group',
    check: 'definition',
    plugin: withData({ recognize: [{ href: 'https://meet.example/*', path: { room: '/[0-9]+' } }] }),
  },
  {
    name: 'links of which nothing is read',
    check: 'definition',
    plugin: withData({ recognize: [{ href: 'https://meet.example/*' }] }),
  },
  {
    name: 'a prefix of a field that links do not fill',
    check: 'definition',
    plugin: withData({
      recognize: [{ href: 'https://meet.example/*', query: { room: 'room' }, prefix: { rooms: 'r' } }],
    }),
  },
  {
    name: 'a target that is over by a field that it does not have',
    check: 'definition',
    plugin: withData({ target: { ...sound.target, over: { field: 'state', values: ['ended'] } } }),
  },
  {
    name: 'data that JSON loses',
    check: 'data-survives-json',
    plugin: withData({ account: { ...sound.account, key: { type: 'secret', label, icon: () => 'key' } } }),
  },
  {
    name: 'a permission for every host',
    check: 'permissions-well-formed',
    plugin: withData({ permissions: { ...sound.permissions, open: ['https://meet.example/*', '*://*/*'] } }),
  },
  {
    name: 'links are to start at a setting that is no URL',
    check: 'permissions-well-formed',
    plugin: withData({ recognize: [{ href: '{account.key}/*', query: { room: 'room' } }] }),
  },
  {
    name: 'a permission names a setting that is no URL',
    check: 'permissions-well-formed',
    plugin: withData({ permissions: { ...sound.permissions, fetch: ['{account.server}/*', '{account.key}/*'] } }),
  },
]
