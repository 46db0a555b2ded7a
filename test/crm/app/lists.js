/** The lists of contacts, companies and cases: their columns and rows. @module */
import { element } from './dom.js'
import { avatarAttributes, chip, phoneLink, showDay, showName } from './people.js'
import { recordList } from './record-list.js'

const EMPLOYEES = new Intl.NumberFormat('en')
const cell = (field, ...children) => element('td', { 'data-field': field }, ...children)

export const contactList = recordList({
  name: 'contacts',
  heading: 'Contacts',
  hint: 'Name, e-mail, company…',
  columns: [
    { name: 'name', label: 'Name', sort: 'name' },
    { name: 'email', label: 'E-mail', sort: 'email' },
    { name: 'phone', label: 'Phone', sort: 'phone' },
    { name: 'company', label: 'Company', sort: 'company' },
    { name: 'owner', label: 'Owner', sort: 'owner' },
    { name: 'status', label: 'Status', sort: 'status' },
    { name: 'actions', label: 'Actions' },
  ],
  row: (contact) => {
    const name = element('a', { class: 'person', href: `/contacts/${contact.id}`, ...avatarAttributes(contact) })
    showName(name, contact)
    return element(
      'tr',
      { 'data-kind': 'contact', 'data-record-id': contact.id },
      cell('name', name),
      cell('email', contact.email && element('a', { href: `mailto:${contact.email}` }, contact.email)),
      cell('phone', contact.phone && element('a', { href: phoneLink(contact.phone) }, contact.phone)),
      cell('company', element('a', { href: `/companies/${contact.companyId}`, dir: 'auto' }, contact.company)),
      cell('owner', contact.owner),
      cell('status', chip(contact.status)),
      element('td', { 'data-slot': 'actions' }),
    )
  },
})

export const companyList = recordList({
  name: 'companies',
  heading: 'Companies',
  hint: 'Name, industry, city…',
  columns: [
    { name: 'name', label: 'Name', sort: 'name' },
    { name: 'industry', label: 'Industry', sort: 'industry' },
    { name: 'city', label: 'City', sort: 'city' },
    { name: 'employees', label: 'Employees', sort: 'employees' },
    { name: 'owner', label: 'Owner', sort: 'owner' },
  ],
  row: (company) =>
    element(
      'tr',
      { 'data-kind': 'company', 'data-record-id': company.id },
      cell('name', element('a', { class: 'strong', href: `/companies/${company.id}`, dir: 'auto' }, company.name)),
      cell('industry', company.industry),
      cell('city', `${company.city}, ${company.country}`),
      cell('employees', EMPLOYEES.format(company.employees)),
      cell('owner', company.owner),
    ),
})

export const caseList = recordList({
  name: 'cases',
  heading: 'Cases',
  hint: 'Subject, person, number…',
  columns: [
    { name: 'subject', label: 'Subject', sort: 'subject' },
    { name: 'contact', label: 'Contact', sort: 'contact' },
    { name: 'status', label: 'Status', sort: 'status' },
    { name: 'priority', label: 'Priority', sort: 'priority' },
    { name: 'opened', label: 'Opened', sort: 'opened' },
  ],
  row: (entry) =>
    element(
      'tr',
      { 'data-kind': 'case', 'data-record-id': entry.id },
      cell('subject', element('a', { class: 'strong', href: `/cases/${entry.id}` }, entry.subject)),
      cell('contact', element('a', { href: `/contacts/${entry.contactId}`, dir: 'auto' }, entry.contact)),
      cell('status', chip(entry.status)),
      cell('priority', chip(entry.priority)),
      cell('opened', showDay(entry.opened)),
    ),
})
