/** The selectors that could stand for an element in a rule, from broad to narrow. @module */
import { type Hook, hooksOf, NAMED, OF_LINKS, TAG_ALONE } from './hooks.ts'

/** A selector, and what it finds in the page as it is. */
export interface Candidate {
  readonly selector: string
  readonly matches: readonly Element[]
  /** Whether it goes by the order of tags alone, which the page's next redesign changes. */
  readonly isFragile: boolean
}

/** In which tree, or inside which element, selectors are to find. */
export type SearchRoot = Document | ShadowRoot | Element

interface Idea {
  readonly selector: string
  readonly rank: number
  readonly isFragile: boolean
}

/** What finds more places than this means none of them. */
const MOST_MATCHES = 2000
const MOST_IDEAS = 90
/** A site's file takes no longer one. */
const MOST_LETTERS = 300
/** The slider's stops. */
const MOST_CANDIDATES = 9
const MOST_HOOKS = 6
const MOST_ANCESTORS = 12
const HOOKS_OF_ANCESTOR = 2
/** So many elements are looked at in all, which takes some 20 ms: of a large page fewer selectors are asked. */
const MOST_LOOKS = 750_000
/** So many are asked of any page. */
const LEAST_IDEAS = 6

/**
 * The candidates for an element, each with another set of matches, all of which hold the element itself.
 *
 * @param root where the selectors will be used: of a row, its own element, which they do not mention.
 */
export function candidatesFor(element: Element, root: SearchRoot): readonly Candidate[] {
  const affordable = Math.max(LEAST_IDEAS, Math.floor(MOST_LOOKS / root.querySelectorAll('*').length))
  const found: (Candidate & { readonly rank: number })[] = []
  for (const { selector, rank, isFragile } of ideasFor(element, root).slice(0, affordable)) {
    const matches = matchesOf(root, selector)
    // Ideas come best first.
    if (!matches.includes(element) || found.some((other) => isSame(other.matches, matches))) continue
    found.push({ selector, matches, isFragile, rank })
  }
  const sorted = found.toSorted((one, other) => other.matches.length - one.matches.length || one.rank - other.rank)
  return fewest(sorted).map(({ selector, matches, isFragile }) => ({ selector, matches, isFragile }))
}

/** The candidate that finds the fewest places; of several, the one that lasts longest. */
export function narrowest(candidates: readonly Candidate[]): Candidate | undefined {
  const least = Math.min(...candidates.map(({ matches }) => matches.length))
  return candidates.find(({ matches }) => matches.length === least)
}

function matchesOf(root: SearchRoot, selector: string): readonly Element[] {
  const found = root.querySelectorAll(selector)
  return found.length > MOST_MATCHES ? [] : [...found]
}

// Both are in the document's order.
function isSame(one: readonly Element[], other: readonly Element[]): boolean {
  return one.length === other.length && one.every((element, index) => element === other[index])
}

// The broadest and the narrowest stay, and of those between the ones that last longest.
function fewest<Ranked extends { readonly rank: number }>(sorted: readonly Ranked[]): readonly Ranked[] {
  if (sorted.length <= MOST_CANDIDATES) return sorted
  const between = sorted.slice(1, -1).toSorted((one, other) => one.rank - other.rank)
  const kept = new Set([sorted[0], sorted.at(-1), ...between.slice(0, MOST_CANDIDATES - 2)])
  return sorted.filter((candidate) => kept.has(candidate))
}

function ideasFor(element: Element, root: SearchRoot): readonly Idea[] {
  const own = hooksOf(element)
  const [best] = own
  if (best === undefined) return []
  const ancestors = ancestorsOf(element, root)
  const ideas = [
    ...[...own.slice(0, MOST_HOOKS), ...own.slice(-1)].map(alone),
    ...below(own, ancestors),
    ...paths(best, ancestors),
  ]
  return ideas
    .filter(({ selector }) => selector.length <= MOST_LETTERS)
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, MOST_IDEAS)
}

function idea(selector: string, rank: number, isFragile: boolean): Idea {
  return { selector, rank, isFragile }
}

// What has no name is rather found from something that has one, where both find the same.
function alone(hook: Hook): Idea {
  return idea(hook.selector, isTag(hook) ? 26 : hook.rank === OF_LINKS ? 14 : hook.rank, isTag(hook))
}

function isTag({ rank }: Hook): boolean {
  return rank >= TAG_ALONE
}

// `[data-panel="contact"] h1`: an ancestor that somebody named, and the element anywhere in it.
function below(own: readonly Hook[], ancestors: readonly Element[]): readonly Idea[] {
  const hooks = ancestors.flatMap((ancestor, distance) =>
    hooksOf(ancestor)
      .filter((hook) => !isTag(hook))
      .slice(0, HOOKS_OF_ANCESTOR)
      .map((hook) => ({ ...hook, rank: hook.rank + distance / MOST_ANCESTORS })),
  )
  const parts = own.length > MOST_HOOKS ? [...own.slice(0, MOST_HOOKS - 1), ...own.slice(-1)] : own
  const single = hooks.flatMap((hook) =>
    parts.map((part) => idea(`${hook.selector} ${part.selector}`, 8 + hook.rank + part.rank, false)),
  )
  const lasting = hooks.filter(({ rank }) => rank <= NAMED + 1)
  const double = lasting.flatMap((outer, index) =>
    lasting
      .slice(0, index)
      .map((inner) => `${outer.selector} ${inner.selector} ${parts[0]?.selector}`)
      .map((selector) => idea(selector, 30, false)),
  )
  return [...single, ...double]
}

// `#card > div > h1`: step by step from the nearest ancestor that has more than a tag, else from the top.
function paths(own: Hook, ancestors: readonly Element[]): readonly Idea[] {
  const ideas: Idea[] = []
  let path = own.selector
  let isFragile = isTag(own)
  for (const [distance, ancestor] of ancestors.entries()) {
    const [hook] = hooksOf(ancestor)
    if (hook === undefined) break
    path = `${hook.selector} > ${path}`
    isFragile &&= isTag(hook)
    ideas.push(idea(path, 20 + distance + (isFragile ? 20 : 0), isFragile))
  }
  return ideas
}

/** From the parent outward, without the document's own elements and without the root that selectors start from. */
function ancestorsOf(element: Element, root: SearchRoot): readonly Element[] {
  const found: Element[] = []
  for (let at = element.parentElement; at !== null && at !== root; at = at.parentElement) {
    if (at.localName === 'html' || at.localName === 'body' || found.length === MOST_ANCESTORS) break
    found.push(at)
  }
  return found
}
