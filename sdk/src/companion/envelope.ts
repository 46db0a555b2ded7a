/** The envelope: every message between a host and a companion extension, and what it may hold. @module */

import type { ErrorCode } from '../errors.ts'
import type { Outcome } from '../outcome.ts'
import type { Action, Plugin } from '../plugin.ts'
import type { Text } from '../text.ts'

/**
 * The envelope's version, in each message as `joinery`. Either side refuses every other one, and tells its user which of
 * the two extensions is to be updated.
 *
 * @example
 * COMPANION_VERSION // 1
 */
export const COMPANION_VERSION = 1

/** What an announcement or a reply may hold, in characters of its texts and names, with eight for each of its parts. */
export const MOST_CHARACTERS = 256 * 1024

/** What a request may hold: a field may be a file. */
export const MOST_CHARACTERS_ASKED = 8 * 1024 * 1024

/** How long a companion may take, in milliseconds. */
export const REPLY_MILLISECONDS = 60_000

type WithoutFunction<A extends Action> = A extends Action ? Omit<A, 'build' | 'run'> : never

/** An action without its function. */
export type ActionData = WithoutFunction<Action>

/** A plugin without its functions: all of it survives JSON. */
export interface PluginData extends Omit<Plugin, 'actions'> {
  readonly actions: { readonly [name: string]: readonly ActionData[] }
}

interface Envelope {
  readonly joinery: typeof COMPANION_VERSION
}

/** A companion tells a host what it is; also its answer to {@link WhoMessage}. */
export interface AnnounceMessage extends Envelope {
  readonly type: 'announce'
  readonly plugin: PluginData
}

/**
 * What became of an announcement: the user is asked, allowed it, has to allow it anew because it may do more than before,
 * or refused it; it came too often; another plugin has its id; it is no plugin; or one side is too old for the other.
 */
export type CompanionState =
  | 'asks'
  | 'allowed'
  | 'suspended'
  | 'refused'
  | 'busy'
  | 'taken'
  | 'malformed'
  | 'companion-too-old'
  | 'host-too-old'

/** A host's answer to an announcement; `detail` is for the companion's author. */
export interface AnnouncedMessage extends Envelope {
  readonly type: 'announced'
  readonly state: CompanionState
  readonly detail?: string
}

/** A host asks a companion that it knows for its announcement. */
export interface WhoMessage extends Envelope {
  readonly type: 'who'
}

/** A host has an action run; secrets stand in it as texts, in fields of type `secret` alone. */
export interface RunMessage extends Envelope {
  readonly type: 'run'
  /** Made for this run; the reply has the same. */
  readonly runId: string
  /** The plugin's id. */
  readonly plugin: string
  readonly action: string
  readonly account: { readonly [setting: string]: unknown }
  readonly target: { readonly [field: string]: unknown }
  readonly person: { readonly [fact: string]: string }
  readonly input: { readonly [name: string]: unknown }
  /** Milliseconds since 1970. */
  readonly now: number
}

/** An error as it travels. */
export interface ErrorData {
  readonly code: ErrorCode
  readonly text: Text
  readonly field?: string
  readonly retryAfter?: number
}

/** A companion's answer to a run: the outcome or an error. */
export interface RanMessage extends Envelope {
  readonly type: 'ran'
  readonly runId: string
  readonly plugin: string
  readonly outcome?: Outcome
  readonly error?: ErrorData
}

/** A companion's answer to what is of another version than its own. */
export interface VersionMessage extends Envelope {
  readonly type: 'version'
}

/** The version of a message that came from elsewhere; `undefined` where it is no message of this kind. */
export function versionOf(message: unknown): number | undefined {
  if (typeof message !== 'object' || message === null || !Object.hasOwn(message, 'joinery')) return undefined
  const { joinery } = message as { readonly joinery?: unknown }
  return Number.isSafeInteger(joinery) ? (joinery as number) : undefined
}
