/** Which section and form the address names: `#accounts`, `#accounts/new`, `#accounts/<id>/<field>`. @module */
import { signal } from '@preact/signals'

/** Every section, in the order of the navigation. */
export const sections = ['me', 'accounts', 'targets', 'shortcuts', 'sites', 'about'] as const

/** A section's name. */
export type Section = (typeof sections)[number]

/** What the address names. */
export interface Route {
  readonly section: Section
  /** The item whose form is open, or `new`. */
  readonly item?: string
  /** The field that gets the focus. */
  readonly field?: string
}

/** Where the page is. */
export const route = signal<Route>({ section: 'me' })

/** Reads an address's hash; what it does not know leads to the first section. */
export function readRoute(hash: string): Route {
  const [name, second, third] = hash.replace(/^#/, '').split('/')
  const section = sections.find((candidate) => candidate === name) ?? 'me'
  const [item, field] = section === 'me' ? [undefined, second] : [second, third]
  return { section, ...(item ? { item } : {}), ...(field ? { field } : {}) }
}

/** Keeps the route in step with the address. */
export function followAddress(): void {
  const follow = () => {
    route.value = readRoute(location.hash)
  }
  follow()
  addEventListener('hashchange', follow)
}

/** Goes to a section, or to an item's form in it. */
export function goTo(section: Section, item?: string): void {
  location.hash = item === undefined ? section : `${section}/${item}`
}
