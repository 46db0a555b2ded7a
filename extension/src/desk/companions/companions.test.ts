/** What other extensions may say, and what the user makes of it. @module */
import type { CompanionState } from '@joinery/sdk/companion'
import { runAction } from '@joinery/sdk/host'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { addedPlugins, dropPlugin, keepPlugin, keptPlugins } from '../../added-plugins.ts'
import { browser, externalListeners, OWN_ID, setPolicy } from '../browser-fixture.ts'
import { listenToCompanions } from './announced.ts'
import { MOST_ASKS } from './asks.ts'
import { allowCompanion, forgetCompanion, refuseCompanion, revokeCompanion } from './decide.ts'
import { data, wider } from './remote-fixture.ts'
import { viewCompanions } from './view.ts'
import { countWaiting, followWaiting } from './waiting.ts'

vi.mock('wxt/browser', () => import('../browser-fixture.ts'))
vi.mock('#i18n', () => ({ i18n: { t: (key: string, values: readonly string[] = []) => [key, ...values].join(' ') } }))

const ID = 'ponmlkjihgfedcbaponmlkjihgfedcba'
const OTHER = 'abcdefghijklmnopabcdefghijklmnop'

const sendMessage = vi.spyOn(browser.runtime, 'sendMessage')
const onChange = vi.fn()
let minutes = 0

beforeAll(() => listenToCompanions(onChange))
beforeEach(async () => {
  await browser.storage.local.clear()
  // The plugins that are known here are read anew with it.
  await dropPlugin({ id: data.id, source: 'companion' })
  // Another minute, in which nobody has said anything.
  minutes += 1
  vi.spyOn(Date, 'now').mockReturnValue(minutes * 60_000)
  sendMessage.mockResolvedValue(undefined)
})
afterEach(() => void vi.clearAllMocks())

/** What another extension hears; nothing where it gets no answer. */
async function said(message: unknown, sender: { readonly id?: string; readonly url?: string } = { id: ID }) {
  const [listener] = externalListeners
  return (await listener?.(message, sender)) as { readonly state: CompanionState } | undefined
}

const announce = (plugin: unknown, id = ID) => said({ joinery: 1, type: 'announce', plugin }, { id })

async function shown(extensionId = ID) {
  return (await viewCompanions()).find((companion) => companion.extensionId === extensionId)
}

async function allow(extensionId = ID): Promise<void> {
  await allowCompanion({ extensionId, revision: (await shown(extensionId))?.revision ?? '' })
}

/** Runs the plugin's action as the desk does it. */
async function control() {
  const plugin = addedPlugins().find(({ id }) => id === data.id)
  if (plugin === undefined) throw new Error('There is no such plugin.')
  const lent = { signal: new AbortController().signal } as Parameters<typeof runAction>[1]
  const values = { account: {}, target: { device: '4711' }, person: { email: 'ada@example.com' } }
  return await runAction({ plugin, action: 'control', ...values, now: 1 }, lent)
}

/** The extension answers as a companion does. */
function answerRuns(url = 'remote://4711'): void {
  sendMessage.mockImplementation(async (_id, message) => {
    const { type, runId, plugin } = message as { readonly [name: string]: unknown }
    return type === 'run' ? { joinery: 1, type: 'ran', runId, plugin, outcome: { type: 'app', url } } : undefined
  })
}

