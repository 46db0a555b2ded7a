/** The command's words: what was asked for, or what is wrong with them. @module */
import { parseArgs } from 'node:util'

/** What the command prints for help. */
export const USAGE = `joinery-plugin check <plugin> [--json] [--strict] [--fix]
  Checks a plugin with its author's examples (the package's ./examples), bundles it, and prints the report; with --json
  as one line of JSON. Exit code 0 if it passed, 1 if not; warnings do not count, unless --strict is given.
  --fix first mends what has one mending, in the plugin's own sources, and says what it changed.

joinery-plugin run <plugin> <action> [--reveal]
  Reads lines of JSON, {"account":{},"target":{},"person":{},"input":{},"now":<milliseconds>}, and prints a line for
  each: {"outcome":{...}} or {"error":{"code","message","field","retryAfter"}}. Absent parts are empty, an absent "now"
  is this moment; "targets":[{}] are those that a task finds stored. Tasks really run. Secrets are printed as [secret],
  with --reveal as they are.

joinery-plugin dev <plugin> [--live]
  Opens the workbench, a page on this machine: the plugin's form, every action's outcome while you type, the checks, and
  tasks with replies that you write. It follows the plugin's files. Only with --live do tasks reach the network.

joinery-plugin docs <plugin> [--check]
  Writes the tables of the plugin's README: fields, actions, permissions, and where each value goes. With --check it
  writes nothing, and exits with 1 where they are out of date.

joinery-plugin new [folder] [--name <name>] [--id <id>] [--kind <kind>]
  Starts a plugin, by create-joinery-plugin where that is installed; joinery-plugin new --help explains.

<plugin> is a package's name, the short name of one of ours (omnovia), a folder such as plugins/omnovia, or a plugin file
such as meet.plugin.json, with its examples in meet.examples.json beside it.`

/** What was asked for. */
export type Asked =
  | {
      readonly verb: 'check'
      readonly plugin: string
      readonly json: boolean
      readonly strict: boolean
      readonly fix: boolean
    }
  | { readonly verb: 'run'; readonly plugin: string; readonly action: string; readonly reveal: boolean }
  | { readonly verb: 'dev'; readonly plugin: string; readonly live: boolean }
  | { readonly verb: 'docs'; readonly plugin: string; readonly check: boolean }

const FLAGS = { reveal: 'run', json: 'check', strict: 'check', fix: 'check', live: 'dev', check: 'docs' } as const

const VERBS: readonly string[] = ['check', 'run', 'dev', 'docs']

/** What was asked for, or what is wrong with the words. */
export function parse(words: readonly string[]): Asked | 'help' | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        reveal: { type: 'boolean' },
        json: { type: 'boolean' },
        strict: { type: 'boolean' },
        fix: { type: 'boolean' },
        live: { type: 'boolean' },
        check: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    const [verb, plugin, ...rest] = positionals
    if (values.help || verb === 'help') return 'help'
    if (verb === undefined) return `Say ${VERBS.join(', ')} or new.`
    if (!VERBS.includes(verb)) return `There is no "${verb}".`
    if (plugin === undefined) return `Name the plugin to ${verb}.`
    return flagComplaint(verb, values) ?? asked(verb, plugin, rest, values)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

type Values = { readonly [Flag in keyof typeof FLAGS]?: boolean | undefined }

function flagComplaint(verb: string, values: Values): string | undefined {
  const wrong = (Object.keys(FLAGS) as (keyof typeof FLAGS)[]).find((flag) => values[flag] && FLAGS[flag] !== verb)
  return wrong === undefined ? undefined : `--${wrong} is for ${FLAGS[wrong]}, not for ${verb}.`
}

function asked(verb: string, plugin: string, rest: readonly string[], values: Values): Asked | string {
  const { reveal = false, json = false, strict = false, fix = false, live = false, check = false } = values
  if (verb === 'run') {
    const [action, ...more] = rest
    if (action === undefined) return 'Name the action to run.'
    return more.length === 0 ? { verb, plugin, action, reveal } : `"${more[0]}" is one word too many.`
  }
  if (rest.length > 0) return `"${rest[0]}" is one word too many.`
  if (verb === 'dev') return { verb, plugin, live }
  return verb === 'docs' ? { verb, plugin, check } : { verb: 'check', plugin, json, strict, fix }
}
