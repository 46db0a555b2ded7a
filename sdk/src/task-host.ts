/** The host that a task gets: what its plugin's permissions grant, of what the platform lends. @module */
import type { Fields } from './fields.ts'
import { maskSecrets, maskTexts, secretsIn } from './mask-secrets.ts'
import type { AnyArguments, FetchHost, Plugin, SaveHost, TaskHost } from './plugin.ts'
import { restrictFetch } from './restrict-fetch.ts'
import { snapshot } from './snapshot.ts'

/** What the platform lends to tasks. */
export interface Capabilities {
  readonly fetch: typeof fetch
  readonly random: (byteCount: number) => Uint8Array
  readonly now: () => number
  readonly signal: AbortSignal
  readonly log: TaskHost['log']
  readonly progress: TaskHost['progress']
  readonly save: SaveHost['save']
  /** The account's stored targets; a host that stores none leaves it out. */
  readonly targets?: SaveHost['targets']
}

/**
 * Lends a task what the permissions grant; what they do not name is absent.
 *
 * Nothing of the platform's own is handed over: each function is made here for this run, takes what it is given as it is at
 * that moment, and is frozen with all that it can be reached from.
 */
export function hostFor(
  plugin: Plugin,
  args: AnyArguments,
  capabilities: Capabilities,
): TaskHost & Partial<FetchHost & SaveHost> {
  const { fetch, signal } = capabilities
  const secrets = secretsIn([args.account, args.target, args.input])
  const host: TaskHost = {
    random: (byteCount) => capabilities.random(byteCount),
    now: () => capabilities.now(),
    // One that follows the host's own: what a plugin hangs on it reaches nobody.
    signal: AbortSignal.any([signal]),
    progress: (fraction, text) => capabilities.progress(fraction, maskTexts(snapshot(text), secrets)),
    log: (message) => capabilities.log(maskSecrets(String(message), secrets)),
  }
  const granted: FetchHost | undefined =
    plugin.permissions.fetch === undefined
      ? undefined
      : { fetch: restrictFetch(fetch, plugin.permissions, args.account, signal) }
  const keeping: SaveHost | undefined =
    plugin.target === undefined
      ? undefined
      : {
          save: async (target) => capabilities.save(snapshot(target)),
          targets: () => storedTargets(plugin.target?.fields ?? {}, capabilities),
        }
  const lent = { ...host, ...granted, ...keeping }
  for (const part of Object.values(lent)) if (typeof part === 'function') Object.freeze(part)
  return Object.freeze(lent)
}

/** What is stored, without secrets: a task that looks at many targets has no use for their keys. */
async function storedTargets(
  fields: Fields,
  { targets }: Capabilities,
): Promise<Awaited<ReturnType<SaveHost['targets']>>> {
  const names = Object.keys(fields).filter((name) => !['secret', 'list', 'file'].includes(fields[name]?.type ?? ''))
  const stored = (await targets?.()) ?? []
  return stored.map((target) =>
    Object.fromEntries(names.filter((name) => Object.hasOwn(target, name)).map((name) => [name, target[name]])),
  )
}