describe('an extension that nobody knows', () => {
  test('is kept as one that asks, and nothing of it is a plugin', async () => {
    expect(await announce(data)).toEqual({ joinery: 1, type: 'announced', state: 'asks' })
    expect(await shown()).toMatchObject({ state: 'asks', data, isThere: true })
    expect(addedPlugins()).toEqual([])
    expect(onChange).not.toHaveBeenCalled()
    expect(sendMessage).not.toHaveBeenCalled()
  })

  test('is a plugin once it is allowed, and is asked under the id that the browser told', async () => {
    await announce(data)
    await allow()
    expect(await announce(data)).toMatchObject({ state: 'allowed' })
    answerRuns()
    expect(await control()).toEqual({ type: 'app', url: 'remote://4711' })
    expect(sendMessage).toHaveBeenLastCalledWith(ID, expect.objectContaining({ type: 'run', plugin: 'example.remote' }))
  })

  test('is not asked about again once it was refused, and may be allowed after all', async () => {
    await announce(data)
    await refuseCompanion({ extensionId: ID })
    expect(await announce(data)).toMatchObject({ state: 'refused' })
    expect(await shown()).toMatchObject({ state: 'refused' })
    await allow()
    expect(await shown()).toMatchObject({ state: 'allowed' })
  })

  test.each([
    ['an outcome that nobody asked for', { joinery: 1, type: 'ran', runId: 'a', plugin: data.id, outcome: {} }],
    ['a plugin that is none', { joinery: 1, type: 'announce', plugin: { ...data, permissions: { open: ['*'] } } }],
    ['more than fits', { joinery: 1, type: 'announce', plugin: data, more: 'x'.repeat(300_000) }],
  ])('is told so, and kept nowhere, for %s', async (_name, message) => {
    expect(await said(message)).toMatchObject({ state: 'malformed' })
    expect(await viewCompanions()).toEqual([])
  })

  test.each([
    ['our own messages', { message: 'desk.read', payload: {} }],
    ['a text', 'announce'],
    ['nothing', null],
  ])('gets no answer to %s', async (_name, message) => {
    expect(await said(message)).toBeUndefined()
    expect(await viewCompanions()).toEqual([])
  })

  test.each([
    ['nobody’s', {}],
    ['our own', { id: OWN_ID }],
    ['a script’s in a web page', { id: ID, url: 'https://evil.example/' }],
    ['of a huge id', { id: 'x'.repeat(201) }],
  ])('is not heard where the message is %s', async (_name, sender) => {
    expect(await said({ joinery: 1, type: 'announce', plugin: data }, sender)).toBeUndefined()
    expect(await viewCompanions()).toEqual([])
  })
})

describe('what is agreed to is what was shown', () => {
  test('an announcement in between is not allowed along', async () => {
    await announce(data)
    const revision = (await shown())?.revision ?? ''
    await announce(wider)
    await expect(allowCompanion({ extensionId: ID, revision })).rejects.toMatchObject({ code: 'conflict' })
    expect(addedPlugins()).toEqual([])
  })

  test('an organisation that allows no accounts allows no companions', async () => {
    await announce(data)
    setPolicy({ allowAddingAccounts: false })
    await expect(allow()).rejects.toMatchObject({ code: 'not-permitted' })
    setPolicy(undefined)
    expect(addedPlugins()).toEqual([])
  })

  test('the same said again changes nothing', async () => {
    await announce(data)
    const before = await shown()
    await announce(data)
    expect(await shown()).toEqual(before)
  })
})

describe('an extension that is allowed', () => {
  beforeEach(async () => {
    await announce(data)
    await allow()
    answerRuns()
  })

  test('is suspended where it asks for more, until that is allowed', async () => {
    expect(await announce(wider)).toMatchObject({ state: 'suspended' })
    expect(onChange).toHaveBeenCalled()
    expect(await shown()).toMatchObject({ state: 'suspended', data: wider, before: data })
    await expect(control()).rejects.toMatchObject({ code: 'not-permitted', message: 'companions.isSuspended' })
    expect(sendMessage).not.toHaveBeenCalledWith(ID, expect.objectContaining({ type: 'run' }))
    await allow()
    expect(await control()).toMatchObject({ type: 'app' })
    expect(addedPlugins()[0]?.version).toBe('2.0.0')
  })

  test('is not where it asks for less, or for the same, and is the newer one', async () => {
    expect(await announce({ ...data, version: '1.1.0', permissions: {} })).toMatchObject({ state: 'allowed' })
    expect(addedPlugins()[0]).toMatchObject({ version: '1.1.0', permissions: {} })
    // What it gave up it has to ask for.
    expect(await announce(data)).toMatchObject({ state: 'suspended' })
  })

  test('goes on where it takes back that it asked for more', async () => {
    await announce(wider)
    expect(await announce(data)).toMatchObject({ state: 'allowed' })
    expect(await control()).toMatchObject({ type: 'app' })
  })

  test('opens nothing that was not allowed', async () => {
    answerRuns('https://remote.example/')
    await expect(control()).rejects.toMatchObject({ code: expect.stringMatching(/not-permitted|internal/) })
    answerRuns('other://4711')
    await expect(control()).rejects.toMatchObject({ code: 'not-permitted' })
  })

  test('is gone when that is taken back, and asks no more by itself', async () => {
    await revokeCompanion({ extensionId: ID })
    expect(addedPlugins()).toEqual([])
    expect(await announce(data)).toMatchObject({ state: 'refused' })
    expect(await shown()).toMatchObject({ state: 'refused' })
    await forgetCompanion({ extensionId: ID })
    expect(await viewCompanions()).toEqual([])
  })

  test.each([
    ['newer', 2, 'host-too-old', 'companions.hostTooOld'],
    ['older', 0, 'companion-too-old', 'companions.companionTooOld'],
  ])('says which side is to be updated where it speaks a %s version', async (_name, joinery, state, words) => {
    expect(await said({ joinery, type: 'announce', plugin: data })).toMatchObject({ state })
    expect(await shown()).toMatchObject({ state: 'too-old', tooOld: state })
    await expect(control()).rejects.toMatchObject({ code: 'unsupported', message: words })
    await announce(data)
    expect(await control()).toMatchObject({ type: 'app' })
  })

  test('is asked what it is now when the list is looked at, and missed where it does not answer', async () => {
    expect(await shown()).toMatchObject({ state: 'allowed', isThere: false })
    sendMessage.mockRejectedValue(new Error('Receiving end does not exist.'))
    expect(await shown()).toMatchObject({ state: 'allowed', isThere: false })
    await expect(control()).rejects.toMatchObject({ code: 'unreachable' })
    sendMessage.mockResolvedValue({ joinery: 1, type: 'announce', plugin: wider })
    expect(await shown()).toMatchObject({ state: 'suspended', isThere: true })
    expect(sendMessage).toHaveBeenLastCalledWith(ID, { joinery: 1, type: 'who' })
  })

  test('does not become another plugin', async () => {
    expect(await announce({ ...data, id: 'example.other' })).toMatchObject({ state: 'taken' })
    expect(addedPlugins().map(({ id }) => id)).toEqual([data.id])
  })
})

