/** A company's page, with the people who work there. @module */
import { load } from './api.js'
import { personItem } from './contact.js'
import { element } from './dom.js'
import { factList } from './facts.js'

const COUNT = new Intl.NumberFormat('en')

export const companyView = {
  load: ({ id, signal }) => load(`/api/companies/${id}`, signal),
  show: ({ company, contacts }) => {
    const facts = factList([
      ['Industry', 'industry', ({ industry }) => industry],
      ['Website', 'website', ({ website }) => ({ href: website, text: new URL(website).host })],
      ['Place', 'place', ({ city, country }) => `${city}, ${country}`],
      ['Employees', 'employees', ({ employees }) => COUNT.format(employees)],
      ['Owner', 'owner', ({ owner }) => owner],
    ])
    facts.update(company)
    const node = element(
      'div',
      { class: 'page' },
      element(
        'nav',
        { class: 'pager', 'aria-label': 'Companies' },
        element('a', { class: 'pager-up', href: '/companies' }, 'Companies'),
      ),
      element(
        'article',
        { class: 'record', 'data-kind': 'company', 'data-record-id': company.id },
        element(
          'header',
          { class: 'record-header card' },
          element(
            'div',
            { class: 'record-heading' },
            element('h1', { 'data-field': 'name', dir: 'auto' }, company.name),
            element('p', { class: 'record-line' }, company.industry),
          ),
        ),
        element(
          'div',
          { class: 'record-columns' },
          element('div', { class: 'card facts-card' }, element('h2', {}, 'Details'), facts.node),
          element(
            'div',
            { class: 'card' },
            element('h2', {}, `People (${contacts.length})`),
            element('ul', { class: 'people' }, contacts.map(personItem)),
          ),
        ),
      ),
    )
    return { node, title: company.name }
  },
}
