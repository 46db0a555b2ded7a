/** A companion for tests: its plugin, and runs against whatever it answers. @module */
import { runAction } from '../host.ts'
import type { Outcome } from '../outcome.ts'
import { definePlugin } from '../plugin.ts'
import type { Capabilities } from '../task-host.ts'
import { companionPlugin } from './companion-plugin.ts'
import { dataHalf } from './data-half.ts'
import type { RunMessage } from './envelope.ts'

/** A plugin with every kind of value that travels. */
export const remote = definePlugin({
  api: 1,
  id: 'example.remote',
  name: 'Remote',
  version: '1.0.0',
  permissions: { open: ['remote:*'], fetch: ['{account.server}/*'] },
  account: {
    server: { type: 'url', label: 'Server' },
    key: { type: 'secret', label: 'Key' },
    unset: { type: 'text', label: 'Not set', optional: true },
  },
  target: {
    name: 'Device',
    fields: { device: { type: 'text', label: 'Device' }, pin: { type: 'secret', label: 'PIN', optional: true } },
  },
  actions: ({ link, task }) => ({
    control: link({
      label: 'Control',
      icon: 'control',
      for: 'contact',
      needs: ['email'],
      asksFirst: { shows: ['device'] },
      input: {
        guests: {
          type: 'list',
          label: 'Guests',
          optional: true,
          fields: { code: { type: 'secret', label: 'Code' } },
        },
      },
      build: ({ target }) => ({ type: 'app', url: `remote://${target.device}` }),
    }),
    register: task({
      label: 'Register',
      for: 'me',
      on: 'account',
      run: async ({ account, host }) => {
        const reply = await host.fetch(`${account.server}devices`, { headers: { key: account.key.reveal() } })
        return { type: 'target', target: { device: reply.text, pin: account.key } }
      },
    }),
  }),
})

/** The values that the runs below have. */
export const values = {
  account: { server: 'https://api.remote.example/', key: 'the account’s key' },
  target: { device: '4711', pin: 'the device’s pin' },
  person: { firstName: 'Ada', email: 'ada@example.com', phone: '7' },
}

/** What a task is lent where nothing is expected of it. */
export const lent = { signal: new AbortController().signal } as Capabilities

/** Runs `control` against a companion that answers so. */
export function controlled(
  answer: (asked: RunMessage) => unknown,
  { milliseconds = 1000, signal = lent.signal } = {},
): Promise<Outcome> {
  const plugin = companionPlugin(dataHalf(remote), async (asked) => answer(asked), milliseconds)
  return runAction({ plugin, action: 'control', ...values, now: 1 }, { ...lent, signal })
}

/** A good answer. */
export function ran({ runId, plugin }: RunMessage, outcome: unknown = { type: 'app', url: 'remote://4711' }) {
  return { joinery: 1, type: 'ran', runId, plugin, outcome }
}
