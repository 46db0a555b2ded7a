/** By what runs of a list are known again. @module */

/** What identities are compared by: GUIDs come with and without braces. */
export function identityOf(value: unknown): string {
  return typeof value === 'string' ? value.replace(/[{}\s]/g, '').toLowerCase() : ''
}
