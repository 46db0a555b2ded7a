/** The command: does what was asked for, and gives the exit code. @module */
import { check } from './check.ts'
import { develop } from './dev.ts'
import { writeDocs } from './docs.ts'
import { linesOf } from './lines.ts'
import { loadPlugin } from './load-plugin.ts'
import { startPlugin } from './new.ts'
import { NotLoaded } from './not-loaded.ts'
import { runLine } from './run-line.ts'
import { type Asked, parse, USAGE } from './words.ts'

/** What surrounds the command: where it stands, and where texts come from and go to. */
export interface Surroundings {
  /** The folder from which plugins are looked for. */
  readonly folder: string
  readonly input: AsyncIterable<Uint8Array | string>
  /** Writes a line of the result. */
  readonly print: (line: string) => void
  /** Writes a line for a person who watches. */
  readonly note: (line: string) => void
  /** Ends what would run on, such as the workbench; without it that runs until the process ends. */
  readonly signal?: AbortSignal
}

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
  return orWrongUsage(done(asked, surroundings), surroundings)
}

function done(asked: Asked, surroundings: Surroundings): Promise<number> {
  switch (asked.verb) {
    case 'check':
      return check(asked.plugin, asked, surroundings)
    case 'run':
      return run(asked.plugin, asked.action, asked.reveal, surroundings)
    case 'docs':
      return writeDocs(asked.plugin, asked.check, surroundings)
    case 'dev':
      return develop(asked.plugin, asked.live, surroundings)
  }
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
