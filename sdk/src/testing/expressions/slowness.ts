/**
 * Whether a regular expression can take longer than its text is long.
 *
 * An engine that goes back tries every way in which the text can be read. Where a loop can read one text in two ways, the
 * ways double with each round (exponential); where two loops in a row can share a text, there is a way for each place where
 * one ends and the other begins (polynomial). Both are looked for as Weber and Seidl do ("On the degree of
 * ambiguity of finite automata", 1991), in an automaton that has every way of the expression, and some more where it counts
 * or looks around: none that is slow is missed, and a few that are not are refused. Libraries that tell as much weigh a megabyte (recheck) or go by nested stars alone (safe-regex2).
 *
 * @module
 */
import { overlap } from './characters.ts'
import { type Expression, parseExpression } from './parse.ts'
import { type Positions, positionsOf } from './positions.ts'

/** Why an expression may be slow, in words for its author; `undefined` where it is not. It must compile with these flags. */
export function slownessOf(source: string, flags: string): string | undefined {
  try {
    return slownessIn(parseExpression(source), flags)
  } catch (error) {
    return (error as Error).message
  }
}

function slownessIn(expression: Expression, flags: string): string | undefined {
  const positions = positionsOf(expression)
  const meets = meeting(positions, flags)
  const loops = loopsOf(positions)
  for (const loop of loops) {
    const place = twoWaysIn(loop, positions, meets)
    if (place !== undefined) {
      return `it repeats what can be read in two ways, at ${positions.sources[place]}; each further character doubles the time`
    }
  }
  for (const one of loops) {
    for (const other of loops) {
      const pair = one === other ? undefined : sharedBy(one, other, positions, meets)
      if (pair !== undefined) {
        const [first, second] = pair.map((place) => positions.sources[place])
        return `two repetitions can share a text, ${first} and ${second}; the time grows by the square of its length, or more`
      }
    }
  }
  return positions.looks.map((look) => slownessIn(look, flags)).find((reason) => reason !== undefined)
}

/** Whether two places can take the same character; asked often, so it is worked out once. */
function meeting({ sources }: Positions, flags: string): Meets {
  const known = new Map<string, boolean>()
  return (one, other) => {
    const [first = '', second = ''] = [sources[one], sources[other]]
    const key = `${first} ${second}`
    const meets = known.get(key) ?? overlap(first, second, flags)
    known.set(key, meets)
    return meets
  }
}

type Loop = ReadonlySet<number>
type Meets = (one: number, other: number) => boolean

/** The places that lead to each other. */
function loopsOf({ follow }: Positions): readonly Loop[] {
  const reached = follow.map((_ways, place) => reachedFrom([place], (at) => [...(follow[at]?.keys() ?? [])]))
  const loops: Loop[] = []
  for (const [place, others] of reached.entries()) {
    if (!others.has(place) || loops.some((loop) => loop.has(place))) continue
    loops.push(new Set([...others].filter((other) => reached[other]?.has(place))))
  }
  return loops
}

/** Everything that is reached in one step or more. */
function reachedFrom<Node>(starts: readonly Node[], steps: (node: Node) => readonly Node[]): ReadonlySet<Node> {
  const reached = new Set<Node>()
  const open = starts.flatMap((start) => steps(start))
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (reached.has(node)) continue
    reached.add(node)
    open.push(...steps(node))
  }
  return reached
}

/** A place of a loop from which one text leads back on two ways. */
function twoWaysIn(loop: Loop, { follow, sources }: Positions, meets: Meets): number | undefined {
  const size = sources.length
  const within = (place: number) => [...(follow[place] ?? [])].filter(([next]) => loop.has(next))
  for (const place of loop) {
    const doubled = within(place).find(([, ways]) => ways > 1)
    if (doubled !== undefined) return doubled[0]
  }
  const steps = (pair: number): readonly number[] =>
    within(Math.floor(pair / size)).flatMap(([one]) =>
      within(pair % size).flatMap(([other]) => (meets(one, other) ? [one * size + other] : [])),
    )
  const together = [...loop].map((place) => place * size + place)
  const parted = reachedFrom(together, steps)
  const before = reversed(parted, steps)
  const togetherAgain = reachedFrom(together, (pair) => before.get(pair) ?? [])
  const found = [...parted].find((pair) => Math.floor(pair / size) !== pair % size && togetherAgain.has(pair))
  return found === undefined ? undefined : Math.floor(found / size)
}

function reversed(
  nodes: ReadonlySet<number>,
  steps: (node: number) => readonly number[],
): ReadonlyMap<number, readonly number[]> {
  const before = new Map<number, number[]>()
  for (const node of nodes) for (const next of steps(node)) before.set(next, [...(before.get(next) ?? []), node])
  return before
}

/** A place in each of two loops, where one text stays in the first, leads from it to the second, and stays in the second. */
function sharedBy(
  first: Loop,
  second: Loop,
  { follow, sources }: Positions,
  meets: Meets,
): readonly number[] | undefined {
  const size = sources.length
  const nextOf = (place: number) => [...(follow[place]?.keys() ?? [])]
  const steps = (triple: number): readonly number[] => {
    const [stays, goes, there] = [Math.floor(triple / size / size), Math.floor(triple / size) % size, triple % size]
    const stayed = nextOf(stays).filter((place) => first.has(place))
    const thereAlready = nextOf(there).filter((place) => second.has(place))
    return stayed.flatMap((one) =>
      nextOf(goes)
        .filter((middle) => meets(one, middle))
        .flatMap((middle) =>
          thereAlready
            .filter((other) => meets(one, other) && meets(middle, other))
            .map((other) => (one * size + middle) * size + other),
        ),
    )
  }
  for (const one of first) {
    for (const other of second) {
      const start = (one * size + one) * size + other
      if (reachedFrom([start], steps).has((one * size + other) * size + other)) return [one, other]
    }
  }
  return undefined
}
