/** Which characters a part of a regular expression takes, and whether two take one in common. @module */

type Range = readonly [first: number, last: number]

const PLANE = 0x10000
const PLANES = 17
const FIRST_SURROGATE = 0xd800
const SECOND_HALVES = 0xdc00
const LAST_SURROGATE = 0xdfff

const known = new Map<string, readonly Range[]>()

/** Whether some character is taken by both sources, with these flags. */
export function overlap(one: string, other: string, flags: string): boolean {
  if (one === other) return true
  const [first, second] = [rangesOf(one, flags), rangesOf(other, flags)]
  for (let [index, place] = [0, 0]; index < first.length && place < second.length; ) {
    const [[from, to], [since, until]] = [first[index] as Range, second[place] as Range]
    if (from <= until && since <= to) return true
    if (to < until) index += 1
    else place += 1
  }
  return false
}

/** All characters of Unicode that a source takes: asked of the engine itself, so that no table can be wrong. */
function rangesOf(source: string, flags: string): readonly Range[] {
  const key = `${flags} ${source}`
  const ranges = known.get(key) ?? planes().flatMap((plane) => rangesIn(plane, source, flags))
  known.set(key, ranges)
  return ranges
}

function rangesIn(text: string, source: string, flags: string): readonly Range[] {
  const pointAt = (index: number) => text.codePointAt(index) ?? 0
  const runs = text.matchAll(new RegExp(`(?:${source})+`, `${flags.replace('g', '')}g`))
  return Array.from(runs, ({ 0: run, index }) => {
    const last = index + run.length - 1
    return [pointAt(index), pointAt(isSecondHalf(text.charCodeAt(last)) ? last - 1 : last)]
  })
}

function isSecondHalf(unit: number): boolean {
  return unit >= SECOND_HALVES && unit <= LAST_SURROGATE
}

let made: readonly string[] | undefined

function planes(): readonly string[] {
  made ??= Array.from({ length: PLANES }, (_none, plane) => {
    let text = ''
    for (let point = plane * PLANE; point < (plane + 1) * PLANE; point += 1) {
      // Half a pair is no character, and no value has one.
      if (point < FIRST_SURROGATE || point > LAST_SURROGATE) text += String.fromCodePoint(point)
    }
    return text
  })
  return made
}
