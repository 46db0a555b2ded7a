/** What a plugin that means harm cannot get through its host: more permissions, other addresses, the browser's own API. @module */
import { describe, expect, test, vi } from 'vitest'
import { type Capabilities, runAction, sealPlugin } from './host.ts'
import { definePlugin, type Outcome, type Plugin, type TaskHost } from './index.ts'
import type { FetchHost, SaveHost } from './plugin.ts'

type Host = TaskHost & FetchHost & SaveHost
interface Given {
  readonly host: Host
  readonly account: { readonly server: string }
  readonly target: { readonly room: string; readonly rows: readonly { readonly key: string }[] | undefined }
}

const EVIL = 'https://evil.example/'
const DONE: Outcome = { type: 'done' }
/** Stands for the browser's API, which only the host may have. */
const browserApi = { tabs: { create: () => undefined } }

/** What the platform lends, with the browser's API beside it as a careless host might have it. */
function lent() {
  const controller = new AbortController()
  const platformFetch = vi.fn(async (url: unknown) => new Response(String(url)))
  const capabilities = {
    fetch: platformFetch as typeof fetch,
    random: (byteCount: number) => new Uint8Array(byteCount),
    now: () => 0,
    signal: controller.signal,
    log: vi.fn(),
    progress: vi.fn(),
    save: vi.fn(async (_target: object) => undefined),
    targets: async () => [],
    browser: browserApi,
  } satisfies Capabilities & { readonly browser: object }
  for (const part of Object.values(capabilities)) if (typeof part === 'function') Object.assign(part, { browserApi })
  return { capabilities, controller, platformFetch }
}

function pluginThat(act: (given: Given) => unknown): Plugin {
  return definePlugin({
    api: 1,
    id: 'example.hostile',
    name: 'Hostile',
    version: '1.0.0',
    permissions: { open: ['{account.server}/*'], fetch: ['{account.server}/*', 'https://api.example/v1/*'] },
    account: { server: { type: 'url', label: 'Server' } },
    target: {
      name: 'Room',
      fields: {
        room: { type: 'text', label: 'Room' },
        rows: { type: 'list', label: 'Rows', optional: true, fields: { key: { type: 'text', label: 'Key' } } },
      },
    },
    actions: ({ task }) => ({
      act: task({ label: 'Act', for: 'me', run: async (given) => ((await act(given as Given)) ?? DONE) as Outcome }),
    }),
  })
}

const account = { server: 'https://own.example/' }
const target = { room: 'lobby', rows: [{ key: 'x' }] }

async function ran(act: (given: Given) => unknown, plugin = pluginThat(act)) {
  const { capabilities, platformFetch } = lent()
  const outcome = await runAction({ plugin, action: 'act', account, target, now: 0 }, capabilities).catch(
    (error: unknown) => error,
  )
  return { outcome, asked: platformFetch.mock.calls.map(([url]) => url), capabilities }
}

/** Does it, and swallows what comes of it, as an attack would. */
function attempt(work: () => unknown): void {
  try {
    work()
  } catch {}
}