describe('an id is nobody else’s', () => {
  test.each(['com.teamviewer.reach', 'com.omnovia', 'example.joinery.demo'])(
    'not where %s is compiled in',
    async (id) => {
      expect(await announce({ ...data, id })).toMatchObject({ state: 'taken' })
      expect(await viewCompanions()).toEqual([])
    },
  )

  test('not where a file brought a plugin of that id, before or meanwhile', async () => {
    await announce(data)
    await keepPlugin({ id: data.id, source: 'file', data: {} })
    await expect(allow()).rejects.toMatchObject({ code: 'conflict' })
    expect(await announce(data, OTHER)).toMatchObject({ state: 'taken' })
  })

  test('not where another extension has it, asked first or had it', async () => {
    await announce(data)
    await announce(data, OTHER)
    await allow()
    await expect(allow(OTHER)).rejects.toMatchObject({ code: 'conflict' })
    await forgetCompanion({ extensionId: OTHER })
    expect(await announce(data, OTHER)).toMatchObject({ state: 'taken' })
    await revokeCompanion({ extensionId: ID })
    expect(await announce(data, OTHER)).toMatchObject({ state: 'taken' })
    await forgetCompanion({ extensionId: ID })
    expect(await announce(data, OTHER)).toMatchObject({ state: 'asks' })
  })
})

test('one that cannot be read is kept, and takes no other along', async () => {
  const odd = { id: 'example.odd', source: 'companion', data: '{' } as const
  vi.spyOn(console, 'error').mockImplementation(() => {})
  await browser.storage.local.set({ addedPlugins: [odd] })
  await announce(data)
  await allow()
  expect(await shown()).toMatchObject({ state: 'allowed' })
  expect(await keptPlugins()).toContainEqual(odd)
})

describe('whoever talks too much is not heard', () => {
  test('one extension', async () => {
    const states = await Promise.all(Array.from({ length: 12 }, () => announce(data)))
    expect(states.filter((answer) => answer?.state === 'asks')).toHaveLength(10)
    expect(states.at(-1)).toMatchObject({ state: 'busy' })
    minutes += 1
    vi.spyOn(Date, 'now').mockReturnValue(minutes * 60_000)
    expect(await announce(data)).toMatchObject({ state: 'asks' })
  })

  test('many extensions, of which the first are kept', async () => {
    const ids = Array.from({ length: 70 }, (_, index) => `stranger-${index}`)
    const states: unknown[] = []
    for (const id of ids) states.push((await announce(data, id))?.state)
    expect(states.filter((state) => state === 'asks')).toHaveLength(MOST_ASKS)
    expect(states.slice(MOST_ASKS)).toEqual(Array.from({ length: 60 }, () => 'busy'))
    const kept = await viewCompanions()
    expect(kept.map(({ extensionId }) => extensionId)).toEqual(ids.slice(0, MOST_ASKS))
  })
})

test('whoever waits for an answer is counted, and every change of that is told', async () => {
  const onWaiting = vi.fn()
  followWaiting(onWaiting)
  const counts: number[] = []
  const steps = [announce.bind(null, data), allow, announce.bind(null, wider), allow, announce.bind(null, data, OTHER)]
  for (const step of steps) {
    await step()
    counts.push(await countWaiting())
  }
  expect(counts).toEqual([1, 0, 1, 0, 0])
  expect(onWaiting.mock.calls.length).toBeGreaterThanOrEqual(4)
})
