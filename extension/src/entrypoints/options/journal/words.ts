/** What the journal says: outcomes, kinds of record, times. @module */
import { i18n } from '#i18n'
import type { JournalLine } from '../../../desk/journal-view.ts'
import { userLanguage } from '../../../desk/problem.ts'

/** How it ended, in a word. */
export const outcomeNames: { readonly [O in JournalLine['outcome']]: () => string } = {
  done: () => i18n.t('journal.done'),
  asked: () => i18n.t('journal.asked'),
  failed: () => i18n.t('journal.failed'),
}

const kinds: { readonly [kind: string]: () => string } = {
  contact: () => i18n.t('journal.kindContact'),
  lead: () => i18n.t('journal.kindLead'),
  account: () => i18n.t('journal.kindAccount'),
  case: () => i18n.t('journal.kindCase'),
  deal: () => i18n.t('journal.kindDeal'),
}

/** What a record is called; a site of the user's own may have another word. */
export function kindName(kind: string): string {
  return Object.hasOwn(kinds, kind) ? (kinds[kind]?.() ?? kind) : kind
}

/** The account's name, or that it is gone; empty where there was none. */
export function accountName({ account }: JournalLine): string {
  return account === null ? i18n.t('journal.removedAccount') : (account ?? '')
}

/** The target's name, or that it is gone; empty where there was none. */
export function targetName({ target }: JournalLine): string {
  return target === null ? i18n.t('journal.removedTarget') : (target ?? '')
}

/** What was done. */
export function actionName({ action, shortcut }: JournalLine): string {
  return action ?? shortcut ?? i18n.t('journal.removedShortcut')
}

/** The day of a moment, in full. */
export function dayName(milliseconds: number): string {
  return new Intl.DateTimeFormat(userLanguage(), { dateStyle: 'full' }).format(milliseconds)
}

/** The time of day of a moment. */
export function timeName(milliseconds: number): string {
  return new Intl.DateTimeFormat(userLanguage(), { timeStyle: 'short' }).format(milliseconds)
}
