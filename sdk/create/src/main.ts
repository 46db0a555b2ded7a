/** Starts a plugin: asks what it is, and writes it into a folder of its own. @module */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { KINDS } from './answers.ts'
import { type Ask, complete } from './ask.ts'
import { type Files, filesOf } from './files.ts'
import { choosePlace, type Place } from './place.ts'

export { type Ask, askOnTerminal } from './ask.ts'

/** What surrounds the command. */
export interface Surroundings {
  /** The folder from which it was called. */
  readonly folder: string
  /** Asks a person; `undefined` where everything has to be said by flags. */
  readonly ask: Ask | undefined
  /** Writes a line of the result. */
  readonly print: (line: string) => void
  /** Writes a line about what is wrong. */
  readonly note: (line: string) => void
}

const USAGE = `create-joinery-plugin [folder] [--name <name>] [--id <id>] [--kind <kind>] [--sdk <version or file>]
  Writes a plugin with its examples, tests and checks into a folder that is empty or not there yet; without a folder into
  joinery-plugin-<name>, and in Joinery's own repository into plugins/<name>. What no flag says is asked.

  --name  what users read: Example Meet
  --id    a domain of yours, reversed: com.example.meet
  --kind  ${Object.entries(KINDS)
    .map(([kind, use]) => `${kind.padEnd(11)}  ${use}`)
    .join('\n          ')}
  --sdk   what package.json asks for as @joinery/sdk, such as file:../joinery-sdk-0.1.0.tgz`

const WRONG_USAGE = 2

/** Runs the command and resolves to its exit code: 0, or 2 where nothing was written. */
export async function main(words: readonly string[], { folder, ask, print, note }: Surroundings): Promise<number> {
  try {
    const { values, positionals } = parse(words)
    if (values.help) {
      print(USAGE)
      return 0
    }
    const [asked, ...rest] = positionals
    if (rest.length > 0) throw new Error(`"${rest[0]}" is one word too many; say --help.`)
    const answers = await complete(values, ask, note)
    const place = choosePlace(answers, asked, folder)
    const files = filesOf(answers, place, values.sdk)
    write(files, place.folder)
    for (const line of goodbye(files, place, folder)) print(line)
    return 0
  } catch (error) {
    note(error instanceof Error ? error.message : String(error))
    return WRONG_USAGE
  }
}

function parse(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      id: { type: 'string' },
      kind: { type: 'string' },
      sdk: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
}

/** Writes files that are not there yet, and fails at one that is. */
function write(files: Files, folder: string): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text, { flag: 'wx' })
  }
}

function goodbye(files: Files, { folder, repository }: Place, from: string): readonly string[] {
  const shown = relative(from, folder) || '.'
  const next =
    repository === undefined
      ? [...(shown === '.' ? [] : [`cd ${shown}`]), 'npm install', 'npm test', 'npm run check']
      : ['npx -y pnpm@12 install', `npx -y pnpm@12 joinery-plugin check ${relative(repository, folder)} --strict`]
  return [`${files.size} files are in ${shown}. Next:`, ...next.map((line) => `  ${line}`)]
}
