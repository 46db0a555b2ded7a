/** The form in which a contact is edited. @module */
import { save } from './api.js'
import { element } from './dom.js'

const FIELDS = [
  { name: 'firstName', label: 'First name' },
  { name: 'lastName', label: 'Last name' },
  { name: 'email', label: 'E-mail', type: 'email' },
  { name: 'phone', label: 'Phone', type: 'tel' },
  { name: 'title', label: 'Job title' },
  { name: 'city', label: 'City' },
]

/** A form with the contact's values; `saved` or `cancelled` is called at its end. */
export function contactForm(contact, { saved, cancelled }) {
  const problem = element('p', { class: 'form-problem', role: 'alert' })
  const submit = element('button', { type: 'submit', class: 'button primary' }, 'Save')
  const cancel = element('button', { type: 'button', class: 'button' }, 'Cancel')
  const form = element(
    'form',
    { class: 'card contact-form', 'aria-label': 'Edit contact' },
    element(
      'div',
      { class: 'form-fields' },
      FIELDS.map((field) => input(field, contact)),
    ),
    problem,
    element('div', { class: 'form-buttons' }, submit, cancel),
  )
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    submit.disabled = true
    problem.textContent = ''
    try {
      await save(`/api/contacts/${contact.id}`, Object.fromEntries(new FormData(form)))
      saved()
    } catch (error) {
      problem.textContent = error.message
      submit.disabled = false
    }
  })
  cancel.addEventListener('click', cancelled)
  return form
}

function input({ name, label, type = 'text' }, contact) {
  return element(
    'label',
    { class: 'form-field' },
    label,
    element('input', { name, type, dir: 'auto', maxlength: '200', autocomplete: 'off', value: contact[name] ?? '' }),
  )
}
