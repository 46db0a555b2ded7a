/** The workbench as its page finds it: links in pieces, what is shown of secrets, reloads, and replies that are replayed. @module */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { bodyOf, localServer } from '../testing/local-server.ts'
import type { Answer, BenchState, Question, TaskState, Values, WrittenReply } from './messages.ts'
import { type PluginFolder, pluginFolder, SERVER } from './plugin-folder.ts'
import { openWorkbench, type Workbench } from './server.ts'

const SECRET = 'correct horse battery'
const PATIENCE = { timeout: 20_000 }
const values: Values = {
  account: { key: SECRET },
  target: { room: 'lobby' },
  me: { firstName: 'Zoë' },
  contact: {},
  inputs: {},
  targets: [],
  now: 0,
}

let folder: PluginFolder
let bench: Workbench
beforeAll(async () => {
  folder = pluginFolder()
  bench = await openWorkbench({ name: '.', folder: folder.path, live: false })
})
afterAll(async () => {
  await bench?.[Symbol.asyncDispose]()
  folder?.[Symbol.dispose]()
})

const state = async (): Promise<BenchState> => (await fetch(`${bench.address}state`)).json()

async function put(question: Question, at = bench.address, stop = new AbortController()): Promise<Answer> {
  const headers = { 'content-type': 'application/json', origin: new URL(at).origin }
  const asked = { method: 'POST', headers, body: JSON.stringify(question), signal: stop.signal }
  const response = await fetch(`${at}ask`, asked)
  return response.json()
}

async function joined(changed: Partial<Values> = {}) {
  const answer = await put({ kind: 'evaluate', values: { ...values, ...changed } })
  if (answer.kind !== 'evaluate') throw new Error(JSON.stringify(answer))
  const join = answer.actions.find(({ name }) => name === 'join')
  return { ...join, link: join?.outcome?.links[0]?.pieces.map(({ text }) => text).join('') }
}

async function booked(replies: readonly WrittenReply[], at = bench.address, live = false): Promise<TaskState> {
  const answer = await put({ kind: 'run', action: 'book', values, replies, live }, at)
  if (answer.kind !== 'run') throw new Error(JSON.stringify(answer))
  return answer.state
}

describe('a link', () => {
  test('is shown with what came from where', async () => {
    const { link, outcome } = await joined()
    expect(link).toMatch(/^https:\/\/meet\.example\/join\?room=lobby&name=Zo%C3%AB&signed=[0-9a-f]{64}$/)
    expect(outcome?.links[0]?.href).toBe(link)
    const sources = outcome?.links[0]?.pieces.filter(({ origins }) => origins.length > 0)
    expect(sources?.map(({ origins }) => origins.map(({ form, name, use }) => `${form}.${name} ${use}`))).toEqual([
      ['target.room shown'],
      ['me.firstName shown'],
      ['account.key signed', 'target.room signed'],
    ])
  })

  test.each<[string, Partial<Values>, object]>([
    ['a setting', { account: {} }, { code: 'missing', form: 'account', field: 'key' }],
    ['a target’s field', { target: { room: 'R2' } }, { code: 'invalid', form: 'target', field: 'room' }],
    ['a fact', { me: {} }, { code: 'missing', form: 'me', field: 'firstName' }],
  ])('that is refused leads to %s', async (_name, changed, expected) => {
    expect((await joined(changed)).error).toMatchObject(expected)
  })
})

describe('a secret', () => {
  test('is masked in request, log, printed line and reply, and what the plugin got was the secret', async () => {
    const reply = { status: 200, headers: { 'x-echo': SECRET }, body: `you said ${SECRET}` }
    const given = await booked([reply])
    expect(JSON.stringify(given)).not.toContain(SECRET)
    expect(given.exchanges[0]?.request).toMatchObject({
      url: `${SERVER}rooms`,
      headers: { authorization: 'Bearer [secret]' },
    })
    expect(given.exchanges[0]?.reply).toEqual({
      status: 200,
      headers: { 'x-echo': '[secret]' },
      body: 'you said [secret]',
    })
    expect(given.outcome?.rest).toEqual({ message: 'you said [secret]' })
    expect(given.lines).toEqual(['booking [secret]', 'booking with [secret]'])
  })

  test('that a plugin puts into a link or an error is masked there, and the link cannot be opened', async () => {
    folder.change('name: person.firstName', 'name: account.key.reveal()')
    await vi.waitFor(async () => expect((await joined()).link).toContain('name=[secret]&'), PATIENCE)
    expect((await joined()).outcome?.links[0]).not.toHaveProperty('href')
    folder.change('const signed =', 'throw new Error(account.key.reveal())\nconst signed =')
    await vi.waitFor(async () => expect((await joined()).error?.code).toBe('internal'), PATIENCE)
    const { error } = await joined()
    expect(error?.cause).toMatch(/^Error: \[secret\]\n/)
    expect(JSON.stringify(error)).not.toContain(SECRET)
    folder.change('', '')
    await vi.waitFor(async () => expect((await joined()).link).toContain('name=Zo'), PATIENCE)
  })
})

