/**
 * A regular expression as the places where it takes a character, and which of them may follow which: Glushkov's automaton,
 * which also counts in how many ways one follows another.
 *
 * @module
 */
import { type Expression, NOTHING } from './parse.ts'

/** Places, each with the number of ways that lead to it; two stands for two or more. */
export type Ways = ReadonlyMap<number, number>

/** The places of an expression; the first stands before every character. */
export interface Positions {
  /** What each place takes, as its source says it. */
  readonly sources: readonly string[]
  readonly follow: readonly Ways[]
  /** The expressions that it looks ahead or back with. */
  readonly looks: readonly Expression[]
}

/** More than this is too large to be judged, and to be read by people. */
const MOST_POSITIONS = 250
const MOST_COPIES = 64

interface Part {
  readonly first: Ways
  readonly last: Ways
  /** In how many ways it takes nothing. */
  readonly empty: number
}

const EMPTY: Part = { first: new Map(), last: new Map(), empty: 1 }

/** @throws Error in words for the author, for an expression that is too large. */
export function positionsOf(expression: Expression): Positions {
  const sources = ['']
  const follow: Map<number, number>[] = [new Map()]
  const looks: Expression[] = []

  function build(node: Expression): Part {
    switch (node.kind) {
      case 'one':
        return one(node.source)
      case 'look':
        looks.push(node.part)
        return EMPTY
      case 'row':
        return node.parts.map(build).reduce(joined, EMPTY)
      case 'choice':
        return node.parts.map(build).reduce(either)
      case 'repeat':
        return repeat(node.part, node.least, node.most)
    }
  }

  function one(source: string): Part {
    if (sources.length > MOST_POSITIONS) throw new Error('it is too large to be judged')
    sources.push(source)
    follow.push(new Map())
    const here = new Map([[sources.length - 1, 1]])
    return { first: here, last: here, empty: 0 }
  }

  function joined(before: Part, after: Part): Part {
    connect(before.last, after.first)
    return {
      first: merged(before.first, times(after.first, before.empty)),
      last: merged(after.last, times(before.last, after.empty)),
      empty: limited(before.empty * after.empty),
    }
  }

  /**
   * Some counts are taken for any number of times, which has more ways and never fewer; a single character that many times
   * has one way, and is taken as it stands.
   */
  function repeat(part: Expression, least: number, most: number): Part {
    if (most === 0) return build(NOTHING)
    if (most === 1) return least === 1 ? build(part) : { ...build(part), empty: 1 }
    if (part.kind !== 'one' || least > MOST_COPIES) return looped(build(part), least)
    const copies = Array.from({ length: least }, () => one(part.source))
    return [...copies, ...(most === least ? [] : [looped(one(part.source), 0)])].reduce(joined, EMPTY)
  }

  function looped(part: Part, least: number): Part {
    connect(part.last, part.first)
    // Engines end a repetition that takes nothing, so there is one way to take nothing.
    return { ...part, empty: least === 0 || part.empty > 0 ? 1 : 0 }
  }

  function connect(lasts: Ways, firsts: Ways): void {
    for (const [last, ways] of lasts) {
      const known = follow[last]
      for (const [first, more] of firsts) known?.set(first, limited((known.get(first) ?? 0) + ways * more))
    }
  }

  const whole = build(expression)
  follow[0] = new Map(whole.first)
  return { sources, follow, looks }
}

function either(one: Part, other: Part): Part {
  return {
    first: merged(one.first, other.first),
    last: merged(one.last, other.last),
    empty: limited(one.empty + other.empty),
  }
}

function merged(one: Ways, other: Ways): Ways {
  const sum = new Map(one)
  for (const [place, ways] of other) if (ways > 0) sum.set(place, limited((sum.get(place) ?? 0) + ways))
  return sum
}

function times(ways: Ways, factor: number): Ways {
  return factor === 0 ? new Map() : new Map(Array.from(ways, ([place, count]) => [place, limited(count * factor)]))
}

function limited(count: number): number {
  return Math.min(count, 2)
}
