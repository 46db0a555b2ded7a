/** Reads what a companion answers to a run, as hostile data. @module */
import { PluginError } from '../errors.ts'
import type { Outcome } from '../outcome.ts'
import { COMPANION_VERSION, MOST_CHARACTERS, type RanMessage, type RunMessage, versionOf } from './envelope.ts'
import { errorShape, outcomeShape } from './outcome-shape.ts'
import { plainData } from './plain-data.ts'
import { badAnswer, companionTooOld, hostTooOld } from './sentences.ts'
import { object, oneOf, text } from './shapes.ts'

const ran = object<Omit<RanMessage, 'joinery'>>(
  { type: oneOf('ran'), runId: text(100), plugin: text(100) },
  { outcome: outcomeShape, error: errorShape },
)

/**
 * The outcome in a reply. Its links are still to be checked against the plugin's permissions, by `runAction`.
 *
 * @throws PluginError the companion's own, `unsupported` for another version of the envelope, `bad-answer` for what is too
 * large, of no known shape, or an answer to another run or of another plugin.
 * @example
 * const asked: RunMessage = { joinery: 1, type: 'run', runId: 'a', plugin: 'example.meet', action: 'end', account: {}, target: {}, person: {}, input: {}, now: 0 }
 * readReply({ joinery: 1, type: 'ran', runId: 'a', plugin: 'example.meet', outcome: { type: 'done' } }, asked) // { type: 'done' }
 */
export function readReply(message: unknown, asked: RunMessage): Outcome {
  const version = versionOf(message)
  if (version !== undefined && version > COMPANION_VERSION) throw hostTooOld()
  if (version !== undefined && version < COMPANION_VERSION) throw companionTooOld()
  if (version === undefined) throw badAnswer('it is no message of a companion')
  const reply = ran(plainData(message, MOST_CHARACTERS), 'reply')
  if (reply.runId !== asked.runId) throw badAnswer('it answers another run')
  if (reply.plugin !== asked.plugin) throw badAnswer('it comes from another plugin')
  const { error, outcome } = reply
  if (error !== undefined) throw new PluginError(error.code, error.text, error)
  if (outcome === undefined) throw badAnswer('it holds neither an outcome nor an error')
  return outcome
}