describe('replies', () => {
  test('are those that were written, in their order, and no network is asked', async () => {
    const { outcome, exchanges } = await booked([{ status: 201, headers: {}, body: 'first' }])
    expect(outcome?.rest).toEqual({ message: 'first' })
    expect(exchanges.map(({ reply }) => reply?.status)).toEqual([201])
  })

  test('that were not written leave the request without one', async () => {
    const { error, exchanges } = await booked([])
    expect(error?.code).toBe('unreachable')
    expect(exchanges).toEqual([{ request: expect.objectContaining({ method: 'POST', json: { room: 'lobby' } }) }])
  })

  test.each<[string, WrittenReply]>([
    ['status', { status: 99, headers: {}, body: '' }],
    ['header', { status: 200, headers: { 'bad name': 'x' }, body: '' }],
  ])('of a wrong %s are refused with a sentence', async (word, reply) => {
    const answer = await put({ kind: 'run', action: 'book', values, replies: [reply], live: false })
    expect(answer).toEqual({ kind: 'stuck', message: expect.stringContaining(word) })
  })

  test('of an example come with it', async () => {
    const { description } = await state()
    expect(description?.examples).toEqual([
      expect.objectContaining({
        name: 'books a room',
        replies: [{ status: 200, headers: { 'x-answer': 'yes' }, body: '{\n  "id": 7\n}' }],
      }),
    ])
  })
})

/** Saves a plugin whose task asks the account's own server. */
function saveTask(own: PluginFolder, body: string): void {
  own.save(
    'index.ts',
    `import { definePlugin } from '@joinery/sdk'
    export default definePlugin({
      api: 1, id: 'example.meet', name: 'Meet', version: '1.0.0',
      permissions: { fetch: ['{account.server}/*'] },
      account: { key: { type: 'secret', label: 'Key' }, server: { type: 'url', label: 'Server' } },
      actions: ({ task }) => ({
        book: task({ label: 'Book', for: 'me', run: async ({ account, host }) => {
          ${body}
        } }),
      }),
    })`,
  )
}

test('the network is asked only where the workbench was opened for it, and the run says so', async () => {
  const asked: string[] = []
  await using server = await localServer(async (request, response) => {
    asked.push(`${request.headers.authorization} ${await bodyOf(request)}`)
    response.end('from the network')
  })
  using own = pluginFolder()
  saveTask(
    own,
    `const own = await fetch(account.server).then(() => 'reached', () => 'refused')
    const { text } = await host.fetch(account.server + 'rooms', { headers: { authorization: account.key.reveal() } })
    return { type: 'done', message: own + ' ' + text }`,
  )
  const account = { key: SECRET, server: `${server.origin}/` }
  const run = async (live: boolean, flag: boolean) => {
    await using opened = await openWorkbench({ name: '.', folder: own.path, live: flag })
    const question = { kind: 'run', action: 'book', replies: [], live, values: { ...values, account } } as const
    const answer = await put(question, opened.address)
    return answer.kind === 'run' ? answer.state : undefined
  }
  expect((await run(true, false))?.error?.code).toBe('unreachable')
  expect((await run(false, true))?.error?.code).toBe('unreachable')
  expect(asked).toEqual([])
  const state = await run(true, true)
  expect(state?.outcome?.rest).toEqual({ message: 'refused from the network' })
  expect(state?.exchanges[0]).toMatchObject({
    request: { headers: { authorization: '[secret]' } },
    reply: { status: 200, body: 'from the network' },
  })
  expect(asked).toEqual([`${SECRET} `])
})

