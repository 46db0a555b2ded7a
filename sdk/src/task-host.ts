/** The host that a task gets: what its plugin's permissions grant, of what the platform lends. @module */
import type { Fields } from './fields.ts'
import { maskSecrets, secretsIn } from './mask-secrets.ts'
import type { AnyArguments, FetchHost, Plugin, SaveHost, TaskHost } from './plugin.ts'
import { restrictFetch } from './restrict-fetch.ts'

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

/** Lends a task what the permissions grant; what they do not name is absent. */
export function hostFor(
  plugin: Plugin,
  args: AnyArguments,
  capabilities: Capabilities,
): TaskHost & Partial<FetchHost & SaveHost> {
  const { random, now, signal, progress } = capabilities
  const secrets = secretsIn([args.account, args.target, args.input])
  const host: TaskHost = {
    random,
    now,
    signal,
    progress,
    log: (message) => capabilities.log(maskSecrets(String(message), secrets)),
  }
  return Object.freeze({
    ...host,
    ...(plugin.permissions.fetch === undefined
      ? {}
      : { fetch: restrictFetch(capabilities.fetch, plugin.permissions, args.account, signal) }),
    ...(plugin.target === undefined
      ? {}
      : { save: capabilities.save, targets: () => storedTargets(plugin.target?.fields ?? {}, capabilities) }),
  })
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
