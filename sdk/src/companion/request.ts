/** Reads what a host asks for: the host is trusted by its id, and held to the envelope's shape all the same. @module */
import { facts } from '../prepare-run.ts'
import { MOST_CHARACTERS_ASKED, type RunMessage } from './envelope.ts'
import { plainData } from './plain-data.ts'
import { number, object, oneOf, record, type Shape, text } from './shapes.ts'

const NAME = /^[A-Za-z]\w{0,63}$/
const anything: Shape<unknown> = (value) => value
const values = record(anything, 100, NAME)
const fact = new RegExp(`^(${facts.join('|')})$`)

const run = object<RunMessage>(
  {
    joinery: oneOf(1),
    type: oneOf('run'),
    runId: text(100),
    plugin: text(100),
    action: text(64),
    account: values,
    target: values,
    person: record(text(1000), facts.length, fact),
    input: values,
    now: number,
  },
  {},
)

/**
 * The request in a message.
 *
 * @throws PluginError `bad-answer` where it is none.
 */
export function readRun(message: unknown): RunMessage {
  return run(plainData(message, MOST_CHARACTERS_ASKED), 'message')
}
