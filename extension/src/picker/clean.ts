/** Makes a fact of a text as pages write it. @module */
import type { CleanUp, PageFact } from '../sites/rule.ts'

const MAILBOX = /^(.*?)\s*<([^<>\s]+@[^<>\s]+)>\s*$/s

const cleanUps: { readonly [Name in CleanUp]: (text: string) => string } = {
  'after-colon': (text) => text.slice(text.indexOf(':') + 1),
  'after-dash': (text) => afterFirst(text, / [-–—] /),
  'before-dash': (text) => beforeFirst(text, / [-–—] /),
  'before-bar': (text) => beforeFirst(text, /\s*\|/),
  'name-after-company': (text) => text.slice(text.lastIndexOf(',') + 1),
  'company-before-name': (text) => (text.includes(',') ? text.slice(0, text.lastIndexOf(',')) : text),
  'last-name-first': (text) => text.replace(/^([^,]*),\s*([^,]*)$/s, '$2 $1'),
  'name-of-mailbox': (text) => MAILBOX.exec(text)?.[1]?.replace(/^"(.*)"$/, '$1') ?? text,
  'address-of-mailbox': (text) => MAILBOX.exec(text)?.[2] ?? text,
  'target-of-link': targetOfLink,
}

/** A text after these steps, in their order, without white space around it. */
export function cleaned(text: string, steps: readonly CleanUp[] = []): string {
  return steps.reduce((rest, step) => cleanUps[step](rest).trim(), text.replace(/\s+/g, ' ').trim())
}

const sensible: { readonly [F in PageFact]?: readonly CleanUp[] } = {
  name: [
    'after-colon',
    'after-dash',
    'before-dash',
    'before-bar',
    'last-name-first',
    'name-after-company',
    'name-of-mailbox',
  ],
  firstName: ['after-colon', 'name-after-company'],
  lastName: ['after-colon', 'company-before-name'],
  email: ['address-of-mailbox', 'after-colon'],
  phone: ['after-colon'],
  company: ['after-colon', 'after-dash', 'before-dash', 'before-bar', 'company-before-name'],
  device: ['after-colon', 'after-dash'],
}

/** One way to read a text, and what comes of it. */
export interface Reading {
  readonly clean: readonly CleanUp[]
  readonly text: string
}

/** The ways to read a text as this fact that differ in what comes of them; as it stands is the first. */
export function readingsOf(fact: PageFact, raw: string): readonly Reading[] {
  const ways: readonly (readonly CleanUp[])[] = [[], ...(sensible[fact] ?? []).map((step) => [step])]
  const found = new Map<string, Reading>()
  for (const clean of ways) {
    const text = cleaned(raw, clean)
    if (text !== '' && !found.has(text)) found.set(text, { clean, text })
  }
  return [...found.values()]
}

/** The way to read it that is most likely meant. */
export function likelyReading(fact: PageFact, readings: readonly Reading[]): Reading | undefined {
  const mailbox = fact === 'email' ? 'address-of-mailbox' : 'name-of-mailbox'
  return readings.find(({ clean }) => clean.includes(mailbox)) ?? readings[0]
}

function afterFirst(text: string, separator: RegExp): string {
  const found = separator.exec(text)
  return found === null ? text : text.slice(found.index + found[0].length)
}

function beforeFirst(text: string, separator: RegExp): string {
  const found = separator.exec(text)
  return found === null ? text : text.slice(0, found.index)
}

function targetOfLink(address: string): string {
  const [, target] = /^(?:mailto|tel):([^?]*)/i.exec(address) ?? []
  if (target === undefined) return address
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}
