/** Check: nothing is permitted that nothing needs. @module */
import { isPattern, matchesPattern } from '../../patterns.ts'
import type { Plugin } from '../../plugin.ts'
import { successes, taskExamples } from '../actions.ts'
import { type Attempt, attempt, prepare } from '../attempt.ts'
import type { Example } from '../example.ts'
import { failures } from '../failures.ts'
import { linksIn } from '../links-in.ts'
import type { Check } from '../report.ts'
import { failingAt, hostileVariants, placesOf } from '../runs.ts'

interface Permission {
  readonly kind: 'open' | 'fetch'
  readonly pattern: string
}

type Run = readonly [example: Example, tried: Attempt]

/** Nothing is permitted that nothing needs. */
export const permissionsUsed: Check = {
  id: 'permissions-used',
  title: 'Every declared permission is used by an example, or by a hostile or failing run of one.',
  mends: 'takes it out of the list',
  severity: 'warning',
  find: async (plugin, examples) => {
    if (permissionsOf(plugin).length === 0) return 'not-applicable'
    const unused = await unusedPermissions(plugin, examples)
    return unused.map(({ kind, pattern }) => `permissions.${kind}: nothing that was tried used "${pattern}"`)
  },
}

/** The permissions that nothing used, of all that was tried. */
export async function unusedPermissions(plugin: Plugin, examples: readonly Example[]): Promise<readonly Permission[]> {
  let unused = permissionsOf(plugin)
  if (unused.length === 0) return []
  for await (const [example, tried] of runs(plugin, examples)) {
    unused = unused.filter((permission) => !isUsed(permission, plugin, example, tried))
    if (unused.length === 0) return []
  }
  return unused
}

/** What is of no form that the host understands is another check's to find. */
function permissionsOf({ permissions: { open = [], fetch = [] } }: Plugin): readonly Permission[] {
  return [
    ...open.map((pattern) => ({ kind: 'open', pattern }) as const),
    ...fetch.map((grant) => ({ kind: 'fetch', pattern: typeof grant === 'string' ? grant : grant.pattern }) as const),
  ].filter(({ pattern }) => isPattern(pattern))
}

/** The cheap runs first, since most permissions are used by some example as it is. */
async function* runs(plugin: Plugin, examples: readonly Example[]): AsyncGenerator<Run> {
  for (const example of examples) yield [example, await attempt(plugin, example)]
  for (const example of taskExamples(plugin, examples)) {
    const { requests } = await attempt(plugin, example)
    for (const index of requests.keys()) {
      for (const failure of failures) yield [example, await failingAt(plugin, example, index, failure)]
    }
  }
  for (const { example, action } of successes(plugin, examples)) {
    for (const variant of placesOf(plugin, action).flatMap((place) => hostileVariants(example, place))) {
      yield [variant.example, await attempt(plugin, variant.example)]
    }
  }
}

function isUsed({ kind, pattern }: Permission, plugin: Plugin, example: Example, tried: Attempt): boolean {
  const addresses = kind === 'fetch' ? tried.requests.map(({ url }) => url) : linksIn(tried.outcome)
  if (addresses.length === 0) return false
  const { account } = prepare(plugin, example).args
  return addresses.some((address) => matchesPattern(pattern, address, account))
}
