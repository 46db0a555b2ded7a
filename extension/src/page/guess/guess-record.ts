/** Stand-in until pages without a rule are read. @module */
import type { Guess } from '../guess-place.ts'

export function guessRecord(_document: Document, _address: string): Guess | undefined {
  return undefined
}
