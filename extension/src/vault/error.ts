/** The errors of the vault: a code to act on, and a sentence that holds no secret. @module */

/** What can go wrong, as the caller has to tell it apart. */
export type VaultErrorCode =
  /** There is a vault already. */
  | 'exists'
  /** There is no vault yet. */
  | 'absent'
  /** The vault is locked. */
  | 'locked'
  /** The passphrase is wrong, or the wrapped key was changed: the two cannot be told apart. */
  | 'wrong-passphrase'
  /** The passphrase to be set is empty. */
  | 'weak-passphrase'
  /** Too many wrong passphrases; `retryAfter` says when the next is taken. */
  | 'wait'
  /** What is stored or was given does not have its form, or does not open. */
  | 'damaged'
  /** Made by a newer Joinery. */
  | 'newer-format'
  /** Asks for more work than is done for anybody. */
  | 'too-costly'
  /** Larger than what is read. */
  | 'too-large'
  /** Ends before it should. */
  | 'truncated'
  /** Somebody else changed it since it was read. */
  | 'conflict'
  /** The browser has no room left; nothing was changed. */
  | 'storage-full'
  /** The browser's storage failed; nothing was changed. */
  | 'storage-failed'

/** An error with a {@link VaultErrorCode}. */
export interface VaultError extends Error {
  readonly name: 'VaultError'
  readonly code: VaultErrorCode
  /** Milliseconds until the next try, for `wait`. */
  readonly retryAfter?: number
}

/** Makes a {@link VaultError}; `message` is shown, so it says what to do and holds no secret. */
export function vaultError(
  code: VaultErrorCode,
  message: string,
  more: { readonly cause?: unknown; readonly retryAfter?: number } = {},
): VaultError {
  const { cause, retryAfter } = more
  const error = new Error(message, cause === undefined ? undefined : { cause })
  return Object.assign(error, {
    name: 'VaultError' as const,
    code,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  })
}

/** Whether an error is the vault's, and of this code where one is named. */
export function isVaultError(error: unknown, code?: VaultErrorCode): error is VaultError {
  if (!(error instanceof Error) || error.name !== 'VaultError' || !('code' in error)) return false
  return code === undefined || error.code === code
}
