/** Refuses names with which a signed link could be cut up anew into another one (vendors.md 1.3). @module */
import { PluginError, type Text } from '@joinery/sdk'
import { type Entry, signedTail, VERSION } from './entry.ts'

// The signature joins role and version without a border: a digit followed by 1.3, overlaps counted.
const ROLE_AND_VERSION = /(?=\d1\.3)/g
const DIGIT_FIRST = /^[0-9]/

const text: Text = {
  en: 'The vendor’s protocol cannot carry this name safely: with it, the link could be changed into another person’s or role’s without breaking the signature.',
  de: 'Das Protokoll des Anbieters kann diesen Namen nicht sicher übertragen: Der Link ließe sich damit in den einer anderen Person oder Rolle umbauen, ohne die Signatur zu brechen.',
}

/**
 * The signature joins its values without borders, so a value must not look like its neighbours: a guest's first name that
 * starts with a digit reads as part of the room or user number, and a digit followed by `1.3` anywhere (also across two
 * values) reads as another role.
 *
 * @throws PluginError `unsafe` with the fact at fault.
 */
export function refuseRecutting(entry: Entry): void {
  const { visitor, companyUsername, timestamp } = entry
  if (!('userNo' in visitor) && DIGIT_FIRST.test(visitor.firstName)) throw unsafe('firstName')
  const tail = signedTail(entry)
  if (tail.indexOf(VERSION) === tail.lastIndexOf(VERSION) || count(tail) === 1) return
  if (count(VERSION + companyUsername + timestamp) > 0) throw unsafe('username')
  throw unsafe('firstName' in visitor && count(visitor.firstName) > 0 ? 'firstName' : 'lastName')
}

function count(joined: string): number {
  return joined.match(ROLE_AND_VERSION)?.length ?? 0
}

function unsafe(field: string): PluginError {
  return new PluginError('unsafe', text, { field })
}
