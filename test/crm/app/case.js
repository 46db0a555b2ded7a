/** A case's page: what was asked, the mail that was passed on with it, and a card of who asked. @module */
import { load } from './api.js'
import { element } from './dom.js'
import { chip, showDay } from './people.js'

export const caseView = {
  load: ({ id, signal }) => load(`/api/cases/${id}`, signal),
  show: (entry) => ({ title: entry.subject, node: element('div', { class: 'page' }, [up(), record(entry)]) }),
}

const up = () =>
  element(
    'nav',
    { class: 'pager', 'aria-label': 'Cases' },
    element('a', { class: 'pager-up', href: '/cases' }, 'Cases'),
  )

function record(entry) {
  return element(
    'article',
    { class: 'record', 'data-kind': 'case', 'data-record-id': entry.id },
    element(
      'header',
      { class: 'record-header card' },
      element(
        'div',
        { class: 'record-heading' },
        element('h1', { 'data-field': 'subject' }, entry.subject),
        element(
          'div',
          { class: 'record-under' },
          chip(entry.status),
          chip(entry.priority),
          element(
            'p',
            { class: 'record-line' },
            `${entry.id}, opened `,
            showDay(entry.opened),
            `, owner ${entry.owner}`,
          ),
        ),
      ),
    ),
    element(
      'div',
      { class: 'record-columns case-columns' },
      element(
        'div',
        { class: 'card' },
        element('h2', {}, 'Description'),
        element('div', { 'data-field': 'description' }, element('p', {}, entry.description), quotedMail(entry.quoted)),
      ),
      element('crm-contact-card', { 'contact-id': entry.contactId }),
    ),
  )
}

const quotedMail = ({ name, email, text }) =>
  element(
    'blockquote',
    { class: 'quoted' },
    element(
      'p',
      { class: 'quoted-from' },
      'From: ',
      element('bdi', {}, name),
      ' <',
      element('a', { href: `mailto:${email}` }, email),
      '>',
    ),
    element('p', {}, text),
  )
