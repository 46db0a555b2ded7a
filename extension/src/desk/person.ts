/** Whom a link is for: the user as an account knows them, or the contact in a record. @module */
import type { Fact } from '@joinery/sdk'
import type { PageRecord } from '../page-messages.ts'
import type { StoredAccount } from './stored.ts'
import type { PersonView } from './views.ts'

const FACTS_OF_A_CONTACT: readonly Fact[] = ['firstName', 'lastName', 'email', 'phone', 'company']

/** The user: the profile, and over it what the account says. */
export function meOn(account: StoredAccount, profile: PersonView): PersonView {
  return { ...profile, ...account.me }
}

/**
 * The contact in a record. A page's facts are hostile: it may say who the contact is and nothing else, so a user name,
 * which tells people apart at the vendor, is never taken from it.
 */
export function contactIn({ facts }: PageRecord): PersonView {
  const given = { ...splitName(facts.name), ...facts }
  const present = FACTS_OF_A_CONTACT.flatMap((fact) => {
    const value = oneLine(given[fact] ?? '')
    return value === '' ? [] : [[fact, value] as const]
  })
  return Object.fromEntries(present)
}

/** The facts among `needs` that a person lacks. */
export function lackingFacts(person: PersonView, needs: readonly Fact[]): readonly Fact[] {
  return needs.filter((fact) => person[fact] === undefined)
}

// White space and control characters in what a page shows are layout, not name.
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

function splitName(name: string | undefined): { firstName?: string; lastName?: string } {
  const words = oneLine(name ?? '').split(' ')
  const lastName = words.pop() ?? ''
  return words.length === 0 ? {} : { firstName: words.join(' '), lastName }
}
