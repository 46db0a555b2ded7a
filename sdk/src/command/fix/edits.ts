/** What can be mended in a plugin's sources without asking what its author means. @module */
import type { Plugin } from '../../plugin.ts'
import { unusedPermissions } from '../../testing/checks/permissions-used.ts'
import type { Example } from '../../testing/example.ts'
import { type Literal, type Range, type Scanned, scan } from './scan.ts'

/** Something to mend. */
export interface Wish {
  /** The check that it is for. */
  readonly check: string
  /** What was done, in words. */
  readonly done: string
  /** Every place where it could be done; it is done where there is exactly one. */
  places(source: Scanned): readonly Edit[]
}

/** A change of one range of a source. */
export interface Edit extends Range {
  readonly text: string
}

/** A version that lacks its last numbers, or has a letter before. */
const SHORT_VERSION = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?$/i

/** Everything to mend in a plugin. */
export async function wishesFor(plugin: Plugin, examples: readonly Example[]): Promise<readonly Wish[]> {
  const unused = await unusedPermissions(plugin, examples).catch(() => [])
  return [...versionWishes(plugin), ...factWishes(plugin), ...unused.map(permissionWish)]
}

function versionWishes({ version }: Plugin): readonly Wish[] {
  const [, major, minor = '0', patch = '0'] = SHORT_VERSION.exec(String(version)) ?? []
  const whole = `${major}.${minor}.${patch}`
  if (major === undefined || whole === version) return []
  return [
    {
      check: 'definition',
      done: `version "${version}" is now "${whole}"`,
      places: ({ literals }) =>
        literals
          .filter(({ value, path }) => value === version && path.at(-1) === 'version')
          .map(({ start, end }) => ({ start: start + 1, end: end - 1, text: whole })),
    },
  ]
}

/** A fact that an action needs, and names twice. */
function factWishes({ actions }: Plugin): readonly Wish[] {
  const twice = Object.values(actions ?? {})
    .flat()
    .flatMap(({ needs = [] }) => needs.filter((fact, index) => needs.indexOf(fact) !== index))
  return twice.map((fact) => ({
    check: 'definition',
    done: `needs names ${fact} once`,
    places: (source) =>
      elementsNamed(source, ['needs'], fact).flatMap(({ list, found }) =>
        found.length === 2 && found[1] !== undefined ? removed(source, list, found[1]) : [],
      ),
  }))
}

function permissionWish({ kind, pattern }: { readonly kind: 'open' | 'fetch'; readonly pattern: string }): Wish {
  return {
    check: 'permissions-used',
    done: `permissions.${kind} is without "${pattern}"`,
    places: (source) =>
      elementsNamed(source, ['permissions', kind], pattern).flatMap(({ list, found }) =>
        found.flatMap((element) => removed(source, list, element)),
      ),
  }
}

interface Named {
  readonly list: Scanned['lists'][number]
  readonly found: readonly Range[]
}

/** The lists below these names, and their elements that are this text or an object whose `pattern` it is. */
function elementsNamed({ lists, literals }: Scanned, names: readonly string[], value: string): readonly Named[] {
  const wanted = literals.filter((literal) => literal.value === value)
  const isIt = (element: Range) => (literal: Literal) =>
    (literal.start === element.start && literal.end === element.end) ||
    (isWithin(literal, element) && literal.path.at(-1) === 'pattern')
  return lists
    .filter(({ path }) => names.every((name, index) => path.at(index - names.length) === name))
    .map((list) => ({ list, found: list.elements.filter((element) => wanted.some(isIt(element))) }))
}

/** The edit that takes an element out; none where a comment beside it may speak of it. */
function removed({ comments }: Scanned, { start, end, elements }: Named['list'], element: Range): readonly Edit[] {
  const index = elements.indexOf(element)
  const [before, after] = [elements[index - 1], elements[index + 1]]
  const around = { start: before?.end ?? start, end: after?.start ?? end }
  if (comments.some((comment) => isWithin(comment, around))) return []
  if (after !== undefined) return [{ start: element.start, end: after.start, text: '' }]
  if (before !== undefined) return [{ start: before.end, end: element.end, text: '' }]
  return [{ start: start + 1, end: end - 1, text: '' }]
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

/** A source after an edit. */
export function edited(source: string, { start, end, text }: Edit): string {
  return source.slice(0, start) + text + source.slice(end)
}

/** The edits that fulfil a wish in these sources, by file; nothing is done unless there is one. */
export function placesIn(wish: Wish, sources: ReadonlyMap<string, string>): readonly (readonly [string, Edit])[] {
  return [...sources].flatMap(([file, source]) => {
    const scanned = scan(source)
    return scanned === undefined ? [] : wish.places(scanned).map((edit) => [file, edit] as const)
  })
}