describe('a plugin that changes what it was given', () => {
  test('calls no other server by changing its account’s setting', async () => {
    const { outcome, asked } = await ran(async ({ account: own, host }) => {
      attempt(() => Object.assign(own, { server: EVIL }))
      attempt(() => Object.defineProperty(own, 'server', { value: EVIL }))
      await host.fetch(`${EVIL}x`)
    })
    expect(outcome).toMatchObject({ code: 'not-permitted' })
    expect(asked).toEqual([])
  })

  test('opens no other server’s link by changing its account’s setting', async () => {
    const { outcome } = await ran(({ account: own }) => {
      attempt(() => Object.assign(own, { server: EVIL }))
      return { type: 'tab', url: `${EVIL}x` }
    })
    expect(outcome).toMatchObject({ code: 'not-permitted' })
  })

  test('permits itself nothing while it runs', async () => {
    const plugin: Plugin = pluginThat(async ({ host }) => {
      const { permissions } = plugin as unknown as { readonly permissions: Record<string, string[]> }
      attempt(() => permissions.fetch?.push(`${EVIL}*`))
      attempt(() => permissions.open?.push(`${EVIL}*`))
      attempt(() => Object.assign(plugin, { permissions: { open: [`${EVIL}*`], fetch: [`${EVIL}*`] } }))
      await expect(host.fetch(EVIL)).rejects.toMatchObject({ code: 'not-permitted' })
      return { type: 'tab', url: EVIL }
    })
    const { outcome, asked } = await ran(() => undefined, plugin)
    expect(outcome).toMatchObject({ code: 'not-permitted' })
    expect(asked).toEqual([])
  })

  test('permits itself nothing from one run to the next, once its host has sealed it', async () => {
    const plugin = pluginThat(() => ({ type: 'tab', url: EVIL }))
    let read = 0
    const permissions = {
      get open() {
        read += 1
        return read === 1 ? ['https://own.example/*'] : [`${EVIL}*`]
      },
    }
    const sealed = sealPlugin({ ...plugin, permissions })
    expect(sealed.permissions.open).toEqual(['https://own.example/*'])
    attempt(() => Object.assign(sealed, { permissions: { open: [`${EVIL}*`] } }))
    expect((await ran(() => undefined, sealed)).outcome).toMatchObject({ code: 'not-permitted' })
    expect(sealPlugin(sealed)).toBe(sealed)
  })

  test('stores what it said, not what it makes of it afterwards', async () => {
    const { capabilities } = await ran(async ({ host }) => {
      const said = { room: 'lobby', rows: [{ key: 'a' }] }
      const saved = host.save(said)
      said.room = 'other'
      said.rows.push({ key: 'b' })
      await saved
    })
    expect(capabilities.save.mock.calls).toEqual([[{ room: 'lobby', rows: [{ key: 'a' }] }]])
  })

  test('gets no other host by writing over the one that it has', async () => {
    const { outcome, asked } = await ran(async ({ host }) => {
      for (const name of Object.keys(host)) attempt(() => Object.assign(host, { [name]: () => undefined }))
      for (const part of Object.values(host)) attempt(() => Object.assign(part, { call: () => undefined }))
      await host.fetch('https://own.example/x')
    })
    expect(outcome).toEqual(DONE)
    expect(asked).toEqual(['https://own.example/x'])
  })
})

describe('the host of a task', () => {
  /** What every realm has; whoever runs in it has these without a host. */
  const intrinsics = reachableFrom([{}, [], () => undefined, async () => undefined, Promise.resolve()])

  test('leads to nothing of the platform, whichever way one walks', async () => {
    let reached: ReadonlySet<object> = new Set()
    const { capabilities } = await ran(async (given) => {
      const reply = await given.host.fetch('https://own.example/x')
      const bytes = given.host.random(2)
      reached = reachableFrom([given, reply, bytes, await given.host.targets()])
    })
    expect(reached.size).toBeGreaterThan(10)
    const kept = [capabilities, browserApi, browserApi.tabs, globalThis, ...Object.values(capabilities)]
    expect(kept.filter((thing) => typeof thing === 'object' || typeof thing === 'function').length).toBe(kept.length)
    expect(kept.filter((thing) => reached.has(thing))).toEqual([])
  })

  test('is frozen with everything that it leads to', async () => {
    let loose: readonly unknown[] = ['it did not run']
    await ran(async ({ host, account: own, target: room }) => {
      const reply = await host.fetch('https://own.example/x')
      const reached = reachableFrom([host, reply, own, room])
      loose = [...reached].filter((thing) => !intrinsics.has(thing) && !Object.isFrozen(thing))
    })
    expect(loose).toEqual([])
  })

  test('has a signal of its own, which follows the host’s and cannot be used to call off others', async () => {
    const { capabilities, controller } = lent()
    const heard: boolean[] = []
    const plugin = pluginThat(async ({ host }) => {
      expect(host.signal).not.toBe(controller.signal)
      Object.assign(host.signal, { browserApi: 'mine' })
      controller.abort()
      heard.push(host.signal.aborted)
    })
    await runAction({ plugin, action: 'act', account, target, now: 0 }, capabilities)
    expect(heard).toEqual([true])
    expect(controller.signal).not.toHaveProperty('browserApi')
  })

  /** Every object that properties, getters, prototypes and `constructor` lead to; engines' own things are their end. */
  function reachableFrom(starts: readonly unknown[]): ReadonlySet<object> {
    const reached = new Set<object>()
    const open: unknown[] = [...starts]
    while (open.length > 0) {
      const thing = open.pop()
      if ((typeof thing !== 'object' && typeof thing !== 'function') || thing === null || reached.has(thing)) continue
      if (thing instanceof AbortSignal || ArrayBuffer.isView(thing)) continue
      reached.add(thing)
      open.push(Object.getPrototypeOf(thing))
      for (const property of Object.values(Object.getOwnPropertyDescriptors(thing))) {
        open.push(property.value, property.get, property.set)
      }
      for (const symbol of Object.getOwnPropertySymbols(thing)) attempt(() => open.push(Reflect.get(thing, symbol)))
    }
    return reached
  }
})
