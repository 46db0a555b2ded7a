/** How people look: names, initials and colours. @module */
import { element, setAttributes } from './dom.js'

const COLOURS = 8
const LETTER = /[\p{L}\p{N}]/u

/** The name as one text, the family name first where that is the custom. */
export function fullName({ firstName, lastName, familyFirst }) {
  return (familyFirst ? [lastName, firstName] : [firstName, lastName]).filter(Boolean).join(' ')
}

/** One or two letters; whole characters, also those of two code units. */
function initials(contact) {
  const [first, ...others] = fullName(contact)
    .split(' ')
    .flatMap((word) => [...word].find((part) => LETTER.test(part)) ?? [])
  return `${first ?? '?'}${others.at(-1) ?? ''}`.toUpperCase()
}

/** The attributes that make an avatar; the letters are drawn by the style sheet and so are no part of the text. */
export function avatarAttributes(contact) {
  return { 'data-initials': initials(contact), 'data-colour': String(Number(contact.id.slice(2)) % COLOURS) }
}

/** An avatar beside a heading. */
export function avatar(contact) {
  return element('div', { class: 'avatar', 'aria-hidden': 'true', ...avatarAttributes(contact) })
}

/** Fills a name's element with its two parts; the same parts are used again where they are there already. */
export function showName(holder, { firstName, lastName, familyFirst }) {
  setAttributes(holder, { dir: 'auto', 'data-name-order': familyFirst ? 'family-first' : 'given-first' })
  if (holder.childElementCount === 0) {
    holder.append(element('span', { 'data-field': 'first-name' }), ' ', element('span', { 'data-field': 'last-name' }))
  }
  holder.firstElementChild.textContent = firstName
  holder.lastElementChild.textContent = lastName
}

/** `tel:` with nothing but the plus sign and digits (RFC 3966 has no spaces). */
export const phoneLink = (phone) => `tel:${phone.replace(/[^+\d]/g, '')}`

/** A coloured word for a status or priority. */
export const chip = (word) => element('span', { class: 'chip', 'data-tone': word }, word)

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** `2026-01-12` as `12 Jan 2026`. */
export const showDay = (day) => element('time', { datetime: day }, DAY.format(new Date(day)))
