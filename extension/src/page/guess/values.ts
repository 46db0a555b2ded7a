/** E-mail addresses, phone numbers and mailboxes within short texts. @module */

const ADDRESS = /[\p{L}\p{N}._%+'&~=!#$*?^{|}-]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?/u
const DOMAIN = /@[^@]+\.[\p{L}][\p{L}\p{N}-]+$/u
/** What stands after an address that was cut short. */
const CUT = /^(\.{2,}|…)/
/** From a digit, plus or bracket to a digit, with what is written between, and an extension. */
const PHONE = /(?:\+\s?)?[(\d][\d\s().\-/–]{4,24}\d(?:\s*(?:ext\.?|x|#|доб\.?|wew\.?)\s*\d{1,6})?/i
/** Local parts that belong to an office, not to a person. */
const OFFICE =
  /^(info|sales|orders?|office|contact|kontakt|support|help(desk)?|service|hello|hi|team|admin|webmaster|postmaster|billing|accounts?|no-?reply|news(letter)?|mail|desk|it|hr|jobs|press|privacy)\d*$/

/** The first e-mail address in a text. */
export function addressIn(text: string): string | undefined {
  if (!text.includes('@')) return undefined
  const match = ADDRESS.exec(text.slice(0, 400))
  const address = match?.[0].replace(/^[.'*=|{?!#&-]+/, '')
  if (match === null || address === undefined || !DOMAIN.test(address) || address.startsWith('@')) return undefined
  return CUT.test(text.slice(match.index + match[0].length)) ? undefined : address
}

/** The first phone number in a text. */
export function phoneIn(text: string): string | undefined {
  const phone = PHONE.exec(text.slice(0, 200))?.[0].trim()
  const digits = phone?.replace(/\D/g, '').length ?? 0
  return digits >= 6 && digits <= 20 ? phone : undefined
}

/** The target of a `mailto:` link, where it has exactly one. */
export function addressOfLink(href: string): string | undefined {
  if (!/^\s*mailto:/i.test(href)) return undefined
  const target = decode(href.replace(/^\s*mailto:/i, '').replace(/\?.*$/s, ''))
  return /[,;]/.test(target) ? undefined : addressIn(target)
}

/** The target of a `tel:` link. */
export function phoneOfLink(href: string): string | undefined {
  return phoneIn(decode(href.replace(/^\s*tel:/i, '').replace(/;.*$/s, '')))
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What stands before the `@`, in small letters and without a tag after `+`. */
export function localPart(address: string): string {
  return address.slice(0, address.lastIndexOf('@')).toLowerCase().replace(/\+.*$/, '')
}

export function isOffice(address: string): boolean {
  return OFFICE.test(localPart(address))
}
