/** The companion's half: announces its plugin to the hosts, and runs actions for them and for nobody else. @module */
import { isPluginError, PluginError } from '../errors.ts'
import { runAction } from '../host.ts'
import type { Outcome } from '../outcome.ts'
import type { Plugin } from '../plugin.ts'
import type { Capabilities } from '../task-host.ts'
import { dataHalf } from './data-half.ts'
import {
  type AnnounceMessage,
  COMPANION_VERSION,
  type CompanionState,
  type ErrorData,
  type RanMessage,
  REPLY_MILLISECONDS,
  type RunMessage,
  type VersionMessage,
  versionOf,
} from './envelope.ts'
import { readRun } from './request.ts'
import { storesNothing } from './sentences.ts'
import { travelling } from './values.ts'

/** Who sent a message, as browsers tell it. */
export interface MessageSender {
  readonly id?: string | undefined
  readonly url?: string | undefined
}

interface Event<Listener> {
  addListener(listener: Listener): void
}

type MessageListener = (message: unknown, sender: MessageSender, sendResponse: (answer: unknown) => void) => unknown

/** What is needed of `chrome.runtime`, which both browsers have. */
export interface CompanionRuntime {
  sendMessage(extensionId: string, message: unknown): Promise<unknown>
  readonly onMessageExternal: Event<MessageListener>
  readonly onInstalled: Event<() => void>
  readonly onStartup: Event<() => void>
}

/** How a companion serves. */
export interface CompanionOptions {
  /** The ids of the extensions that may ask; Joinery has one for each browser. */
  readonly hosts: readonly string[]
  readonly runtime: CompanionRuntime
  /** Told what a host says to the announcement; prints what its author should know unless given. */
  readonly onState?: (state: CompanionState | 'absent', host: string, detail: string) => void
  /** What tasks call with, within the plugin's permissions; the platform's unless given. */
  readonly fetch?: typeof fetch
}

/** A companion at work. */
export interface Companion {
  /** Announces the plugin anew, as after a click on the companion's own button. */
  announce(): Promise<void>
}

/**
 * Serves a plugin from an extension's background. To be called while its script starts, so that messages find it: the
 * browser wakes a background for those listeners alone that it had at once.
 *
 * @example
 * const quiet = { addListener: () => undefined }
 * const runtime: CompanionRuntime = { sendMessage: async () => ({ joinery: 1, type: 'announced', state: 'asks' }), onMessageExternal: quiet, onInstalled: quiet, onStartup: quiet }
 * const states: string[] = []
 * const companion = serveCompanion(plugin, { hosts: ['the id of Joinery'], runtime, onState: (state) => states.push(state) })
 * await companion.announce()
 * states // ['asks']
 */
export function serveCompanion(plugin: Plugin, options: CompanionOptions): Companion {
  const { hosts, runtime } = options
  runtime.onMessageExternal.addListener((message, sender, sendResponse) => {
    // Whoever else asks gets no answer, not even that there is a companion.
    if (!isHost(hosts, sender)) return undefined
    void answerTo(plugin, message, options).then(sendResponse)
    // Chromium keeps the way back open for this alone.
    return true
  })
  const announce = async () => {
    await Promise.all(hosts.map((host) => announceTo(host, plugin, options)))
  }
  runtime.onInstalled.addListener(() => void announce())
  runtime.onStartup.addListener(() => void announce())
  return { announce }
}

/** A host's background or page; a script in a web page has the extension's id, and that page's address. */
function isHost(hosts: readonly string[], { id, url }: MessageSender): boolean {
  return id !== undefined && hosts.includes(id) && (url === undefined || /^(chrome|moz)-extension:/.test(url))
}

async function announceTo(host: string, plugin: Plugin, { runtime, onState = tellAuthor }: CompanionOptions) {
  try {
    const answer = (await runtime.sendMessage(host, announcementOf(plugin))) as {
      readonly state?: CompanionState
      readonly detail?: unknown
    } | null
    if (answer?.state === undefined) return onState('absent', host, 'It does not answer.')
    onState(answer.state, host, String(answer.detail ?? ''))
  } catch (error) {
    onState('absent', host, String(error))
  }
}

function tellAuthor(state: CompanionState | 'absent', host: string, detail: string): void {
  if (state !== 'allowed' && state !== 'absent') console.info(`${host}: ${state}. ${detail}`)
}

function announcementOf(plugin: Plugin): AnnounceMessage {
  return { joinery: COMPANION_VERSION, type: 'announce', plugin: dataHalf(plugin) }
}

async function answerTo(
  plugin: Plugin,
  message: unknown,
  options: CompanionOptions,
): Promise<AnnounceMessage | RanMessage | VersionMessage | undefined> {
  if (versionOf(message) !== COMPANION_VERSION) return { joinery: COMPANION_VERSION, type: 'version' }
  const { type } = message as { readonly type?: unknown }
  if (type === 'who') return announcementOf(plugin)
  if (type !== 'run') return undefined
  try {
    return await ran(plugin, readRun(message), options)
  } catch {
    // It cannot be said which run this answers.
    return undefined
  }
}

async function ran(plugin: Plugin, asked: RunMessage, options: CompanionOptions): Promise<RanMessage> {
  const { runId, action, account, target, person, input, now } = asked
  const head = { joinery: COMPANION_VERSION, type: 'ran', runId, plugin: plugin.id } as const
  try {
    if (asked.plugin !== plugin.id) throw new PluginError('not-applicable', `This is ${plugin.id}.`)
    const request = { plugin, action, account, target, person, input, now }
    const outcome = await runAction(request, capabilitiesOf(options))
    return { ...head, outcome: sendable(plugin, outcome) }
  } catch (error) {
    return { ...head, error: errorData(error) }
  }
}

function capabilitiesOf({ fetch: lent }: CompanionOptions): Capabilities {
  const save = async () => {
    throw storesNothing()
  }
  return {
    fetch: lent ?? ((...args) => fetch(...args)),
    random: (byteCount) => crypto.getRandomValues(new Uint8Array(byteCount)),
    now: Date.now,
    signal: AbortSignal.timeout(REPLY_MILLISECONDS),
    log: (line) => console.info(line),
    progress: () => undefined,
    save,
    // Not as empty: a task would take what it does not find for what is not there.
    targets: save,
  }
}

/** An outcome as it travels; what a target keeps secret goes as text to where it is sealed, and nothing else does. */
function sendable(plugin: Plugin, outcome: Outcome): Outcome {
  const plain =
    outcome.type === 'target'
      ? { ...outcome, target: travelling(plugin.target?.fields ?? {}, outcome.target) }
      : outcome
  return JSON.parse(JSON.stringify(plain)) as Outcome
}

function errorData(error: unknown): ErrorData {
  if (!isPluginError(error)) return { code: 'internal', text: 'The plugin failed.' }
  const { code, text, field, retryAfter } = error
  return {
    code,
    text,
    ...(field === undefined ? {} : { field }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  }
}