describe('a save', () => {
  test('of a module that the plugin imports shows at once, and what was loaded is told as another', async () => {
    const { generation } = await state()
    folder.save('page.ts', "export const PAGE = 'https://meet.example/enter'\n")
    await vi.waitFor(
      async () => expect((await joined()).link).toMatch(/^https:\/\/meet\.example\/enter\?room=lobby/),
      PATIENCE,
    )
    expect((await state()).generation).toBeGreaterThan(generation)
  })

  test('that cannot be read is told, and what was loaded before goes on', async () => {
    folder.change('export default', 'export default const')
    await vi.waitFor(async () => expect((await state()).problem).toContain('cannot be loaded'), PATIENCE)
    expect((await state()).description?.id).toBe('example.meet')
    expect((await joined()).link).toContain('room=lobby')
    folder.change("id: 'example.meet'", "id: 'example.other'")
    await vi.waitFor(async () => expect((await state()).description?.id).toBe('example.other'), PATIENCE)
    expect((await state()).problem).toBeUndefined()
    folder.change('', '')
    await vi.waitFor(async () => expect((await state()).description?.id).toBe('example.meet'), PATIENCE)
  })

  test('is followed by the checks, whose pages are here', async () => {
    await vi.waitFor(async () => expect((await state()).checks).toBeDefined(), PATIENCE)
    const checks = (await state()).checks ?? []
    expect(checks.find(({ id }) => id === 'every-action-has-an-example')).toMatchObject({ status: 'failed' })
    expect(checks.find(({ id }) => id === 'golden-examples')).toMatchObject({ status: 'passed' })
    for (const { id } of checks) expect((await fetch(`${bench.address}checks/${id}`)).status).toBe(200)
  })
})

test('a plugin that stands still, or ends its thread, is started anew', { timeout: 60_000 }, async () => {
  folder.change(
    'const signed =',
    "if (target.room === 'ends') process.exit(1)\nwhile (target.room === 'stands') {}\nconst signed =",
  )
  await vi.waitFor(async () => {
    expect(await put({ kind: 'evaluate', values: { ...values, target: { room: 'ends' } } })).toMatchObject({
      kind: 'stuck',
    })
  }, PATIENCE)
  expect((await joined()).link).toContain('room=lobby')
  const stuck = await put({ kind: 'evaluate', values: { ...values, target: { room: 'stands' } } })
  expect(stuck).toMatchObject({ kind: 'stuck', message: expect.stringContaining('did not answer') })
  expect((await joined()).link).toContain('room=lobby')
})

test('a task that nobody waits for any more is stopped, and the plugin is there for the next question', async () => {
  const arrived = Promise.withResolvers<void>()
  const left = Promise.withResolvers<void>()
  await using server = await localServer((request) => {
    request.socket.on('close', () => left.resolve())
    arrived.resolve()
  })
  using own = pluginFolder()
  saveTask(
    own,
    `await host.fetch(account.server, { method: 'POST' })
    return { type: 'done', message: 'booked' }`,
  )
  await using opened = await openWorkbench({ name: '.', folder: own.path, live: true })
  const given = { ...values, account: { key: SECRET, server: `${server.origin}/` } }
  const stop = new AbortController()
  const running = put({ kind: 'run', action: 'book', replies: [], live: true, values: given }, opened.address, stop)
  await arrived.promise
  stop.abort()
  await expect(running).rejects.toThrow()
  await left.promise
  expect(await put({ kind: 'evaluate', values: given }, opened.address)).toMatchObject({ kind: 'evaluate' })
})

test('a plugin file is shown and followed like a package', async () => {
  using own = pluginFolder()
  const file = (title: string) =>
    own.save(
      'rooms.plugin.json',
      readFileSync(new URL('../../examples/declarative/whereby.plugin.json', import.meta.url), 'utf8').replace(
        '"Whereby"',
        title,
      ),
    )
  file('"Whereby"')
  await using opened = await openWorkbench({ name: 'rooms.plugin.json', folder: own.path, live: false })
  const named = async () => ((await (await fetch(`${opened.address}state`)).json()) as BenchState).description?.name
  const account = { server: 'https://northwind.whereby.com/' }
  const answer = await put(
    {
      kind: 'evaluate',
      values: { ...values, account, target: { room: 'lobby' }, me: { firstName: 'Zoë', lastName: 'King' } },
    },
    opened.address,
  )
  expect(JSON.stringify(answer)).toContain('https://northwind.whereby.com')
  expect(await named()).toBe('Whereby')
  file('"Rooms"')
  await vi.waitFor(async () => expect(await named()).toBe('Rooms'), PATIENCE)
  await expect(openWorkbench({ name: 'none.plugin.json', folder: own.path, live: false })).rejects.toThrow('no file')
})
