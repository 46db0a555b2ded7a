/** Puts the vault's errors into the user's words. @module */
import { i18n } from '#i18n'
import type { VaultError, VaultErrorCode } from '../vault/error.ts'
import type { Problem } from './views.ts'

const sentences: { readonly [Code in VaultErrorCode]: () => string } = {
  exists: () => i18n.t('vaultError.exists'),
  absent: () => i18n.t('vaultError.absent'),
  locked: () => i18n.t('vaultError.locked'),
  'wrong-passphrase': () => i18n.t('vaultError.wrongPassphrase'),
  'weak-passphrase': () => i18n.t('vaultError.weakPassphrase'),
  wait: () => i18n.t('vaultError.wait'),
  damaged: () => i18n.t('vaultError.damaged'),
  'newer-format': () => i18n.t('vaultError.newerFormat'),
  'too-costly': () => i18n.t('vaultError.tooCostly'),
  'too-large': () => i18n.t('vaultError.tooLarge'),
  truncated: () => i18n.t('vaultError.truncated'),
  conflict: () => i18n.t('vaultError.conflict'),
  'storage-full': () => i18n.t('vaultError.storageFull'),
  'storage-failed': () => i18n.t('vaultError.storageFailed'),
}

/** What a vault's error is in words. */
export function sentenceOfVault(code: VaultErrorCode): string {
  return sentences[code]()
}

/** A vault's error as a problem; its own text is for developers. */
export function problemOfVault({ code, retryAfter }: VaultError): Problem {
  return { code, text: sentences[code](), ...(retryAfter === undefined ? {} : { retryAfter }) }
}
