/** The work in a page whose setup is known: buttons at its records, or one bar that floats. @module */
import type { PageReport } from '../page-messages.ts'
import { type Aim, createAim } from './aim.ts'
import { HOST_NAME, mountBar } from './bar.ts'
import { isVisible, rootIn } from './dom.ts'
import { createFloatingBar } from './floating.ts'
import { guess } from './guess-place.ts'
import { createLinkAnchors, keepOutOfEditors, type LinkAnchor } from './links.ts'
import type { Reading } from './read-record.ts'
import type { Root } from './roots.ts'
import { isAlive, send } from './runtime.ts'
import type { PageSetup } from './setup.ts'
import { createSiteRecords } from './site-records.ts'
import { createClickGuard } from './trusted-click.ts'
import { watchAnchors } from './watch.ts'
import type { Watch } from './watch-options.ts'

/** A page at work. */
export interface PageWork {
  /** What the popup may know of the page. */
  report(): PageReport
}

/** A record that has no place for buttons. */
interface Unplaced {
  readonly owner: object
  read(): Reading | undefined
}

/** What a guess must come to before it gets a button of its own. */
const LEAST_CONFIDENCE = 0.6
const MOST_REPORTED = 50
/** What no rule tells: the page's one person, if it shows one. */
const noSite = { id: '', name: '', floating: true, records: [] } as const

