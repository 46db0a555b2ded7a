/** A contact's page. Going to the next contact changes texts and attributes; the elements stay. @module */
import { load } from './api.js'
import { contactForm } from './contact-form.js'
import { element, setAttributes } from './dom.js'
import { CONTACT_FACTS, factList } from './facts.js'
import { icon } from './icons.js'
import { avatar, avatarAttributes, chip, fullName, showDay, showName } from './people.js'
import { refresh } from './router.js'

const COUNT = new Intl.NumberFormat('en')

export const contactView = {
  load: ({ id, signal }) => load(`/api/contacts/${id}`, signal),
  show: (data, { signal }) => {
    const pager = contactPager()
    const record = contactRecord(signal)
    const update = (next) => {
      pager.update(next)
      record.update(next)
      return fullName(next.contact)
    }
    return { node: element('div', { class: 'page' }, pager.node, record.node), title: update(data), update }
  },
}

function contactPager() {
  const previous = element(
    'a',
    { class: 'button square', 'aria-label': 'Previous contact', rel: 'prev' },
    icon('previous'),
  )
  const next = element('a', { class: 'button square', 'aria-label': 'Next contact', rel: 'next' }, icon('next'))
  const place = element('span', { class: 'pager-place' })
  const lead = (link, id) =>
    setAttributes(link, { href: id && `/contacts/${id}`, 'aria-disabled': id === undefined && 'true' })
  return {
    node: element(
      'nav',
      { class: 'pager', 'aria-label': 'Contacts' },
      element('a', { class: 'pager-up', href: '/contacts' }, 'Contacts'),
      place,
      previous,
      next,
    ),
    update: (data) => {
      lead(previous, data.previous)
      lead(next, data.next)
      place.textContent = `${COUNT.format(data.position)} of ${COUNT.format(data.total)}`
    },
  }
}

function contactRecord(life) {
  let contact
  const picture = element('div', { class: 'avatar large', 'aria-hidden': 'true' })
  const name = element('h1', { 'data-field': 'name' })
  const line = element('p', { class: 'record-line', dir: 'auto' })
  const status = element('span', { class: 'chip' })
  const edit = element('button', { type: 'button', class: 'button', 'data-action': 'edit' }, icon('edit'), 'Edit')
  const again = element(
    'button',
    { type: 'button', class: 'button', 'data-action': 'refresh' },
    icon('refresh'),
    'Refresh',
  )
  const reach = factList(CONTACT_FACTS)
  const about = factList([
    ['Job title', 'job-title', ({ title }) => title],
    ['Place', 'place', ({ city, country }) => [city, country].filter(Boolean).join(', ')],
    ['Owner', 'owner', ({ owner }) => owner],
  ])
  const cases = element('ul', { class: 'plain-list' })
  const activity = element('ol', { class: 'activity' })
  const draft = element('div', { class: 'draft', contenteditable: 'true', role: 'textbox', 'aria-label': 'Draft' })
  const drafted = element('div', {}, element('h2', {}, 'Draft'), draft)
  const details = element('div', { class: 'record-columns' }, [
    element('div', { class: 'card facts-card' }, element('h2', {}, 'Details'), reach.node, about.node),
    element(
      'div',
      { class: 'card' },
      element('h2', {}, 'Cases'),
      cases,
      element('h2', {}, 'Activity'),
      activity,
      drafted,
    ),
  ])
  const node = element(
    'article',
    { class: 'record', 'data-kind': 'contact' },
    element(
      'header',
      { class: 'record-header card' },
      picture,
      element(
        'div',
        { class: 'record-heading' },
        element('div', { class: 'record-title', 'data-slot': 'title' }, name),
        element('div', { class: 'record-under' }, status, line),
      ),
      element('div', { class: 'record-actions' }, again, edit),
    ),
    details,
  )
  const endEdit = () => {
    node.lastElementChild.replaceWith(details)
    edit.disabled = false
    edit.focus()
  }
  again.addEventListener('click', refresh, { signal: life })
  edit.addEventListener(
    'click',
    () => {
      edit.disabled = true
      const form = contactForm(contact, { cancelled: endEdit, saved: refresh })
      details.replaceWith(form)
      form.querySelector('input').focus()
    },
    { signal: life },
  )

  const update = (data) => {
    contact = data.contact
    setAttributes(node, { 'data-record-id': contact.id })
    setAttributes(picture, avatarAttributes(contact))
    showName(name, contact)
    line.textContent = `${contact.title} · ${contact.company}`
    status.textContent = contact.status
    setAttributes(status, { 'data-tone': contact.status })
    reach.update(contact)
    about.update(contact)
    cases.replaceChildren(...data.cases.map(caseItem))
    if (data.cases.length === 0) cases.append(element('li', { class: 'missing' }, 'No cases yet'))
    activity.replaceChildren(...data.activity.map(activityItem))
    drafted.hidden = data.draft === undefined
    draft.replaceChildren(...textAndLink(data.draft ?? { text: '' }))
    if (!details.isConnected && node.isConnected) endEdit()
  }
  return { node, update }
}

const caseItem = ({ id, subject, status }) =>
  element('li', {}, element('a', { href: `/cases/${id}` }, subject), chip(status))

const activityItem = ({ kind, by, day, ...said }) =>
  element(
    'li',
    { 'data-activity': kind },
    element('p', {}, textAndLink(said)),
    element('small', {}, `${by}, `, showDay(day)),
  )

const textAndLink = ({ text, link }) => (link === undefined ? [text] : [text, element('a', { href: link }, link)])

/** People of a company, small. */
export const personItem = (contact) =>
  element(
    'li',
    {},
    avatar(contact),
    element(
      'span',
      { class: 'person-lines' },
      element('a', { href: `/contacts/${contact.id}`, dir: 'auto' }, fullName(contact)),
      element('small', {}, contact.title),
    ),
    contact.email !== undefined && element('a', { class: 'quiet', href: `mailto:${contact.email}` }, contact.email),
  )
