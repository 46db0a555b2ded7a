/** Tries an example: runs its action as a host would and keeps everything that came out, unchecked. @module */
import { isPluginError, PluginError } from '../errors.ts'
import type { AnyArguments, FetchHost, Plugin } from '../plugin.ts'
import { type PreparedRun, prepareRun } from '../prepare-run.ts'
import { hostFor } from '../task-host.ts'
import type { Text } from '../text.ts'
import type { Example } from './example.ts'
import { type Answer, answersOf, fakeServer, type SentRequest } from './fake-server.ts'

/** What came out of one try. */
export interface Attempt {
  /** What the action gave, before the host checked it; `undefined` where it was refused. */
  readonly outcome: unknown
  /** The refusal; anything else that was thrown stands as `internal` with its cause. */
  readonly error: PluginError | undefined
  readonly requests: readonly SentRequest[]
  /** Addresses that it tried to call and that its permissions do not name. */
  readonly undeclared: readonly string[]
  /** Lines that it logged and texts of its progress, secrets masked as the host masks them. */
  readonly logs: readonly string[]
  /** The texts of its progress. */
  readonly progress: readonly Text[]
  readonly saves: readonly { readonly [field: string]: unknown }[]
}

/** How a try may differ from the example. */
export interface Circumstances {
  readonly answer?: Answer
  readonly controller?: AbortController
  /** Sees the arguments before the action gets them. */
  readonly arrange?: (args: AnyArguments) => void
}

/** Runs an example's action with its values; never throws. */
export async function attempt(
  plugin: Plugin,
  example: Example,
  { answer = answersOf(example.replies ?? []), controller = new AbortController(), arrange }: Circumstances = {},
): Promise<Attempt> {
  const server = fakeServer(answer)
  const undeclared: string[] = []
  const logs: string[] = []
  const progress: Text[] = []
  const saves: { readonly [field: string]: unknown }[] = []
  const told = { requests: server.requests, undeclared, logs, progress, saves }
  try {
    const { action, args } = prepare(plugin, example)
    arrange?.(args)
    if (action.kind === 'link') return { ...told, outcome: action.build(args), error: undefined }
    const host = hostFor(plugin, args, {
      fetch: server.fetch,
      random: countingBytes(),
      now: () => example.now,
      signal: controller.signal,
      log: (message) => void logs.push(message),
      progress(_fraction, text = '') {
        logs.push(JSON.stringify(text))
        if (text !== '') progress.push(text)
      },
      save: async (target) => void saves.push(target),
      targets: async () => example.targets ?? [],
    })
    const watched = { ...host, fetch: watchedFetch(host.fetch, server.requests, undeclared) }
    const outcome = await Promise.race([action.run({ ...args, host: watched }), server.overrun])
    return { ...told, outcome, error: undefined }
  } catch (error) {
    return { ...told, outcome: undefined, error: asPluginError(error) }
  }
}

/** An example's action and arguments, as the host would prepare them. */
export function prepare(plugin: Plugin, { action, account = {}, target = {}, person = {}, input = {}, now }: Example) {
  return prepareRun({ plugin, action, account, target, person, input, now }) satisfies PreparedRun
}

/** A PluginError as it is; anything else as the host would name it. */
export function asPluginError(error: unknown): PluginError {
  return isPluginError(error) ? error : new PluginError('internal', 'The plugin failed.', { cause: error })
}

/** Why a try failed, in words for the plugin's author. */
export function reasonOf({ code, field, message, cause }: PluginError): string {
  if (code === 'internal' && cause !== undefined) return `it threw ${cause}`
  return `it was refused as "${code}"${field === undefined ? '' : ` (field ${field})`}: ${message}`
}

/** Without a grant there is no `fetch`; a caller of it all the same is recorded. */
function watchedFetch(
  granted: FetchHost['fetch'] | undefined,
  arrived: readonly SentRequest[],
  undeclared: string[],
): FetchHost['fetch'] {
  return async (url, request) => {
    const before = arrived.length
    if (granted === undefined) {
      undeclared.push(url)
      throw new TypeError('host.fetch is not a function')
    }
    // The request is recorded before the first await, so what has not arrived by now was held back.
    const reply = granted(url, request)
    if (arrived.length === before) undeclared.push(String(url))
    return reply
  }
}

/** Bytes that differ from call to call and are the same in every try. */
function countingBytes(): (byteCount: number) => Uint8Array {
  let next = 0
  return (byteCount) => Uint8Array.from({ length: byteCount }, () => next++ % 256)
}
