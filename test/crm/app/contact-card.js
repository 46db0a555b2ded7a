/** `<crm-contact-card contact-id="c-1002">`: a contact in an open shadow root, which fills once it is loaded. @module */
import { load } from './api.js'
import { element } from './dom.js'
import { CONTACT_FACTS, factList } from './facts.js'
import { avatar, showName } from './people.js'

const SHEETS = ['/app/tokens.css', '/app/parts.css', '/app/contact-card.css']

class ContactCard extends HTMLElement {
  static observedAttributes = ['contact-id']
  #root = this.attachShadow({ mode: 'open' })
  #loading = new AbortController()

  constructor() {
    super()
    this.#root.append(...SHEETS.map((href) => element('link', { rel: 'stylesheet', href })))
  }

  attributeChangedCallback(_name, _before, id) {
    this.#loading.abort()
    this.#loading = new AbortController()
    if (id !== null) this.#fill(id, this.#loading.signal)
  }

  async #fill(id, signal) {
    const content = await load(`/api/contacts/${encodeURIComponent(id)}`, signal).then(
      ({ contact }) => contactSection(contact),
      (error) => element('section', { class: 'card', role: 'alert' }, error.message),
    )
    if (signal.aborted) return
    this.#root.querySelector('section')?.remove()
    this.#root.append(content)
  }
}

function contactSection(contact) {
  const name = element('h2', { 'data-field': 'name' })
  showName(name, contact)
  const facts = factList(CONTACT_FACTS)
  facts.update(contact)
  return element(
    'section',
    { class: 'card', 'data-kind': 'contact', 'data-record-id': contact.id },
    element('p', { class: 'card-label' }, 'Contact'),
    element(
      'div',
      { class: 'card-head' },
      avatar(contact),
      element('div', { class: 'card-title', 'data-slot': 'title' }, name),
    ),
    facts.node,
    element('a', { class: 'card-more', href: `/contacts/${contact.id}` }, 'Open contact'),
  )
}

customElements.define('crm-contact-card', ContactCard)
