/** Numbers that look random and are the same at every run: the generated people must not change between two tests. @module */

/** A stream of choices; the same seed gives the same stream. */
export type Random = {
  /** An integer from 0 to `limit` - 1. */
  readonly below: (limit: number) => number
  /** True with the given probability. */
  readonly chance: (probability: number) => boolean
  /** One of the choices, which must not be empty. */
  readonly pick: <Choice>(choices: readonly Choice[]) => Choice
}

/** Starts a stream (the generator is mulberry32: 32 bits of state, good enough for sample data). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    chance: (probability) => next() < probability,
    pick: (choices) => {
      const choice = choices[below(choices.length)]
      if (choice === undefined) throw new RangeError('choices: must not be empty')
      return choice
    },
  }
}