/** Works until the signal aborts. */
export function workOn(setup: PageSetup, signal: AbortSignal): PageWork {
  const { site, buttons } = setup
  const links = createLinkAnchors(setup.links)
  const guard = createClickGuard(signal)
  const floating = createFloatingBar(document, signal)
  let watch: Watch | undefined
  const trees = (): readonly Root[] => watch?.trees() ?? [document]
  const records = createSiteRecords(site ?? noSite, trees)
  const bar = {
    setup,
    guard,
    run: (payload: Parameters<typeof send<'page.run'>>[1]) => send('page.run', payload),
    open: (id: string) => void send('page.openInvitation', { id }).catch(() => {}),
  }
  const aims = new WeakMap<object, Aim>()
  const ofRecords = buttons.length > 0 ? records.anchors : []
  let lacksPlace = 0
  let looks = 0
  let lookedFor: string | undefined
  let countedKey: string | undefined

  if (buttons.length + links.length > 0) {
    watch = watchAnchors({
      document,
      anchors: [...ofRecords, ...links],
      shadowHosts: site?.shadowHosts ?? [],
      hostName: HOST_NAME,
      isOurs: floating.isIts,
      isAlive: isStillAlive,
      signal,
      scopeOf: (anchor, index) => scopeAt(anchor, index),
      isWide: (index) => linkAt(index) === undefined && ruleAt(index).scope === undefined,
      mount: (anchor, index, scope) => {
        const link = linkAt(index)
        if (link !== undefined) return mountLinkBar(anchor, link)
        const read = () => readAt(anchor, index)
        return mountBar({ ...bar, anchor, size: ruleAt(index).size, aim: aimAt(scope), read })
      },
      ...(buttons.length > 0 ? { onSweep } : {}),
    })
  }
  if (links.length > 0) keepOutOfEditors(HOST_NAME, signal)

  function isStillAlive(): boolean {
    const isThere = isAlive()
    if (!isThere) floating.clear()
    return isThere
  }

  function ruleAt(index: number) {
    const anchor = ofRecords[index]
    if (anchor === undefined) throw new RangeError(`No anchor ${index}`)
    return anchor.rule
  }

  function linkAt(index: number): LinkAnchor | undefined {
    return links[index - ofRecords.length]
  }

  function scopeAt(anchor: Element, index: number): Element | null {
    const link = linkAt(index)
    return link === undefined ? records.scopeOf(anchor, ruleAt(index)) : link.scopeOf(anchor)
  }

  function mountLinkBar(anchor: Element, { link, read }: LinkAnchor) {
    return mountBar({
      ...bar,
      setup: { ...setup, buttons: link.buttons },
      anchor,
      // Icons alone do not tell accounts apart.
      size: link.buttons.length > 1 ? 'full' : 'compact',
      aim: aimAt(anchor),
      read: () => read(anchor),
      run: ({ shortcutId, record: { key }, doubts }) => {
        const around = records.around(anchor)
        const record = around === undefined ? {} : { record: around.record }
        return send('page.runLink', { buttonId: shortcutId, href: key, doubts, ...record })
      },
    })
  }

  // The scope is looked up each time: a page may move an anchor from one record into another.
  function readAt(anchor: Element, index: number): Reading | undefined {
    const scope = scopeAt(anchor, index)
    return scope === null ? undefined : records.read(scope, ruleAt(index))
  }

  // A page that draws a record anew may show it as it was for a moment: what was seen before still counts.
  function aimAt(owner: object): Aim {
    const aim = aims.get(owner) ?? createAim()
    aims.set(owner, aim)
    return aim
  }

  const mayFloat = setup.floats && (site ?? noSite).floating
  function onSweep(isChanged: boolean): void {
    if (site !== null) count(isChanged, site.id)
    if (mayFloat) float(isChanged)
  }

  // Once a record; that its place is missing is known at the second look only, as the place may come later.
  function count(isChanged: boolean, id: string): void {
    if (!isChanged && looks !== 1) return
    const only = records.only()
    if (only === undefined || only.rule.anchors.length === 0) return
    const { key } = only.reading.record
    if (key !== lookedFor) looks = 0
    lookedFor = key
    looks += 1
    const isFound = standing().some(({ scope }) => scope === only.scope)
    if (key === countedKey || (!isFound && looks < 2)) return
    countedKey = key
    void send('page.place', { site: id, isFound }).catch(() => {})
  }

  function float(isChanged: boolean): void {
    if (!isChanged && lacksPlace !== 1) return
    const record = site === null ? guessedRecord() : unplaced()
    lacksPlace = record === undefined ? 0 : lacksPlace + 1
    // Not at the first look: the place may come a moment later than the record.
    if (record === undefined) floating.clear()
    else if (lacksPlace > 1) floating.settle(record.owner, () => floatingBar(record))
  }

  function floatingBar({ owner, read }: Unplaced) {
    return mountBar({ ...bar, anchor: rootIn(document), size: 'floating', aim: aimAt(owner), read, hide })
  }

  function hide(): void {
    floating.clear()
    void send('page.hideFloating', {}).catch(() => {})
  }

  /** The one record that is shown without a place for buttons. */
  function unplaced(): Unplaced | undefined {
    const [only, ...others] = records.shown()
    if (only === undefined || others.length > 0) return undefined
    const { rule, scope } = only
    if (standing().some((placed) => placed.scope === scope)) return undefined
    // Whatever holds that record by then.
    return { owner: rule, read: () => records.shown().find((now) => now.rule === rule)?.reading }
  }

  function guessedRecord(): Unplaced | undefined {
    const read = (): Reading | undefined => {
      const found = guess()
      if (found === undefined || found.confidence < LEAST_CONFIDENCE) return undefined
      return { record: found.record, agrees: true }
    }
    return read() === undefined ? undefined : { owner: document, read }
  }

  function standing() {
    return (watch?.standing() ?? []).filter(({ anchor, index }) => linkAt(index) === undefined && isVisible(anchor))
  }

  function report(): PageReport {
    const shown = records.shown().map(({ reading }) => reading.record)
    const mounted = standing()
      .slice(0, MOST_REPORTED)
      .flatMap(({ anchor, index }) => readAt(anchor, index) ?? [])
      .map(({ record }) => record)
    const guessed = site === null ? guess() : undefined
    return {
      site: site?.id ?? null,
      shown: shown.slice(0, MOST_REPORTED),
      mounted,
      floats: floating.isShown(),
      ...(guessed === undefined ? {} : { guess: guessed }),
    }
  }

  return { report }
}
