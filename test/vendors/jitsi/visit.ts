/** Makes a link with the plugin as the extension does, and follows it to the simulated server. @module */
import { jitsi } from '@joinery/jitsi'
import type { Outcome } from '@joinery/sdk'
import { type RawValues, runAction } from '@joinery/sdk/host'
import type { Setup } from './deployment.ts'
import { follow, type Visit } from './server.ts'

/** 14 November 2023. */
export const NOW = 1_700_000_000_000

export const joe = { firstName: 'Joe', lastName: 'Smith', username: 'joe', email: 'joe@smith.com' }
export const jane = { firstName: 'Jane', lastName: 'Doe', email: 'jane.doe@example.com' }

/** What differs from Joe joining, or Jane being invited to, the room Northwind. */
export interface Case {
  readonly settings?: RawValues
  readonly target?: RawValues
  readonly person?: RawValues
  /** Milliseconds from making the link to following it. */
  readonly later?: number
}

/** Runs an action for an account at this server. */
export async function act({ settings }: Setup, action: 'join' | 'invite', given: Case = {}): Promise<Outcome> {
  const unused = () => {
    throw new Error('The plugin needs nothing of the host')
  }
  return await runAction(
    {
      plugin: jitsi,
      action,
      account: { ...settings, ...given.settings },
      target: { room: 'Northwind', ...given.target },
      person: given.person ?? (action === 'join' ? joe : jane),
      now: NOW,
    },
    {
      fetch: unused,
      random: unused,
      now: unused,
      signal: new AbortController().signal,
      log: unused,
      progress: unused,
      save: unused,
      targets: unused,
    },
  )
}

/** The link that an outcome gives. */
export function linkIn(outcome: Outcome): string {
  const link = outcome.type === 'tab' ? outcome.url : outcome.type === 'links' ? outcome.guest : undefined
  if (link === undefined) throw new Error(`A ${outcome.type} has no link`)
  return link
}

/** Runs an action and follows its link. */
export async function visit(setup: Setup, action: 'join' | 'invite', given: Case = {}): Promise<Visit> {
  return follow(setup.deployment, linkIn(await act(setup, action, given)), NOW + (given.later ?? 0))
}
