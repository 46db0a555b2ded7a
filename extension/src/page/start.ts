/** Starts and stops the work in one page. @module */
import { browser } from 'wxt/browser'
import { type PageNotice, type PageRecord, send } from '../messages.ts'
import type { RecordRule } from '../sites/rule.ts'
import { HOST_NAME, mountBar } from './bar.ts'
import { readRecord } from './read-record.ts'
import type { PageSetup } from './setup.ts'
import { createClickGuard } from './trusted-click.ts'
import { watchAnchors } from './watch.ts'

/** Asks for the page's setup, mounts the buttons, and follows changes until the signal aborts. */
export async function startPage(signal: AbortSignal): Promise<void> {
  let running = new AbortController()
  let setup: PageSetup | null = null
  let begun = 0

  async function begin(): Promise<void> {
    begun += 1
    const turn = begun
    const answer = await send('page.begin', { marks: readMarks() }).catch(() => undefined)
    // Answers may overtake each other; the last question's counts.
    if (signal.aborted || turn !== begun) return
    running.abort()
    running = new AbortController()
    setup = answer ?? null
    if (setup !== null && setup.buttons.length > 0) watchSite(setup, AbortSignal.any([signal, running.signal]))
  }

  function onNotice(message: unknown): Promise<PageRecord | null> | undefined {
    const { notice } = (message ?? {}) as Partial<PageNotice>
    if (notice === 'setup-changed') void begin()
    if (notice === 'read-record') return Promise.resolve(setup === null ? null : shownRecord(setup))
    return undefined
  }

  browser.runtime.onMessage.addListener(onNotice)
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onNotice))
  // A page out of the back/forward cache heard no notice while it was there.
  addEventListener('pageshow', ({ persisted }) => void (persisted && begin()), { signal })
  await begin()
}

function watchSite(setup: PageSetup, signal: AbortSignal): void {
  const { records, shadowHosts } = setup.site
  const guard = createClickGuard(signal)
  const anyScope = anyScopeOf(setup.site)
  watchAnchors({
    document,
    anchorSelectors: records.map(({ scope, anchor }) => `${scope} ${anchor}`),
    shadowHostSelectors: shadowHosts,
    hostName: HOST_NAME,
    isAlive: () => browser.runtime?.id !== undefined,
    signal,
    scopeOf,
    mount(anchor, selectorIndex, scope) {
      return mountBar({
        anchor,
        scope,
        size: records[selectorIndex]?.size ?? 'full',
        setup,
        guard,
        read: () => readAt(anchor, selectorIndex),
        run: (payload) => send('page.run', payload),
      })
    },
  })

  function scopeOf(anchor: Element, selectorIndex: number): Element | null {
    const rule = records[selectorIndex]
    const scope = anchor.closest(anyScope)
    // Records may stand inside each other: the innermost is the one that the user sees there.
    return rule !== undefined && scope?.matches(rule.scope) ? scope : null
  }

  // The scope is looked up each time: a page may move an anchor from one record into another.
  function readAt(anchor: Element, selectorIndex: number): PageRecord | undefined {
    const rule = records[selectorIndex]
    const scope = scopeOf(anchor, selectorIndex)
    return rule === undefined || scope === null ? undefined : readRecord(scope, rule, anyScope)
  }
}

/** A selector for the scope of every record. */
function anyScopeOf({ records }: PageSetup['site']): string {
  return records.map(({ scope }) => scope).join(',')
}

/** The one record that the page shows at large, for the popup. */
function shownRecord({ site }: PageSetup): PageRecord | null {
  const anyScope = anyScopeOf(site)
  const shown = site.records
    .filter(({ size }) => size === 'full')
    .flatMap((rule) => visibleScopes(rule).map((scope) => readRecord(scope, rule, anyScope)))
  const [record, ...others] = shown.filter((found) => found !== undefined)
  return record === undefined || others.length > 0 ? null : record
}

function visibleScopes({ scope }: RecordRule): readonly Element[] {
  return [...document.querySelectorAll(scope)].filter((element) =>
    element.checkVisibility({ visibilityProperty: true }),
  )
}

/** What the page says of itself in its `<meta>` elements. */
function readMarks(): Record<string, string> {
  const marks = [...document.querySelectorAll('meta[name][content]')]
    .slice(0, 50)
    .map((meta) => [
      (meta.getAttribute('name') ?? '').slice(0, 100),
      (meta.getAttribute('content') ?? '').slice(0, 200),
    ])
  return Object.fromEntries(marks)
}
