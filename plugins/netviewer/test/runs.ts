/** Runs an action as a host does, with a gateway that answers as the test says. @module */
import type { Outcome, PluginError } from '@joinery/sdk'
import { Secret } from '@joinery/sdk'
import { type Capabilities, type RawValues, type RunRequest, runAction } from '@joinery/sdk/host'
import { account, me, NOW } from '../src/example-values.ts'
import netviewer from '../src/index.ts'

/** A stored session, or what is stored of it. */
export type Target = { readonly [field: string]: unknown }

/** What arrived at the gateway. */
export interface Arrived {
  readonly method: string
  readonly url: string
  readonly json: unknown
}

/** How a run may differ. */
export interface Circumstances {
  readonly answer?: (request: Arrived, count: number) => Response | Promise<Response>
  readonly save?: (target: Target, count: number) => void | Promise<void>
  readonly signal?: AbortSignal
  readonly targets?: readonly RawValues[]
  readonly progress?: (fraction: number) => void
}

/** What came of a run. */
export interface Ran {
  readonly outcome: Outcome | undefined
  readonly error: PluginError | undefined
  readonly saves: readonly Target[]
  readonly requests: readonly Arrived[]
  /** What a host would have stored in the end. */
  readonly kept: Target | undefined
}

/** Runs it with the examples' account and user unless told. */
export async function run(
  action: string,
  request: Omit<Partial<RunRequest>, 'plugin' | 'action'> = {},
  { answer, save, signal, targets = [], progress }: Circumstances = {},
): Promise<Ran> {
  const saves: Target[] = []
  const requests: Arrived[] = []
  let saveCount = 0
  const capabilities: Capabilities = {
    fetch: async (url, { method = 'GET', body, signal: life } = {}) => {
      life?.throwIfAborted()
      const json = typeof body === 'string' ? JSON.parse(body) : undefined
      requests.push({ method, url: String(url), json })
      if (answer === undefined) throw new TypeError('fetch failed')
      return await answer({ method, url: String(url), json }, requests.length)
    },
    random: (byteCount) => crypto.getRandomValues(new Uint8Array(byteCount)),
    now: () => NOW,
    signal: signal ?? new AbortController().signal,
    log: () => undefined,
    progress: progress ?? (() => undefined),
    save: async (target) => {
      saveCount += 1
      await save?.(target, saveCount)
      saves.push(target)
    },
    targets: async () => targets,
  }
  const wanted = { account, person: me, now: NOW, ...request }
  const result = await runAction({ plugin: netviewer, action, ...wanted }, capabilities).then(
    (outcome) => ({ outcome, error: undefined }),
    (error: PluginError) => ({ outcome: undefined, error }),
  )
  const target = result.outcome?.type === 'target' ? result.outcome.target : saves.at(-1)
  return { ...result, saves, requests, kept: target === undefined ? undefined : bare(target) }
}

/** An answer in JSON. */
export function json(body: unknown, status = 200): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json'
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': type } })
}

/** A target with its secrets revealed, as a vault holds it. */
export function bare(target: Target): Target {
  return Object.fromEntries(
    Object.entries(target).map(([name, value]) => [name, value instanceof Secret ? value.reveal() : value]),
  )
}

/** A token that no other test has. */
export function newToken(): string {
  return `${crypto.randomUUID().replaceAll('-', '').toUpperCase()}01`
}
