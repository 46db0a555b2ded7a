/** A host runs actions: values read, capabilities lent, outcomes checked, faults kept from pages. @module */
import { describe, expect, test } from 'vitest'
import { PluginError } from './errors.ts'
import type { Fields } from './fields.ts'
import { type Capabilities, chooseAction, readPerson, runAction } from './host.ts'
import { type Action, definePlugin, type Plugin } from './plugin.ts'
import type { Secret } from './secret.ts'

const NOW = 1_700_000_000_000
const logged: string[] = []
const saved: unknown[] = []
const capabilities: Capabilities = {
  fetch: async () => new Response('{"ok":true}'),
  random: (byteCount) => new Uint8Array(byteCount).fill(7),
  now: () => NOW,
  signal: new AbortController().signal,
  log: (message) => void logged.push(message),
  progress: () => undefined,
  save: async (target) => void saved.push(target),
}

const meet = definePlugin({
  api: 1,
  id: 'example.meet',
  name: 'Meet',
  version: '1.0.0',
  permissions: { open: ['https://meet.example/*'], fetch: ['https://api.meet.example/*'] },
  account: {
    key: { type: 'secret', label: 'Key', optional: true },
    way: {
      type: 'choice',
      label: 'Way',
      options: { here: 'Here', there: 'There', nowhere: 'Nowhere' },
      default: 'here',
    },
  },
  target: { name: 'Room', fields: { room: { type: 'text', label: 'Room' } } },
  actions: ({ link, task }) => ({
    join: [
      link({
        label: 'Join',
        for: 'me',
        needs: ['firstName'],
        when: { way: 'here' },
        input: { note: { type: 'text', label: 'Note', optional: true } },
        build: ({ target, person, input, now }) => ({
          type: 'tab',
          url: `https://meet.example/${target.room}/${person.firstName}/${input.note}/${now}`,
        }),
      }),
      task({
        label: 'Join',
        for: 'me',
        when: { way: 'there' },
        async run({ account, target, host }) {
          host.log(`key ${account.key?.reveal()} or ${account.key}`)
          await host.save({ room: target.room })
          const reply = await host.fetch('https://api.meet.example/x')
          return { type: 'done', message: `${reply.status} ${host.random(2)} ${host.now()}` }
        },
      }),
    ],
    status: link({
      label: 'Status',
      for: 'me',
      on: 'account',
      build: ({ target }) => ({ type: 'done', message: JSON.stringify(target) }),
    }),
  }),
})

const target = { room: 'lobby' }
const person = { firstName: ' Zoë ' }
const run = (plugin: Plugin, action: string, values: object = {}, lent: Partial<Capabilities> = {}) =>
  runAction({ plugin, action, account: {}, target, person, now: NOW, ...values }, { ...capabilities, ...lent })

/** A plugin whose one action does this. */
function doing(build: () => unknown, data: Partial<Plugin> = {}): Plugin {
  return { ...meet, ...data, actions: { act: [{ kind: 'link', label: 'Act', for: 'me', build }] } } as Plugin
}

function tasking(work: (host: object) => unknown, data: Partial<Plugin> = {}): Plugin {
  const { target: _target, ...rest } = { ...meet, ...data }
  const action = { kind: 'task', label: 'Act', for: 'me', run: async ({ host }: { host: object }) => work(host) }
  return { ...('target' in data ? { ...meet, ...data } : rest), actions: { act: [action] } } as unknown as Plugin
}

