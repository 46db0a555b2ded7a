/** Waiting for a condition, and for nothing else: the one clock of the browser tests. @module */

/** How long anything in a browser may take before it counts as failed: much longer than on a machine that does nothing else. */
export const PATIENCE_MILLISECONDS = 30_000

/** How long what is told with a failure may take. */
export const DETAIL_MILLISECONDS = 1_000

const FIRST_PAUSE_MILLISECONDS = 10
const LONGEST_PAUSE_MILLISECONDS = 100

/** How {@link until} waits. */
export interface Waiting {
  readonly milliseconds?: number
  /** Why waiting has become pointless, as when the page was closed. */
  readonly pointless?: (failure: unknown) => string | undefined
  /** What else to say in the error. */
  readonly detail?: () => string | Promise<string>
}

type Falsy = false | 0 | '' | null | undefined

/**
 * Asks until the answer is truthy, and returns it. A question that fails is asked again: a page may be between two
 * documents.
 *
 * @throws Error that names what was waited for, and the last failure.
 */
export async function until<Result>(
  what: string,
  ask: () => Promise<Result | Falsy> | Result | Falsy,
  { milliseconds = PATIENCE_MILLISECONDS, pointless, detail }: Waiting = {},
): Promise<Exclude<Result, Falsy>> {
  const end = performance.now() + milliseconds
  let lastFailure: unknown
  for (let pause = FIRST_PAUSE_MILLISECONDS; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MILLISECONDS)) {
    try {
      const answer = await within(what, milliseconds, Promise.resolve(ask()), end - performance.now())
      if (answer) return answer as Exclude<Result, Falsy>
      lastFailure = undefined
    } catch (error) {
      lastFailure = error
    }
    const reason = pointless?.(lastFailure)
    if (reason !== undefined) throw new Error(`Waited for ${what}, but ${reason}.`)
    if (performance.now() + pause > end) break
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  const failure = lastFailure instanceof Error ? `The last failure: ${lastFailure.message}` : undefined
  const more = await Promise.resolve(detail?.()).catch(() => undefined)
  const sentences = [`Waited ${milliseconds} ms in vain for ${what}.`, more, failure]
  throw new Error(sentences.filter((sentence) => sentence !== undefined).join(' '))
}

/** The promise's result, or an error which names what was waited for. */
export async function within<Result>(
  what: string,
  milliseconds: number,
  promise: Promise<Result>,
  remaining = milliseconds,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    const late = () => reject(new Error(`No answer within ${milliseconds} ms to ${what}.`))
    timer = setTimeout(late, Math.max(0, remaining))
  })
  try {
    return await Promise.race([promise, limit])
  } finally {
    clearTimeout(timer)
  }
}
