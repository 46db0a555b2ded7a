/** A record's facts. A fact that is missing leaves no field behind, only a dash. @module */
import { element, setAttributes } from './dom.js'
import { phoneLink } from './people.js'

/**
 * A list of facts whose elements are used again for the next record.
 *
 * @param facts - `[label, field, read]`; `read(record)` gives undefined, a text, or `{ href, text }`
 */
export function factList(facts) {
  const rows = facts.map(([label, field, read]) => ({ read, ...factRow(label, field) }))
  return {
    node: element(
      'dl',
      { class: 'facts' },
      rows.map(({ node }) => node),
    ),
    update: (record) => {
      for (const { read, show } of rows) show(read(record))
    },
  }
}

function factRow(label, field) {
  const value = element('span', { 'data-field': field })
  const link = element('a', { dir: 'auto' })
  const holder = element('dd')
  const show = (fact) => {
    if (fact === undefined || fact === '') return holder.replaceChildren(element('span', { class: 'missing' }, '—'))
    if (typeof fact === 'string') value.textContent = fact
    else {
      setAttributes(link, { href: fact.href })
      link.textContent = fact.text
      if (link.parentNode !== value) value.replaceChildren(link)
    }
    if (value.parentNode !== holder) holder.replaceChildren(value)
  }
  return { node: element('div', { class: 'fact' }, element('dt', {}, label), holder), show }
}

/** The facts by which one reaches a contact. */
export const CONTACT_FACTS = [
  ['E-mail', 'email', ({ email }) => email && { href: `mailto:${email}`, text: email }],
  ['Phone', 'phone', ({ phone }) => phone && { href: phoneLink(phone), text: phone }],
  ['Company', 'company', ({ company, companyId }) => ({ href: `/companies/${companyId}`, text: company })],
]
