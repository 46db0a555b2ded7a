/** The records of one running CRM: asked for in pages, and changed by edits. @module */

import { activityOf, draftTo } from './activity.ts'
import { casesOfContact, contactsOfCompany, createData, findRecord } from './data.ts'
import { type Case, type Company, type Contact, fullName } from './records.ts'

const PAGE_SIZE = 50
const RECENT_IDS = ['c-1002', 'c-1011', 'c-1018', 'c-1026', 'c-1032'] as const
const MARKS = /\p{M}/gu

/** What a list asks for. */
export type ListQuery = {
  readonly query: string
  readonly page: number
  /** A field's name; anything else keeps the records' own order. */
  readonly sort: string
  readonly descending: boolean
}

/** One page of a list. */
export type Page<Row> = {
  readonly items: readonly Row[]
  readonly total: number
  readonly page: number
  readonly more: boolean
}

/** Fields of a contact that an edit may set; an empty e-mail or phone takes it away. */
export const EDITABLE = ['firstName', 'lastName', 'email', 'phone', 'title', 'city'] as const
export type ContactEdit = { readonly [Field in (typeof EDITABLE)[number]]?: string }

export type Store = ReturnType<typeof createStore>

/** Starts with freshly made records; edits last as long as the store. */
export function createStore() {
  const data = createData()
  let contacts = data.contacts
  const current = () => ({ ...data, contacts })
  const byName = new Intl.Collator('en', { numeric: true })

  const list = <Row extends Contact | Company | Case>(
    rows: readonly Row[],
    searched: (row: Row) => readonly (string | undefined)[],
    sortable: Readonly<Record<string, (row: Row) => string>>,
    { query, page, sort, descending }: ListQuery,
  ): Page<Row> => {
    const words = fold(query).split(' ').filter(Boolean)
    const found = rows.filter((row) => {
      const text = fold(searched(row).join(' '))
      return words.every((word) => text.includes(word))
    })
    const key = Object.hasOwn(sortable, sort) ? sortable[sort] : undefined
    if (key !== undefined) found.sort((one, other) => byName.compare(key(one), key(other)) * (descending ? -1 : 1))
    const end = page * PAGE_SIZE
    return { items: found.slice(end - PAGE_SIZE, end), total: found.length, page, more: found.length > end }
  }

  return {
    contacts: (query: ListQuery) =>
      list(
        contacts,
        (row) => [fullName(row), row.email, row.phone, row.company, row.city],
        {
          name: fullName,
          email: (row) => row.email ?? '',
          phone: (row) => row.phone ?? '',
          company: (row) => row.company,
          owner: (row) => row.owner,
          status: (row) => row.status,
        },
        query,
      ),
    companies: (query: ListQuery) =>
      list(
        data.companies,
        (row) => [row.name, row.industry, row.city, row.country],
        {
          name: (row) => row.name,
          industry: (row) => row.industry,
          city: (row) => row.city,
          employees: (row) => String(row.employees),
          owner: (row) => row.owner,
        },
        query,
      ),
    cases: (query: ListQuery) =>
      list(
        data.cases,
        (row) => [row.id, row.subject, row.contact, row.company],
        {
          subject: (row) => row.subject,
          contact: (row) => row.contact,
          status: (row) => row.status,
          priority: (row) => row.priority,
          opened: (row) => row.opened,
        },
        query,
      ),
    contact: (id: string) => {
      const position = contacts.findIndex((contact) => contact.id === id)
      const contact = contacts[position]
      return (
        contact && {
          contact,
          previous: contacts[position - 1]?.id,
          next: contacts[position + 1]?.id,
          position: position + 1,
          total: contacts.length,
          cases: casesOfContact(id, current()),
          activity: activityOf(contact),
          draft: draftTo(contact),
        }
      )
    },
    company: (id: string) => {
      const company = findRecord(data.companies, id)
      return company && { company, contacts: contactsOfCompany(id, current()) }
    },
    case: (id: string) => findRecord(data.cases, id),
    recent: () => RECENT_IDS.flatMap((id) => findRecord(contacts, id) ?? []),
    editContact: (id: string, edit: ContactEdit): Contact | undefined => {
      const before = findRecord(contacts, id)
      if (before === undefined) return undefined
      const { email, phone, ...rest } = { ...before, ...edit }
      const after = { ...rest, ...(email && { email }), ...(phone && { phone }) }
      contacts = contacts.map((contact) => (contact.id === id ? after : contact))
      return after
    },
  }
}

/** As one would type it in a search box: without accents and capitals. */
const fold = (text: string): string => text.normalize('NFD').replace(MARKS, '').toLowerCase()
