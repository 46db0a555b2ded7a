/** The tutorial as steps: what a reader types, what it prints, and the edits. @module */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { command } from './pack.ts'

const TUTORIAL = fileURLToPath(new URL('../../sdk/docs/tutorial.md', import.meta.url))
/** A block that is a step, and what stands in brackets behind its language. */
const BLOCK = /^```(sh|text|diff)(?: \[(.+)\])?\n([\s\S]*?)^```$/gm
const FAILS = 'fails'
/** Done once for a computer: the tests make the tarballs by themselves. */
const ONCE = 'once'

/** Lines that are typed in a shell. */
export interface Typed {
  readonly kind: 'typed'
  readonly lines: readonly string[]
  /** The last line is to fail. */
  readonly fails: boolean
  /** What must be among what the last line prints. */
  readonly prints: readonly string[]
}

/** Lines of a file that are put in place of others. */
export interface Edit {
  readonly kind: 'edit'
  readonly file: string
  readonly before: string
  readonly after: string
}

/** One step of the tutorial. */
export type Step = Typed | Edit

/** The steps of the tutorial in their order, and what comes before them, once. */
export function readTutorial(): { readonly once: readonly string[]; readonly steps: readonly Step[] } {
  const once: string[] = []
  const steps: Step[] = []
  for (const [, language, note = '', text = ''] of readFileSync(TUTORIAL, 'utf8').matchAll(BLOCK)) {
    const lines = text.trimEnd().split('\n')
    const last = steps.at(-1)
    if (language === 'diff') steps.push(editOf(note, lines))
    else if (note === ONCE) once.push(...lines)
    else if (language === 'sh') steps.push({ kind: 'typed', lines, fails: note === FAILS, prints: [] })
    else if (last?.kind === 'typed') steps.splice(-1, 1, { ...last, prints: lines })
    else throw new Error(`The tutorial shows what nothing printed: ${text}`)
  }
  return { once, steps }
}

function editOf(file: string, lines: readonly string[]): Edit {
  const marked = (mark: string) => lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(1))
  const [before, after] = [marked('-'), marked('+')]
  if (before.length + after.length !== lines.length || before.length === 0) {
    throw new Error(`An edit of ${file} has lines that are neither old nor new: ${lines.join('\n')}`)
  }
  return { kind: 'edit', file, before: `${before.join('\n')}\n`, after: `${after.join('\n')}\n` }
}

/** The characters that a reader types: lines with their ends, without what editors indent by themselves. */
export function charactersTyped(steps: readonly Step[]): number {
  const lines = steps.flatMap((step) => (step.kind === 'typed' ? step.lines : step.after.trimEnd().split('\n')))
  return lines.reduce((count, line) => count + line.trim().length + 1, 0)
}

/** What a step printed that was typed. */
export interface Done {
  readonly step: Typed
  readonly failed: boolean
  readonly printed: string
}

/** Does the steps in a folder, one after another, and resolves to what they printed. */
export async function follow(steps: readonly Step[], start: string): Promise<readonly Done[]> {
  const done: Done[] = []
  let folder = start
  for (const step of steps) {
    if (step.kind === 'edit') {
      edit(join(folder, step.file), step)
      continue
    }
    let [printed, failed] = ['', false]
    for (const line of step.lines) {
      const [, into] = /^cd (\S+)$/.exec(line) ?? []
      if (into === undefined) [printed, failed] = await run(line, folder)
      else folder = join(folder, into)
      if (failed && !(step.fails && line === step.lines.at(-1))) throw new Error(printed)
    }
    done.push({ step, failed, printed })
  }
  return done
}

function edit(file: string, { before, after }: Edit): void {
  const parts = readFileSync(file, 'utf8').split(before)
  if (parts.length !== 2) throw new Error(`${file} has these lines ${parts.length - 1} times:\n${before}`)
  writeFileSync(file, parts.join(after))
}

async function run(line: string, folder: string): Promise<[printed: string, failed: boolean]> {
  try {
    return [await command('sh', ['-c', line], folder), false]
  } catch (error) {
    return [error instanceof Error ? error.message : String(error), true]
  }
}
