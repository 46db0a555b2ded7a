/** The address bar after the keyword `join`. @module */
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { runFromBrowser, type Surroundings, sayFailure, surroundingsIn, tabInFront } from './browser-click.ts'
import type { Click } from './click.ts'
import { type Suggestion, suggestionsFor } from './suggestions.ts'
import { askToUnlock } from './unlock-window.ts'
import { vaultState } from './vault-session.ts'

type Suggest = (lines: { content: string; description: string }[]) => void

// What was shown last, to run what the user saw; where the background was stopped since, it is looked for again.
let shown: readonly Suggestion[] = []
let latest = 0

/** Listens to it; to be called whenever the background starts. */
export function followOmnibox(): void {
  const { omnibox } = browser
  // Firefox for Android has no such thing.
  if (omnibox === undefined) return
  omnibox.onInputStarted.addListener(() => void show('', () => {}).catch(console.error))
  omnibox.onInputChanged.addListener((typed, suggest: Suggest) => void show(typed, suggest).catch(console.error))
  omnibox.onInputCancelled.addListener(() => {
    shown = []
  })
  omnibox.onInputEntered.addListener((typed, disposition) => void enter(typed, disposition).catch(console.error))
}

async function show(typed: string, suggest: Suggest): Promise<void> {
  latest += 1
  const turn = latest
  const state = await vaultState()
  // Of what is stored nothing is told, not even whether there is something of that name.
  const lines = state === 'unlocked' ? await suggestionsFor(typed, (await here()).record) : []
  if (turn !== latest) return
  shown = lines
  const [best, ...others] = lines
  const first = typed.trim() === '' ? undefined : best
  browser.omnibox.setDefaultSuggestion({ description: first === undefined ? plain(hintFor(state)) : described(first) })
  const rest = first === undefined ? lines : others
  suggest(rest.map((line) => ({ content: line.content, description: described(line) })))
}

function hintFor(state: Awaited<ReturnType<typeof vaultState>>): string {
  if (state === 'locked') return i18n.t('elsewhere.unlockFirst')
  return state === 'absent' ? i18n.t('elsewhere.setUpFirst') : i18n.t('elsewhere.typeName')
}

/**
 * Runs what was chosen. It opens beside the tab in front, or behind it where a tab behind is asked for, and never in its
 * place: Enter alone asks for that, and a CRM page may hold what was typed into it and not saved.
 */
async function enter(typed: string, disposition: string): Promise<void> {
  const lines = shown
  shown = []
  const state = await vaultState()
  if (state === 'absent') return await browser.runtime.openOptionsPage()
  if (state === 'locked') return void (await askToUnlock(await searching(typed, disposition)))
  const surroundings = await placed(disposition)
  const chosen = lines.find(({ content }) => content === typed) ?? (await suggestionsFor(typed, surroundings.record))[0]
  if (chosen === undefined || typed.trim() === '') return await sayFailure(i18n.t('elsewhere.nothingFound'))
  await runFromBrowser({ ...chosen.stands, ...surroundings })
}

// What it means is looked up once the vault is unlocked.
async function searching(typed: string, disposition: string): Promise<Click | undefined> {
  return typed.trim() === '' ? undefined : { typed, ...(await placed(disposition)) }
}

async function placed(disposition: string): Promise<Surroundings> {
  const surroundings = await here()
  const isBehind = disposition === 'newBackgroundTab'
  return isBehind ? { ...surroundings, place: { ...surroundings.place, isBehind } } : surroundings
}

async function here(): Promise<Surroundings> {
  return await surroundingsIn(await tabInFront())
}

// Chromium reads descriptions as XML, Firefox shows them as they are.
function described({ name, detail }: Suggestion): string {
  if (import.meta.env.FIREFOX) return `${name} · ${detail}`
  return `<match>${escaped(name)}</match> <dim>${escaped(detail)}</dim>`
}

function plain(text: string): string {
  return import.meta.env.FIREFOX ? text : escaped(text)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
// Characters that XML does not take in any form; one of them, and Chromium shows no line at all.
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** A text as Chromium's descriptions may hold it. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(NOT_XML, ' ')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
}
