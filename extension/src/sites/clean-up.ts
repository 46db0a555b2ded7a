/** Makes a fact of a text as a page shows it, by the named clean-ups of a site's file. @module */
import { splitCompany } from './company-and-name.ts'
import type { CleanUp } from './rule.ts'

/** Longer texts are no facts; what is after it is cut off, so that a page cannot make us work. */
const MOST_LETTERS = 1000

// Characters that show nothing: those which steer, and those which Salesforce and others wrap around numbers for the
// direction of writing. The joiners of Persian and Indian names stay.
const INVISIBLE = /[[\p{Cc}--\s]\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gv
// `User: Ada Byron`, `Name : Ada Byron`, `姓名：Ada Byron`; a time such as 10:30 has no label before it.
const COLON = /:(?:\s+|$)|：/
// ` - `, and the longer dashes; the hyphen in Anne-Marie is none.
const DASH = /(?:^|\s)[-–—](?:\s|$)/
const BAR = /\|/
// The first address in angle brackets: in `O'Brien <Ltd> <ada@example.com>` the second bracket.
const BRACKETED = /<([^<>@\s]{1,256}@[^<>@\s]{1,256})>/
const ADDRESS = /^[^@]+@[^@]+$/
const BETWEEN_ADDRESSES = /[\s<>,;:"()]+/
const LINK = /^(mailto|tel|callto|sips?|sms|skype):(?:\/\/)?/i
const PERCENT_ENCODED = /(?:%[0-9a-f]{2})+/gi

const cleanUps: { readonly [Name in CleanUp]: (text: string) => string } = {
  'after-colon': (text) => afterFirst(text, COLON),
  'after-dash': (text) => afterFirst(text, DASH),
  'before-dash': (text) => beforeFirst(text, DASH),
  'before-bar': (text) => beforeFirst(text, BAR),
  'name-after-company': (text) => splitCompany(text).name,
  'company-before-name': (text) => splitCompany(text).company,
  'last-name-first': turnRound,
  'name-of-mailbox': nameOfMailbox,
  'address-of-mailbox': addressOfMailbox,
  'target-of-link': targetOfLink,
}

/** The text after these steps, on one line; empty, where it holds nothing of what they look for. */
export function cleanUp(text: string, steps: readonly CleanUp[]): string {
  return steps.reduce((cleaned, step) => onOneLine(cleanUps[step](cleaned)), onOneLine(text.slice(0, MOST_LETTERS)))
}

function onOneLine(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim().toWellFormed()
}

function afterFirst(text: string, mark: RegExp): string {
  const match = mark.exec(text)
  return match === null ? text : text.slice(match.index + match[0].length)
}

function beforeFirst(text: string, mark: RegExp): string {
  const match = mark.exec(text)
  return match === null ? text : text.slice(0, match.index)
}

// With more than one comma, or nothing beside it, nobody can tell what is what.
function turnRound(text: string): string {
  const [last = '', first = '', ...others] = text.split(',').map((part) => part.trim())
  return last === '' || first === '' || others.length > 0 ? text : `${first} ${last}`
}

function nameOfMailbox(text: string): string {
  const match = BRACKETED.exec(text)
  if (match !== null) return withoutQuotes(text.slice(0, match.index).trim())
  // A mailbox may be an address alone; that is nobody's name.
  return ADDRESS.test(text) && !text.includes(' ') ? '' : text
}

function withoutQuotes(name: string): string {
  const isQuoted = name.length > 1 && name.startsWith('"') && name.endsWith('"')
  return isQuoted ? name.slice(1, -1).replace(/\\(.)/g, '$1') : name
}

// Systems show a login name where somebody has no address; that must not become one.
function addressOfMailbox(text: string): string {
  const bracketed = BRACKETED.exec(text)?.[1]
  return bracketed ?? text.split(BETWEEN_ADDRESSES).find((part) => ADDRESS.test(part)) ?? ''
}

function targetOfLink(text: string): string {
  const scheme = LINK.exec(text)
  if (scheme === null) return text
  const [target = ''] = text.slice(scheme[0].length).split(/[?;,]/)
  return target.replace(PERCENT_ENCODED, decoded)
}

// What is no UTF-8 stays as it is.
function decoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}
