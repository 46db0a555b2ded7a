/** A password in the forms that it may have been made bytes of. @module */
import { utf8ToBytes } from '@noble/hashes/utils.js'

/** One way to read a password. */
export interface PasswordForm {
  /** For OpenSSL's own format and PBES2. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** For PKCS#12, which takes UTF-16. */
  readonly text: string
}

/** The forms to try, the likelier first: UTF-8, and Latin-1 where that is another and possible. */
export function formsOf(password: string): readonly PasswordForm[] {
  const utf8 = Uint8Array.from(utf8ToBytes(password))
  const forms = [{ bytes: utf8, text: password }]
  const isAscii = utf8.length === password.length
  if (isAscii || !isLatin1(password)) return forms
  // What older programs did: UTF-8 bytes taken for characters where PKCS#12 wants UTF-16.
  return [...forms, { bytes: codesOf(password), text: String.fromCharCode(...utf8) }]
}

function isLatin1(text: string): boolean {
  return [...text].every((character) => character.charCodeAt(0) < 256)
}

function codesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
