/** The command's words: what was asked for, and the exit code. @module */
import { parseArgs } from 'node:util'
import { check } from './check.ts'
import { linesOf } from './lines.ts'
import { loadPlugin, NotLoaded } from './load-plugin.ts'
import { startPlugin } from './new.ts'
import { runLine } from './run-line.ts'

/** What surrounds the command: where it stands, and where texts come from and go to. */
export interface Surroundings {
  /** The folder from which plugins are looked for. */
  readonly folder: string
  readonly input: AsyncIterable<Uint8Array | string>
  /** Writes a line of the result. */
  readonly print: (line: string) => void
  /** Writes a line for a person who watches. */
  readonly note: (line: string) => void
}

const USAGE = `joinery-plugin check <plugin> [--json] [--strict] [--fix]
  Checks a plugin with its author's examples (the package's ./examples), bundles it, and prints the report; with --json
  as one line of JSON. Exit code 0 if it passed, 1 if not; warnings do not count, unless --strict is given.
  --fix first mends what has one mending, in the plugin's own sources, and says what it changed.

joinery-plugin run <plugin> <action> [--reveal]
  Reads lines of JSON, {"account":{},"target":{},"person":{},"input":{},"now":<milliseconds>}, and prints a line for
  each: {"outcome":{...}} or {"error":{"code","message","field","retryAfter"}}. Absent parts are empty, an absent "now"
  is this moment; "targets":[{}] are those that a task finds stored. Tasks really run. Secrets are printed as [secret],
  with --reveal as they are.

joinery-plugin new [folder] [--name <name>] [--id <id>] [--kind <kind>]
  Starts a plugin, by create-joinery-plugin where that is installed; joinery-plugin new --help explains.

<plugin> is a package's name, the short name of one of ours (omnovia) or a folder such as plugins/omnovia.`

const WRONG_USAGE = 2

/** Runs the command and resolves to its exit code. */
export async function main(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const [verb, ...rest] = words
  if (verb === 'new') return orWrongUsage(startPlugin(rest, surroundings), surroundings)
  const asked = parse(words)
  if (asked === 'help') {
    surroundings.print(USAGE)
    return 0
  }
  if (typeof asked === 'string') {
    surroundings.note(`${asked}\n\n${USAGE}`)
    return WRONG_USAGE
  }
  const done =
    asked.action === undefined
      ? check(asked.plugin, asked, surroundings)
      : run(asked.plugin, asked.action, asked.reveal, surroundings)
  return orWrongUsage(done, surroundings)
}

/** The exit code of what was begun, or of a package that could not be loaded. */
async function orWrongUsage(code: Promise<number>, surroundings: Surroundings): Promise<number> {
  try {
    return await code
  } catch (error) {
    if (!(error instanceof Error) || error.name !== NotLoaded) throw error
    surroundings.note(error.message)
    return WRONG_USAGE
  }
}

interface Asked {
  readonly plugin: string
  /** Absent where the plugin is to be checked. */
  readonly action?: string
  readonly reveal: boolean
  readonly json: boolean
  readonly strict: boolean
  readonly fix: boolean
}

/** What was asked for, or what is wrong with the words. */
function parse(words: readonly string[]): Asked | 'help' | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        reveal: { type: 'boolean' },
        json: { type: 'boolean' },
        strict: { type: 'boolean' },
        fix: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    const [verb, plugin, action, ...rest] = positionals
    const { reveal = false, json = false, strict = false, fix = false } = values
    if (values.help || verb === 'help') return 'help'
    if (verb !== 'check' && verb !== 'run')
      return verb === undefined ? 'Say check, run or new.' : `There is no "${verb}".`
    if (plugin === undefined) return `Name the plugin to ${verb}.`
    if (verb === 'check') {
      if (action !== undefined || reveal) return 'check takes a plugin, --json, --strict and --fix, and nothing else.'
      return { plugin, reveal, json, strict, fix }
    }
    if (json || strict || fix) return '--json, --strict and --fix are for check; run prints JSON anyway.'
    if (action === undefined) return 'Name the action to run.'
    return rest.length === 0 ? { plugin, action, reveal, json, strict, fix } : `"${rest[0]}" is one word too many.`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function run(name: string, action: string, reveal: boolean, around: Surroundings): Promise<number> {
  const plugin = await loadPlugin(name, around.folder)
  if (!Object.hasOwn(plugin.actions, action)) {
    around.note(`${plugin.id} has no action "${action}"; it has: ${Object.keys(plugin.actions).join(', ')}`)
  }
  for await (const line of linesOf(around.input)) {
    around.print(await runLine(plugin, action, line, { reveal, note: around.note }))
  }
  return 0
}
