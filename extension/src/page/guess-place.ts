/** Where the guess of a page without a rule is found: its script comes only into pages that need it. @module */
import type { PageRecord } from '../page-messages.ts'

/** A record that a page may show, and how sure that is, from 0 to 1. */
export interface Guess {
  readonly record: PageRecord
  readonly confidence: number
}

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
