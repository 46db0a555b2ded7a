/** The error of everything about certificates: a code to act on, and a sentence that holds no secret. @module */

/** What can go wrong, as the caller has to tell it apart. */
export type CertificateErrorCode =
  /** The bytes hold no certificate in any form that is read. */
  | 'no-certificate'
  /** They hold a request, which is what an authority makes a certificate from. */
  | 'request-only'
  /** They hold a private key alone. */
  | 'key-only'
  /** They have the form of a certificate or container, and break off or contradict themselves. */
  | 'damaged'
  /** Larger, or more of them, than is read. */
  | 'too-large'
  /** Opening it would take far too long. */
  | 'too-costly'
  /** Encrypted in a way that is not read; the message names the algorithm. */
  | 'unsupported'
  /** Encrypted, and no password was given. */
  | 'password-needed'
  /** The password is wrong, or the file was changed: the two cannot be told apart. */
  | 'wrong-password'
  /** The certificate names another key. */
  | 'other-key'
  /** A name or address cannot stand in a request; `field` says which. */
  | 'invalid'

/** An error with a {@link CertificateErrorCode}. */
export interface CertificateError extends Error {
  readonly name: 'CertificateError'
  readonly code: CertificateErrorCode
  /** The field at fault, for `invalid`. */
  readonly field?: string
}

/** Makes a {@link CertificateError}. */
export function certificateError(
  code: CertificateErrorCode,
  message: string,
  more: { readonly cause?: unknown; readonly field?: string } = {},
): CertificateError {
  const { cause, field } = more
  const error = new Error(message, cause === undefined ? undefined : { cause })
  return Object.assign(error, { name: 'CertificateError' as const, code, ...(field === undefined ? {} : { field }) })
}

/** Whether an error is one about certificates, and of this code where one is named. */
export function isCertificateError(error: unknown, code?: CertificateErrorCode): error is CertificateError {
  if (!(error instanceof Error) || error.name !== 'CertificateError' || !('code' in error)) return false
  return code === undefined || error.code === code
}
