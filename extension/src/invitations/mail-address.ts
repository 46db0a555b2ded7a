/** Mail addresses as a URI holds them. @module */

// What people have for addresses; the odd forms of RFC 5322, with quotes and comments, could say something else to a mail
// program than to us.
const ADDRESS = /^[^\s@<>()[\]"',:;\\\p{Cc}]+@[^\s@<>()[\]"',:;\\\p{Cc}]+$/u
const LONGEST_ADDRESS = 254

/** The address percent-encoded after RFC 6068, or `undefined` where it is none. */
export function encodedAddress(email: string | undefined): string | undefined {
  if (email === undefined || email.length > LONGEST_ADDRESS || !email.isWellFormed() || !ADDRESS.test(email)) {
    return undefined
  }
  // A plus sign is a plus sign in a path, and mail programs that decode nothing else should find it.
  return email
    .split('@')
    .map((part) => encodeURIComponent(part).replaceAll('%2B', '+'))
    .join('@')
}
