/** What somebody is called in a room. @module */
import type { Person } from '@joinery/sdk'

/**
 * First and last name, as far as they are known; else the user name.
 *
 * @example
 * nameOf({ ...nobody, firstName: 'Zoë', lastName: 'Ann' }) // 'Zoë Ann'
 */
export function nameOf({ firstName, lastName, username }: Person): string | undefined {
  const name = [firstName, lastName].filter((part) => part !== undefined).join(' ')
  return name === '' ? username : name.normalize('NFC')
}
