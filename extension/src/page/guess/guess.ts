/** Guesses, on a page of an unknown CRM, whom it is about. @module */
import type { PageFact } from '../../sites/rule.ts'
import { collect } from './collect.ts'
import { bodyOf, bySelector, byTag, contains, isVisible, startReading, titleOf } from './dom.ts'
import { judge, type Verdict } from './judge.ts'
import { idOfAddress } from './key.ts'
import { isOwnPage } from './own-pages.ts'
import { partsOf, startReadingTexts } from './parts.ts'
import { createRegions, openDialogs } from './regions.ts'
import { scanAround } from './scan.ts'

/** The person whom a page seems to show. */
export interface Guess {
  readonly record: {
    readonly kind: 'contact'
    /** The record's id in the page's address, else the e-mail address, the name or the phone number. */
    readonly key: string
    readonly facts: { readonly [F in Exclude<PageFact, 'device'>]?: string }
  }
  /** From 0 to 1: above 0.75 name and address agree; below 0.4 it is hardly more than a possibility. */
  readonly confidence: number
}

/** What a dialog must reach to count instead of the page behind it. */
const LEAST_IN_DIALOG = 0.4
const MOST_DIALOGS = 3
const MOST_LETTERS_OF_KEY = 200

/**
 * The best guess from what is visible, or `undefined` where the page shows nobody, several people alike, or the user.
 *
 * It reads at most some hundred elements, whatever the page's size, and relies on nothing that a page can put in the
 * place of its elements' properties.
 */
export function guessRecord(document: Document, address: string): Guess | undefined {
  const body = bodyOf(document)
  if (body === null) return undefined
  startReading()
  startReadingTexts()
  const title = titleOf(document)
  const dialogs = openDialogs(body)
  for (const dialog of dialogs.slice(0, MOST_DIALOGS)) {
    const verdict = judgePart(dialog, address, '', false)
    // The address is that of the page behind.
    if (verdict !== undefined && verdict.confidence >= LEAST_IN_DIALOG) return makeGuess(verdict, undefined)
  }
  const verdict = judgePart(body, address, title, dialogs.length > 0)
  return verdict === undefined ? undefined : makeGuess(verdict, idOfAddress(address))
}

function judgePart(root: Element, address: string, title: string, isBehindDialog: boolean): Verdict | undefined {
  const heading = byTag(root, 'h1', 4).find(isVisible) ?? headingByRole(root)
  const ownTexts = [title.split(/\s[-|·–—•]\s/)[0] ?? '', heading === undefined ? '' : partsOf(heading).join(' ')]
  if (isOwnPage(address, ownTexts)) return undefined
  const regionOf = createRegions(root, heading, isBehindDialog)
  const scan = scanAround(startOf(root, heading), root, regionOf)
  return judge(root, collect(root, scan, regionOf), title)
}

/** Where the record is likely to be: at the main heading, in the main part, or else at the first address. */
function startOf(root: Element, heading: Element | undefined): Element {
  const main = byTag(root, 'main', 2).find(isVisible) ?? bySelector(root, '[role="main"]', 2).find(isVisible)
  if (heading !== undefined && (main === undefined || contains(main, heading))) return heading
  return main ?? bySelector(root, 'a[href^="mailto:" i]', 2).find(isVisible) ?? root
}

function headingByRole(root: Element): Element | undefined {
  return bySelector(root, '[role="heading"][aria-level="1"]', 4).find(isVisible)
}

function makeGuess({ facts, confidence }: Verdict, id: string | undefined): Guess {
  const key = id ?? facts.email ?? facts.name ?? facts.phone ?? ''
  return { record: { kind: 'contact', key: key.slice(0, MOST_LETTERS_OF_KEY), facts }, confidence }
}
