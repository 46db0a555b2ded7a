/** The ways to read a text as a fact, by what comes of them. @module */
import { cleanUp } from '../sites/clean-up.ts'
import type { CleanUp, PageFact } from '../sites/rule.ts'

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
    const text = cleanUp(raw, clean)
    if (text !== '' && !found.has(text)) found.set(text, { clean, text })
  }
  return [...found.values()]
}

/** The way to read it that is most likely meant. */
export function likelyReading(fact: PageFact, readings: readonly Reading[]): Reading | undefined {
  const mailbox = fact === 'email' ? 'address-of-mailbox' : 'name-of-mailbox'
  return readings.find(({ clean }) => clean.includes(mailbox)) ?? readings[0]
}
