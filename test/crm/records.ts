/** The kinds of records in the demo CRM. @module */

export type ContactStatus = 'lead' | 'active' | 'customer' | 'dormant'
export type CaseStatus = 'open' | 'waiting' | 'solved'
export type CasePriority = 'low' | 'normal' | 'high'

/** A person whom the organisation knows. */
export type Contact = {
  readonly id: string
  readonly firstName: string
  /** Empty for people of one name. */
  readonly lastName: string
  /** The family name is shown first, as in Japan. */
  readonly familyFirst: boolean
  readonly email?: string
  readonly phone?: string
  /** The company's name. */
  readonly company: string
  readonly companyId: string
  readonly title: string
  readonly city: string
  readonly country: string
  /** The colleague who looks after this contact. */
  readonly owner: string
  readonly status: ContactStatus
  /** The day of the first contact, `2025-03-14`. */
  readonly since: string
}

/** An organisation that contacts work for. */
export type Company = {
  readonly id: string
  readonly name: string
  readonly industry: string
  readonly city: string
  readonly country: string
  readonly employees: number
  readonly website: string
  readonly owner: string
}

/** A question that a contact asked. */
export type Case = {
  readonly id: string
  readonly subject: string
  readonly status: CaseStatus
  readonly priority: CasePriority
  readonly contactId: string
  /** The contact's name, for lists. */
  readonly contact: string
  readonly companyId: string
  readonly company: string
  readonly owner: string
  /** The day it was opened, `2026-01-20`. */
  readonly opened: string
  readonly description: string
  /** A mail that the contact passed on: it names somebody who is not this case's contact. */
  readonly quoted: { readonly name: string; readonly email: string; readonly text: string }
}

/** The demo's own staff; the first is signed in. */
export const OWNERS = ['Mara Lindgren', 'Tom Okafor', 'Inês Duarte', 'Jonas Weber'] as const

/** A contact's name as it is read aloud. */
export function fullName(contact: Pick<Contact, 'firstName' | 'lastName' | 'familyFirst'>): string {
  const parts = contact.familyFirst ? [contact.lastName, contact.firstName] : [contact.firstName, contact.lastName]
  return parts.filter((part) => part !== '').join(' ')
}
