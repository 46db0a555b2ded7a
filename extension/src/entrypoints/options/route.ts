/** Which section and form the address names: `#accounts`, `#accounts/<id>/<field>`, `#actions/<account>/<action>/<target>`. @module */
import { signal } from '@preact/signals'

/** Every section, in the order of the navigation. */
export const sections = [
  'me',
  'accounts',
  'targets',
  'shortcuts',
  'texts',
  'actions',
  'sites',
  'certificates',
  'journal',
  'vault',
  'plugins',
  'about',
] as const

/** A section's name. */
export type Section = (typeof sections)[number]

/** What the address names. */
export interface Route {
  readonly section: Section
  /** The item whose form is open, or `new`. */
  readonly item?: string
  /** The field that gets the focus; the action, among the actions. */
  readonly field?: string
  /** The target that an action is for. */
  readonly target?: string
}

/** Where the page is. */
export const route = signal<Route>({ section: 'me' })

/** Reads an address's hash; what it does not know leads to the first section. */
export function readRoute(hash: string): Route {
  const [name, second, third, target] = hash.replace(/^#/, '').split('/')
  const section = sections.find((candidate) => candidate === name)
  if (section === undefined) return { section: 'me' }
  const [item, field] = section === 'me' ? [undefined, second] : [second, third]
  return { section, ...(item ? { item } : {}), ...(field ? { field } : {}), ...(target ? { target } : {}) }
}

/** Keeps the route in step with the address; `onLeave` hears when the user goes elsewhere. */
export function followAddress(onLeave: () => void): void {
  route.value = readRoute(location.hash)
  addEventListener('hashchange', () => {
    onLeave()
    route.value = readRoute(location.hash)
  })
}

/** Goes to a section, or an item in it, by the page's own will, which is not heard as the user's leaving. */
export function goTo(section: Section, item?: string): void {
  history.pushState(null, '', item === undefined ? `#${section}` : `#${section}/${item}`)
  route.value = item === undefined ? { section } : { section, item }
}
