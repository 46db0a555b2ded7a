/** What the demo CRM knows: its records, made from a seed, and how to look them up. @module */
import { generateCases } from './cases.ts'
import { generateCompanies } from './companies.ts'
import { generateContacts } from './contacts.ts'
import { createRandom } from './random.ts'
import type { Case, Company, Contact } from './records.ts'

export type { Case, Company, Contact } from './records.ts'
export { fullName } from './records.ts'

/** All records of one running CRM. */
export type CrmData = {
  readonly contacts: readonly Contact[]
  readonly companies: readonly Company[]
  readonly cases: readonly Case[]
}

const SEED = 20_260_114
const COMPANY_COUNT = 160
const CONTACT_COUNT = 1_240
const CASE_COUNT = 420

/** Makes all records anew; every call gives equal ones. */
export function createData(): CrmData {
  const random = createRandom(SEED)
  const companies = generateCompanies(COMPANY_COUNT, random)
  const contacts = generateContacts(CONTACT_COUNT, companies, random)
  return { companies, contacts, cases: generateCases(CASE_COUNT, contacts, random) }
}

/** The record with this id, or undefined. */
export function findRecord<Row extends { readonly id: string }>(rows: readonly Row[], id: string): Row | undefined {
  return rows.find((row) => row.id === id)
}

/** The contact with this id, as it is in a freshly started CRM unless other data is given. */
export function findContact(id: string, data: CrmData = createData()): Contact | undefined {
  return findRecord(data.contacts, id)
}

/** The contacts who work for a company. */
export function contactsOfCompany(companyId: string, data: CrmData = createData()): readonly Contact[] {
  return data.contacts.filter((contact) => contact.companyId === companyId)
}

/** The cases of a contact. */
export function casesOfContact(contactId: string, data: CrmData = createData()): readonly Case[] {
  return data.cases.filter((entry) => entry.contactId === contactId)
}
