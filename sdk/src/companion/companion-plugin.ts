/** Makes a plugin of a companion's data: each of its actions asks the companion. @module */
import { isPluginError } from '../errors.ts'
import type { Action, AnyArguments, Plugin, TaskAction } from '../plugin.ts'
import { type ActionData, COMPANION_VERSION, type PluginData, REPLY_MILLISECONDS, type RunMessage } from './envelope.ts'
import { readReply } from './reply.ts'
import { absent, cancelled, late } from './sentences.ts'
import { travelling } from './values.ts'

/** Sends a message to the companion, and gives what it answers; rejects where nobody is there. */
export type AskCompanion = (message: RunMessage) => Promise<unknown>

/**
 * A plugin whose actions are tasks that ask the companion, for at most a minute unless told. To the companion goes what the
 * data names and nothing else: settings and fields of the plugin, the facts that the action `needs`, and its input.
 * Whatever comes back is read as hostile data, and checked again like any plugin's outcome by `runAction`.
 *
 * @example
 * const ask: AskCompanion = async ({ runId, plugin: id }) => ({ joinery: 1, type: 'ran', runId, plugin: id, outcome: { type: 'tab', url: 'https://meet.example/?room=lobby' } })
 * const remote = companionPlugin(dataHalf(plugin), ask)
 * const request = { plugin: remote, action: 'join', account: {}, target: { room: 'lobby' }, now: 0 }
 * await runAction(request, { signal: new AbortController().signal }) // { type: 'tab', url: 'https://meet.example/?room=lobby' }
 */
export function companionPlugin(
  data: PluginData,
  ask: AskCompanion,
  timeoutMilliseconds: number = REPLY_MILLISECONDS,
): Plugin {
  const actions = Object.entries(data.actions).map(([name, alternatives]) => {
    const tasks = alternatives.map((action): Action => {
      const run: TaskAction['run'] = async ({ host, ...args }) => {
        const message = messageFor(data, name, action, args)
        return readReply(await answerTo(message, ask, timeoutMilliseconds, host.signal), message)
      }
      return { ...action, kind: 'task', run }
    })
    return [name, tasks] as const
  })
  return { ...data, actions: Object.fromEntries(actions) }
}

function messageFor(data: PluginData, name: string, action: ActionData, args: AnyArguments): RunMessage {
  const facts = (action.needs ?? []).flatMap((fact) => {
    const value = args.person[fact]
    return value === undefined ? [] : [[fact, value] as const]
  })
  return {
    joinery: COMPANION_VERSION,
    type: 'run',
    runId: crypto.randomUUID(),
    plugin: data.id,
    action: name,
    account: travelling(data.account, args.account),
    target: action.on === 'account' ? {} : travelling(data.target?.fields ?? {}, args.target),
    person: Object.fromEntries(facts),
    input: travelling(action.input ?? {}, args.input),
    now: args.now,
  }
}

/** The answer; an error in the SDK's words where none comes, none in time, or it was called off. */
async function answerTo(
  message: RunMessage,
  ask: AskCompanion,
  milliseconds: number,
  signal: AbortSignal,
): Promise<unknown> {
  if (signal.aborted) throw cancelled()
  const { promise: end, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(late()), milliseconds)
  const stop = () => reject(cancelled())
  signal.addEventListener('abort', stop)
  try {
    return await Promise.race([sent(message, ask), end])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}

async function sent(message: RunMessage, ask: AskCompanion): Promise<unknown> {
  try {
    return await ask(message)
  } catch (error) {
    throw isPluginError(error) ? error : absent(error)
  }
}
