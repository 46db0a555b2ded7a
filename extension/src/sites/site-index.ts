/** An index of sites, so that a page's own is found without trying all. @module */
import { matchAddress } from './address.ts'
import type { SiteRule } from './rule.ts'

/** A fingerprint's marks after the first, which is the key that it is found by. */
interface Alternative {
  readonly site: SiteRule
  readonly otherMarks: readonly string[]
}

/** Sites by what pages show first. */
export interface SiteIndex {
  readonly byHost: ReadonlyMap<string, readonly SiteRule[]>
  readonly byMark: ReadonlyMap<string, readonly Alternative[]>
}

/** Microsoft's Defender for Cloud Apps shows any product under its own name with this at the end. */
const PROXY_SUFFIX = '.mcas.ms'
const ANY_NAMES = '*.'

/** Makes the index; where two sites claim a page alike, the earlier counts. */
export function indexSites(sites: readonly SiteRule[]): SiteIndex {
  const hosts = sites.flatMap((site) => (site.hosts ?? []).map((host) => [host, site] as const))
  const marks = sites.flatMap((site) =>
    (site.fingerprint ?? []).map(([first = '', ...otherMarks]) => [first, { site, otherMarks }] as const),
  )
  return { byHost: grouped(hosts), byMark: grouped(marks) }
}

/** The site that a page belongs to: by its host's name, the longest first, else by most marks. */
export function siteIn(index: SiteIndex, address: string, marks: readonly string[]): SiteRule | undefined {
  return byHost(index, address) ?? byMarks(index, marks)
}

/** Every site that is looked at for a page. */
export function candidatesIn(index: SiteIndex, address: string, marks: readonly string[]): readonly SiteRule[] {
  const hosted = hostKeys(address).flatMap((key) => index.byHost.get(key) ?? [])
  return [...new Set([...hosted, ...alternativesFor(index, marks).map(({ site }) => site)])]
}

function grouped<Value>(entries: readonly (readonly [string, Value])[]): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>()
  for (const [key, value] of entries) {
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  return groups
}

function byHost(index: SiteIndex, address: string): SiteRule | undefined {
  const sites = hostKeys(address)
    .map((key) => index.byHost.get(key))
    .find((found) => found !== undefined)
  // Products of one house may share a host; their addresses differ.
  return sites?.find((site) => site.records.some((record) => matchAddress(record.address ?? [], address))) ?? sites?.[0]
}

/** `a.b.c` is looked up as `a.b.c`, `*.b.c` and `*.c`. */
function hostKeys(address: string): readonly string[] {
  const host = URL.parse(address)?.hostname ?? ''
  const name = host.endsWith(PROXY_SUFFIX) ? host.slice(0, -PROXY_SUFFIX.length) : host
  const labels = name.split('.')
  return [name, ...labels.slice(1).map((_, index) => ANY_NAMES + labels.slice(index + 1).join('.'))]
}

function byMarks(index: SiteIndex, marks: readonly string[]): SiteRule | undefined {
  return alternativesFor(index, marks)
    .filter(({ otherMarks }) => otherMarks.every((wanted) => marks.some((mark) => isLike(mark, wanted))))
    .toSorted((one, other) => other.otherMarks.length - one.otherMarks.length)[0]?.site
}

function alternativesFor(index: SiteIndex, marks: readonly string[]): readonly Alternative[] {
  return marks.flatMap((mark) => index.byMark.get(mark) ?? [])
}

/** Whether a text is the pattern, in which `*` stands for anything; each piece is looked for once. */
function isLike(text: string, pattern: string): boolean {
  const [start = '', ...pieces] = pattern.split('*')
  const end = pieces.pop()
  if (end === undefined) return text === pattern
  if (!text.startsWith(start) || text.length < start.length + end.length || !text.endsWith(end)) return false
  let rest = text.slice(start.length, text.length - end.length)
  for (const piece of pieces) {
    const at = rest.indexOf(piece)
    if (at === -1) return false
    rest = rest.slice(at + piece.length)
  }
  return true
}