describe('runAction', () => {
  test('gives a link its values, read by their fields', async () => {
    const outcome = await run(meet, 'join', { input: { note: 'hi', more: 1 } })
    expect(outcome).toEqual({ type: 'tab', url: `https://meet.example/lobby/Zoë/hi/${NOW}` })
  })

  test('takes the alternative whose `when` fits, and lends a task what it may use', async () => {
    logged.length = saved.length = 0
    const outcome = await run(meet, 'join', { account: { way: 'there', key: 'hush' } })
    expect(outcome).toEqual({ type: 'done', message: `200 7,7 ${NOW}` })
    expect(logged).toEqual(['key [secret] or [secret]'])
    expect(saved).toEqual([{ room: 'lobby' }])
  })

  test.each(['nothing', 'constructor', '__proto__', 'toString'])('does not know the action %s', async (action) => {
    await expect(run(meet, action)).rejects.toMatchObject({ code: 'not-applicable' })
  })

  test('offers no alternative where none applies', async () => {
    await expect(run(meet, 'join', { account: { way: 'nowhere' } })).rejects.toMatchObject({ code: 'not-applicable' })
  })

  test('takes an alternative whose `when` lists the value', async () => {
    const [here, there] = meet.actions.join
    const either = { ...here, when: { way: ['nowhere', 'here'] } } as Action
    const plugin = { ...meet, actions: { ...meet.actions, join: [either, there as Action] } }
    expect(await run(plugin, 'join', { account: { way: 'nowhere' }, input: { note: 'hi' } })).toMatchObject({
      type: 'tab',
    })
    expect(await run(plugin, 'join', { account: { way: 'there', key: 'hush' } })).toMatchObject({ type: 'done' })
  })

  test('does not read a target for an action on the account', async () => {
    expect(await run(meet, 'status', { target: {} })).toEqual({ type: 'done', message: '{}' })
  })

  test.each<[string, object, object]>([
    ['an account’s setting', { account: { way: 'x' } }, { code: 'invalid', field: 'way' }],
    ['a target’s setting', { target: {} }, { code: 'missing', field: 'room' }],
    ['a needed fact', { person: {} }, { code: 'missing', field: 'firstName' }],
    ['an input', { input: { note: 'a\0' } }, { code: 'invalid', field: 'note' }],
  ])('refuses by name: %s', async (_title, values, expected) => {
    await expect(run(meet, 'join', values)).rejects.toMatchObject({ name: 'PluginError', ...expected })
  })

  test('lets a PluginError through as it is', async () => {
    const error = new PluginError('conflict', 'Busy.', { field: 'room' })
    const plugin = doing(() => {
      throw error
    })
    await expect(run(plugin, 'act')).rejects.toEqual(error)
  })

  test.each<[string, unknown]>([
    ['an error', new TypeError('hush: a link')],
    ['a text', 'hush: a link'],
    ['nothing', undefined],
    ['an error that only looks alike', Object.assign(new Error('hush: a link'), { name: 'PluginError', code: 'hush' })],
  ])('turns %s into `internal`, its text kept in the cause alone', async (_title, thrown) => {
    const plugin = doing(() => {
      throw thrown
    })
    const error: PluginError = await run(plugin, 'act').then(
      () => expect.unreachable(),
      (caught) => caught,
    )
    expect(error).toMatchObject({ name: 'PluginError', code: 'internal', message: 'The plugin failed.' })
    expect(JSON.stringify([error.message, error.text, error.field])).not.toContain('hush')
    expect(error.cause).toBe(thrown)
  })

  test('does the same for a task that rejects', async () => {
    const plugin = tasking(() => Promise.reject(new RangeError('hush')))
    await expect(run(plugin, 'act')).rejects.toMatchObject({ code: 'internal', cause: expect.any(RangeError) })
  })

  test('opens nothing outside the permissions', async () => {
    const plugin = doing(() => ({ type: 'tab', url: 'https://evil.example/' }))
    await expect(run(plugin, 'act')).rejects.toMatchObject({ code: 'not-permitted' })
  })

  test('takes no outcome that is none', async () => {
    await expect(
      run(
        doing(() => 'https://meet.example/'),
        'act',
      ),
    ).rejects.toMatchObject({ code: 'internal' })
  })
})

describe('a task’s host', () => {
  const names = async (plugin: Plugin) => {
    const outcome = await run(plugin, 'act')
    return outcome.type === 'done' ? outcome.message : outcome.type
  }
  const listing = (host: object) => ({ type: 'done', message: Object.keys(host).sort().join(' ') })

  test('has what was declared', async () => {
    expect(await names(tasking(listing, { target: { name: 'Room', fields: {} } }))).toBe(
      'fetch log now progress random save signal targets',
    )
  })

  test('lacks fetch without fetch permissions, and save without targets', async () => {
    expect(await names(tasking(listing, { permissions: {} }))).toBe('log now progress random signal')
  })

  test('cannot be changed', async () => {
    const plugin = tasking((host) => ({ type: 'done', message: String(Object.isFrozen(host)) }))
    expect(await names(plugin)).toBe('true')
  })

  test('masks the secrets of every part in its log', async () => {
    logged.length = 0
    const secret = { token: { type: 'secret', label: 'Token' } } as const satisfies Fields
    const action = {
      kind: 'task',
      label: 'Act',
      for: 'me',
      input: secret,
      async run({
        target,
        input,
        host,
      }: {
        target: { token: Secret }
        input: { token: Secret }
        host: { log(line: string): void }
      }) {
        host.log(`${target.token.reveal()} ${input.token.reveal()} ${input.token.reveal()}!`)
        return { type: 'done' }
      },
    }
    const plugin = {
      ...meet,
      target: { name: 'Room', fields: secret },
      actions: { act: [action] },
    } as unknown as Plugin
    await run(plugin, 'act', { target: { token: 'one' }, input: { token: 'two' } })
    expect(logged).toEqual(['[secret] [secret] [secret]!'])
  })
})

describe('readPerson', () => {
  test('trims facts, takes numbers, and drops what is no fact', () => {
    const person = readPerson({ firstName: ' Zoë ', phone: 4930123, company: '  ', constructor: 'x', age: 7 }, [])
    expect(person).toEqual({
      firstName: 'Zoë',
      lastName: undefined,
      username: undefined,
      email: undefined,
      phone: '4930123',
      company: undefined,
    })
  })

  test.each<[string, object, string]>([
    ['a control character', { email: 'a\0b' }, 'invalid'],
    ['a line break', { email: 'a\r\nb' }, 'invalid'],
    ['half a character', { email: '\ud83d' }, 'invalid'],
    ['a list', { email: ['a'] }, 'invalid'],
    ['501 characters', { email: 'x'.repeat(501) }, 'invalid'],
    ['white space for a needed fact', { email: ' \t ' }, 'missing'],
    ['null for a needed fact', { email: null }, 'missing'],
    ['an inherited fact', Object.create({ email: 'a@b.example' }), 'missing'],
  ])('refuses %s by the fact’s name', (_title, raw, code) => {
    expect(() => readPerson(raw as { email: unknown }, ['email'])).toThrow(
      expect.objectContaining({ code, field: 'email' }),
    )
  })
})

describe('chooseAction', () => {
  test('takes the first alternative that fits', () => {
    expect(chooseAction(meet, 'join', { way: 'here' }).kind).toBe('link')
    expect(chooseAction(meet, 'join', { way: 'there' }).kind).toBe('task')
  })
})
