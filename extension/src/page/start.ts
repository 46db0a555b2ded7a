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

  async function begin(): Promise<void> {
    const answer = await send('page.begin', { marks: readMarks() }).catch(() => undefined)
    if (signal.aborted) return
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
  await begin()
}

function watchSite(setup: PageSetup, signal: AbortSignal): void {
  const { records, shadowHosts } = setup.site
  const guard = createClickGuard(signal)
  watchAnchors({
    document,
    anchorSelectors: records.map(({ scope, anchor }) => `${scope} ${anchor}`),
    shadowHostSelectors: shadowHosts,
    hostName: HOST_NAME,
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
    return rule === undefined ? null : anchor.closest(rule.scope)
  }

  // The scope is looked up each time: a page may move an anchor from one record into another.
  function readAt(anchor: Element, selectorIndex: number): PageRecord | undefined {
    const rule = records[selectorIndex]
    const scope = scopeOf(anchor, selectorIndex)
    return rule === undefined || scope === null ? undefined : readRecord(scope, rule)
  }
}

/** The one record that the page shows at large, for the popup. */
function shownRecord({ site }: PageSetup): PageRecord | null {
  const shown = site.records
    .filter(({ size }) => size === 'full')
    .flatMap((rule) => visibleScopes(rule).map((scope) => readRecord(scope, rule)))
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
