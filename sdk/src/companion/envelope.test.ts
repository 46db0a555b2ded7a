/** The envelope as it was agreed on: companions and hosts are updated independently of each other. @module */
import { expect, test, vi } from 'vitest'
import {
  COMPANION_VERSION,
  companionPlugin,
  dataHalf,
  readAnnouncement,
  readReply,
  serveCompanion,
} from '../companion.ts'
import { runAction } from '../host.ts'
import { MOST_CHARACTERS, REPLY_MILLISECONDS } from './envelope.ts'
import { lent, remote, values } from './remote-fixture.ts'

/** Change these together with the version, and with nothing else. */
const VERSION = 1
const RUN = {
  joinery: 1,
  type: 'run',
  runId: 'a3f1',
  plugin: 'example.remote',
  action: 'control',
  account: { server: 'https://api.remote.example/', key: 'the account’s key' },
  target: { device: '4711', pin: 'the device’s pin' },
  person: { email: 'ada@example.com' },
  input: {},
  now: 1_700_000_000_000,
}
const RAN = {
  joinery: 1,
  type: 'ran',
  runId: 'a3f1',
  plugin: 'example.remote',
  outcome: { type: 'app', url: 'remote://4711' },
}
const FAILED = {
  joinery: 1,
  type: 'ran',
  runId: 'a3f1',
  plugin: 'example.remote',
  error: { code: 'missing', text: { en: 'E-mail is missing.', de: 'E-Mail fehlt.' }, field: 'email' },
}
const ANNOUNCE = {
  joinery: 1,
  type: 'announce',
  plugin: {
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
    actions: {
      control: [
        {
          kind: 'link',
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
        },
      ],
      register: [{ kind: 'task', label: 'Register', for: 'me', on: 'account' }],
    },
  },
}

test('its version and limits are these', () => {
  expect([COMPANION_VERSION, MOST_CHARACTERS, REPLY_MILLISECONDS]).toEqual([VERSION, 262_144, 60_000])
})

test('a companion says and takes these messages', async () => {
  const asked: unknown[] = []
  const listeners: ((message: unknown, sender: object, send: (answer: unknown) => void) => unknown)[] = []
  const sendMessage = vi.fn(async () => ({ joinery: 1, type: 'announced', state: 'asks' }))
  const none = { addListener: () => undefined }
  const runtime = {
    sendMessage,
    onMessageExternal: { addListener: (listener: (typeof listeners)[0]) => void listeners.push(listener) },
    onInstalled: none,
    onStartup: none,
  }
  const onState = vi.fn()
  await serveCompanion(remote, { hosts: ['host'], runtime, onState }).announce()
  expect(sendMessage).toHaveBeenCalledWith('host', ANNOUNCE)
  expect(onState).toHaveBeenCalledWith('asks', 'host', '')
  const { email: _, ...nobody } = RUN.person
  for (const message of [RUN, { ...RUN, person: nobody }, { joinery: 1, type: 'who' }, { joinery: 2, type: 'who' }]) {
    asked.push(await new Promise((resolve) => listeners[0]?.(message, { id: 'host' }, resolve)))
  }
  expect(asked).toEqual([RAN, FAILED, ANNOUNCE, { joinery: 1, type: 'version' }])
})

test('a host says and takes these messages', async () => {
  expect(await readAnnouncement(ANNOUNCE)).toEqual({ ok: true, plugin: ANNOUNCE.plugin })
  const asked = vi.fn(async ({ runId }: { readonly runId: string }) => ({ ...RAN, runId }))
  const plugin = companionPlugin(dataHalf(remote), asked)
  await runAction({ plugin, action: 'control', ...values, now: RUN.now }, lent)
  expect(asked).toHaveBeenCalledWith({ ...RUN, runId: expect.any(String) })
  expect(readReply(RAN, RUN as never)).toEqual(RAN.outcome)
  expect(() => readReply(FAILED, RUN as never)).toThrow('E-mail is missing.')
})
