/** Puts errors into the user's words. @module */

import { type ErrorCode, isPluginError, PluginError, type Text, textIn } from '@joinery/sdk'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { isVaultError } from '../vault/error.ts'
import { problemOfVault, sentenceOfVault } from './vault-problem.ts'
import type { Problem, SaveReply } from './views.ts'

const SECOND_MILLISECONDS = 1000

const sentences: { readonly [Code in ErrorCode]: () => string } = {
  missing: () => i18n.t('error.missing'),
  invalid: () => i18n.t('error.invalid'),
  unsafe: () => i18n.t('error.unsafe'),
  'not-applicable': () => i18n.t('error.notApplicable'),
  'not-permitted': () => i18n.t('error.notPermitted'),
  unauthorized: () => i18n.t('error.unauthorized'),
  forbidden: () => i18n.t('error.forbidden'),
  'not-found': () => i18n.t('error.notFound'),
  conflict: () => i18n.t('error.conflict'),
  'rate-limited': () => i18n.t('error.rateLimited'),
  unreachable: () => i18n.t('error.unreachable'),
  certificate: () => i18n.t('error.certificate'),
  timeout: () => i18n.t('error.timeout'),
  ambiguous: () => i18n.t('error.ambiguous'),
  'server-failed': () => i18n.t('error.serverFailed'),
  'bad-answer': () => i18n.t('error.badAnswer'),
  refused: () => i18n.t('error.refused'),
  unsupported: () => i18n.t('error.unsupported'),
  cancelled: () => i18n.t('error.cancelled'),
  internal: () => i18n.t('error.internal'),
}

/** The language that our texts are in, with the user's region where the browser agrees on the language. */
export function userLanguage(): string {
  const ours = i18n.t('language')
  const browserLanguage = browser.i18n.getUILanguage()
  return browserLanguage.split('-', 1)[0] === ours ? browserLanguage : ours
}

/** A text in the user's language. */
export function inUserLanguage(text: Text): string {
  return textIn(text, userLanguage())
}

/** A problem in the user's words; what is no PluginError is a fault of ours and shows none of its text. */
export function problemOf(error: unknown, formOf: (field: string) => Problem['form'] = () => undefined): Problem {
  if (isVaultError(error)) return problemOfVault(error)
  if (!isPluginError(error)) {
    console.error(error)
    return { code: 'internal', text: sentences.internal() }
  }
  const text = error.code === 'internal' ? '' : inUserLanguage(error.text)
  const form = error.field === undefined ? undefined : formOf(error.field)
  return {
    code: error.code,
    text: text === '' ? sentences[error.code]() : text,
    ...(error.field === undefined ? {} : { field: error.field }),
    ...(form === undefined ? {} : { form }),
    ...(error.retryAfter === undefined ? {} : { retryAfter: error.retryAfter * SECOND_MILLISECONDS }),
  }
}

/** What kind of problem it was, in words that name nobody and nothing. */
export function plainSentence(code: Problem['code']): string {
  return isErrorCode(code) ? sentences[code]() : sentenceOfVault(code)
}

function isErrorCode(code: Problem['code']): code is ErrorCode {
  return Object.hasOwn(sentences, code)
}

/** Runs a change and tells how it ended. */
export async function saving(
  form: NonNullable<Problem['form']> | undefined,
  change: () => Promise<string | undefined>,
): Promise<SaveReply> {
  try {
    const id = await change()
    return id === undefined ? { ok: true } : { ok: true, id }
  } catch (error) {
    return { ok: false, problem: problemOf(error, () => form) }
  }
}

/** The error for something that was removed meanwhile. */
export function removedMeanwhile(): PluginError {
  return new PluginError('not-found', i18n.t('save.removedMeanwhile'))
}

/** The error for what the organisation set, or does not allow. */
export function forbiddenByPolicy(): PluginError {
  return new PluginError('not-permitted', i18n.t('save.forbiddenByPolicy'))
}

/** The error for what could not be stored, and is kept until it can. */
export function notStoredYet(cause: unknown): PluginError {
  return new PluginError('internal', i18n.t('save.notStoredYet'), { cause })
}
