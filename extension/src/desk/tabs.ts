/** Talks to the content scripts in tabs. @module */
import { browser } from 'wxt/browser'
import { type PageNotice, type PageRecord, type PageReport, pageReport } from '../page-messages.ts'
import { readShortcuts } from './holdings.ts'
import { knownSite } from './known-sites.ts'
import { shortcutEntries } from './popup-entries.ts'
import type { PageView, PopupEntry, TabView } from './popup-views.ts'
import type { StoredShortcut } from './stored.ts'

/** A guess that is less sure is not worth a line. */
const LEAST_CONFIDENCE = 0.4

/** Tells every page that its setup may have changed; pages without a content script do not hear it. */
export async function announceChange(): Promise<void> {
  const tabs = await browser.tabs.query({})
  const notice: PageNotice = { notice: 'setup-changed' }
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [browser.tabs.sendMessage(id, notice)])))
}

/** The record that a tab shows, where a content script finds exactly one, or guesses one. */
export async function recordIn(tabId: number | undefined): Promise<PageRecord | undefined> {
  return recordOf(await reportOf(tabId))
}

/** What the content scripts in a tab say of its page. */
export async function reportOf(tabId: number | undefined): Promise<PageReport | undefined> {
  if (tabId === undefined) return undefined
  const ask = async (notice: PageNotice, frame: { frameId?: number }) =>
    pageReport(await browser.tabs.sendMessage(tabId, notice, frame).catch(() => undefined))
  const top = await ask({ notice: 'read-page' }, { frameId: 0 })
  if (top === undefined || top.shown.length > 0) return top
  // Some products show their records in frames.
  return (await ask({ notice: 'read-frame' }, {})) ?? top
}

function recordOf(report: PageReport | undefined): PageRecord | undefined {
  if (report === undefined) return undefined
  const { shown, guess } = report
  if (shown.length === 0) return guess !== undefined && guess.confidence >= LEAST_CONFIDENCE ? guess.record : undefined
  const [only, ...others] = shown
  return others.length === 0 ? only : undefined
}

async function pageViewOf(
  report: PageReport | undefined,
  record: PageRecord | undefined,
  inPage: readonly PopupEntry[],
): Promise<PageView | null> {
  if (report === undefined) return null
  const site = report.site === null ? undefined : await knownSite(report.site)
  const isMounted = report.mounted.some(({ key }) => key === record?.key)
  const isOffered = inPage.some((shortcut) => shortcut.for === 'me' || shortcut.lacking.length === 0)
  const hasPlaces = site?.records.some(({ kind, anchors }) => kind === record?.kind && anchors.length > 0) ?? false
  const isShown = record !== undefined && report.shown.length > 0
  return {
    site: site?.name ?? report.site,
    siteId: report.site,
    isGuess: record !== undefined && report.shown.length === 0,
    hasButtons: report.floats || isMounted,
    // A bar that floats stands in for a place that is not there.
    lacksPlace: isShown && hasPlaces && isOffered && !isMounted,
  }
}

/** What the popup shows for a tab, or for none. */
export async function viewOfTab(tabId: number | undefined): Promise<TabView> {
  const reporting = reportOf(tabId)
  const stored = await readShortcuts()
  const [report, entries] = await Promise.all([reporting, shortcutEntries(stored, reporting.then(recordOf))])
  const record = recordOf(report)
  const isHere = ({ inPage, sites }: StoredShortcut) => inPage && (sites?.includes(report?.site ?? '') ?? true)
  const inPage = new Set(stored.flatMap((shortcut) => (isHere(shortcut) ? shortcut.id : [])))
  const page = await pageViewOf(
    report,
    record,
    entries.filter(({ id }) => inPage.has(id)),
  )
  const elsewhere = new Set(stored.flatMap((shortcut) => (shortcut.inPopup === false ? shortcut.id : [])))
  return { shortcuts: entries.filter(({ id }) => !elsewhere.has(id)), record: record ?? null, page }
}
