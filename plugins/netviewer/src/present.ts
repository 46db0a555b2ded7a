/** Values without those that are empty, as they are stored and sent. @module */

/** The values that there are. */
export function present(values: { readonly [name: string]: unknown }): { readonly [name: string]: unknown } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}
