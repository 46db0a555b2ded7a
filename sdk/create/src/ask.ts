/** Asks a person at a terminal. @module */
import { createInterface } from 'node:readline/promises'
import { type Answers, complaintOf, type Kind, QUESTIONS, type Question } from './answers.ts'

/** Puts one question and resolves to the answer's line; rejects where nobody will answer any more. */
export type Ask = (question: string) => Promise<string>

/** A way to ask the person at this terminal; `undefined` where there is none, as in scripts. */
export function askOnTerminal(): Ask | undefined {
  if (!process.stdin.isTTY) return undefined
  return async (question) => {
    const terminal = createInterface({ input: process.stdin, output: process.stdout })
    // Without this, a closed input would leave the question open for ever.
    const closed = new Promise<never>((_, reject) => {
      terminal.once('close', () => reject(new Error('The input ended before all was answered.')))
    })
    try {
      return await Promise.race([terminal.question(question), closed])
    } finally {
      terminal.close()
    }
  }
}

/**
 * Completes what flags said by asking for the rest, until each answer is right.
 *
 * @throws Error that names the first field which is wrong in a flag, or absent where nobody can be asked.
 */
export async function complete(
  given: { readonly [Name in Question]?: string | undefined },
  ask: Ask | undefined,
  note: (line: string) => void,
): Promise<Answers> {
  const answers: Partial<Record<Question, string>> = {}
  for (const question of Object.keys(QUESTIONS) as Question[]) {
    const answer = given[question] ?? (await asked(question, ask, note))
    const complaint = complaintOf(question, answer)
    if (complaint !== undefined) throw new Error(complaint)
    answers[question] = answer
  }
  const { name = '', id = '', kind } = answers
  return { name, id, kind: kind as Kind }
}

async function asked(question: Question, ask: Ask | undefined, note: (line: string) => void): Promise<string> {
  if (ask === undefined) throw new Error(`${question}: say it by --${question}, since nobody can be asked here.`)
  while (true) {
    const answer = (await ask(`${QUESTIONS[question]}: `)).trim()
    const complaint = complaintOf(question, answer)
    if (complaint === undefined) return answer
    note(complaint)
  }
}
