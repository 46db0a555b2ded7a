/** Where the guess of a page without a rule is found: its script comes only into pages that need it. @module */
import type { Guess } from './guess/guess.ts'

/** Guesses the one person that a page shows. */
export type Guesser = (document: Document, address: string) => Guess | undefined

// In our isolated world only: the page cannot see it.
const PLACE = Symbol.for('joinery.guess')

type World = { [PLACE]?: Guesser }

/** Leaves the guess for the content script. */
export function leaveGuesser(guesser: Guesser): void {
  ;(globalThis as World)[PLACE] = guesser
}

/** What the page shows, where the guess's script is there and finds it. */
export function guess(): Guess | undefined {
  return (globalThis as World)[PLACE]?.(document, location.href)
}
