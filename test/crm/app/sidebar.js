/** Navigation, the people one looked at lately, and who is signed in. @module */
import { load } from './api.js'
import { element, setAttributes } from './dom.js'
import { icon } from './icons.js'
import { avatarAttributes, fullName } from './people.js'
import { SHOWN } from './router.js'

const KEPT = 6
const SECTIONS = [
  ['contacts', 'Contacts'],
  ['companies', 'Companies'],
  ['cases', 'Cases'],
]
const SIGNED_IN = { id: 'u-1', firstName: 'Mara', lastName: 'Lindgren', familyFirst: false }

/** Fills the sidebar and keeps it up to date. */
export async function startSidebar(sidebar) {
  const links = SECTIONS.map(([name, label]) =>
    element('a', { class: 'sidebar-link', href: `/${name}` }, icon(name), element('span', {}, label)),
  )
  const list = element('ul', { class: 'recent-list' })
  sidebar.append(
    element(
      'a',
      { class: 'brand', href: '/contacts' },
      element('img', { src: '/app/icon.svg', alt: '', width: '26', height: '26' }),
      'Demo CRM',
    ),
    element('nav', { class: 'sidebar-nav', 'aria-label': 'Main' }, links),
    element(
      'section',
      { class: 'recent', 'aria-labelledby': 'recent-heading' },
      element('h2', { id: 'recent-heading' }, 'Recently viewed'),
      list,
    ),
    element(
      'div',
      { class: 'signed-in', ...avatarAttributes(SIGNED_IN) },
      element('span', {}, fullName(SIGNED_IN), element('small', {}, 'Customer care')),
    ),
  )
  let people = []
  const remember = (contact) => {
    people = [contact, ...people.filter(({ id }) => id !== contact.id)].slice(0, KEPT)
    list.replaceChildren(...people.map(recentItem))
  }
  const mark = () => {
    for (const link of links)
      setAttributes(link, { 'aria-current': location.pathname.startsWith(link.pathname) && 'page' })
  }
  document.addEventListener(SHOWN, ({ detail }) => {
    mark()
    if (detail.contact?.id !== undefined) remember(detail.contact)
  })
  mark()
  for (const contact of await load('/api/recent')) {
    if (!people.some(({ id }) => id === contact.id)) people.push(contact)
  }
  people = people.slice(0, KEPT)
  list.replaceChildren(...people.map(recentItem))
}

function recentItem(contact) {
  const name = fullName(contact)
  return element(
    'li',
    {},
    element(
      'a',
      {
        href: `/contacts/${contact.id}`,
        title: `${name}\n${contact.email ?? ''}`.trim(),
        ...avatarAttributes(contact),
      },
      element('span', { dir: 'auto' }, name),
    ),
  )
}
