/** What the certificate assistant says: problems, days, files. @module */
import { i18n } from '#i18n'
import { type CertificateErrorCode, isCertificateError } from '../../../certificates/error.ts'
import { problemOf, userLanguage } from '../../../desk/problem.ts'

const sentences: { readonly [Code in CertificateErrorCode]: () => string } = {
  'no-certificate': () => i18n.t('certificateError.noCertificate'),
  'request-only': () => i18n.t('certificateError.requestOnly'),
  'key-only': () => i18n.t('certificateError.keyOnly'),
  damaged: () => i18n.t('certificateError.damaged'),
  'too-large': () => i18n.t('certificateError.tooLarge'),
  'too-costly': () => i18n.t('certificateError.tooCostly'),
  unsupported: () => i18n.t('certificateError.unsupported'),
  'password-needed': () => i18n.t('certificateError.passwordNeeded'),
  'wrong-password': () => i18n.t('certificateError.wrongPassword'),
  'other-key': () => i18n.t('certificateError.otherKey'),
  invalid: () => i18n.t('error.invalid'),
}

/** What went wrong, in a sentence. */
export function problemText(error: unknown): string {
  return isCertificateError(error) ? sentences[error.code]() : problemOf(error).text
}

/** A day in words, from milliseconds since 1970. */
export function dayInWords(milliseconds: number | undefined): string {
  return new Intl.DateTimeFormat(userLanguage(), { dateStyle: 'long' }).format(milliseconds)
}

/** A name as a file's name: letters and digits of any script, the rest as hyphens. */
export function fileStem(name: string): string {
  const stem = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return stem === '' ? 'certificate' : stem.slice(0, 60)
}
