/** Checks what an action gave before anything is done with it. @module */
import { PluginError } from './errors.ts'
import type { Guest, InviteOutcome, Outcome, TableOutcome } from './outcome.ts'
import { MOST_LINK_LENGTH } from './pattern-limits.ts'
import { matchesPattern, type PatternSettings } from './patterns.ts'
import type { Plugin } from './plugin.ts'
import { SECRET_MASK } from './secret.ts'
import { snapshot } from './snapshot.ts'

// A mask, an absent value or a broken number that was joined into a link; as it is written, for there are people called
// Nan and Null.
const BROKEN_VALUE =
  /(\[secret\]|%5[Bb]secret%5[Dd]|=(undefined|null|NaN|%5[Bb]object%20\w+%5[Dd])(&|$)|\/(undefined|NaN|\[object \w+\])(\/|\?|$))/

function broken(reason: string): PluginError {
  return new PluginError('internal', 'The plugin gave something that cannot be used.', { cause: new Error(reason) })
}

/**
 * Every link in an outcome.
 *
 * @example
 * linksOf({ type: 'links', guest: 'https://meet.example/?room=lobby' }) // ['https://meet.example/?room=lobby']
 */
export function linksOf(outcome: Outcome): readonly string[] {
  switch (outcome.type) {
    case 'tab':
    case 'popup':
    case 'app':
      return [outcome.url]
    case 'links':
      return [outcome.guest, outcome.me].filter((link) => link !== undefined)
    case 'invite': {
      const own = (outcome.guests ?? []).map(({ link }) => link)
      return [outcome.links.guest, outcome.links.me, ...own].filter((link) => link !== undefined)
    }
    default:
      return []
  }
}

/**
 * Returns the outcome if its shape is right and each of its links matches the plugin's `open` patterns.
 *
 * @throws PluginError `not-permitted` for a link outside the permissions, `internal` for a shape that is none.
 * @example
 * checkOutcome(plugin, {}, { type: 'done' }) // { type: 'done' }
 */
export function checkOutcome(plugin: Plugin, settings: PatternSettings, given: unknown): Outcome {
  // Read once: a getter could give one link to the check and another to the browser.
  const outcome = snapshot(given)
  if (!isOutcome(outcome)) throw broken('not an outcome')
  const patterns = plugin.permissions.open ?? []
  for (const link of linksOf(outcome)) {
    if (typeof link !== 'string' || link.length > MOST_LINK_LENGTH) throw broken('a link that is no text, or too long')
    if (BROKEN_VALUE.test(link)) throw broken(`a link with ${SECRET_MASK}, undefined or NaN`)
    if (!patterns.some((pattern) => matchesPattern(pattern, link, settings))) {
      throw new PluginError('not-permitted', {
        en: 'The plugin made a link that its permissions do not allow. Nothing was opened.',
        de: 'Das Plugin hat einen Link gebildet, den seine Berechtigungen nicht erlauben. Es wurde nichts geöffnet.',
      })
    }
  }
  return outcome
}

function isOutcome(value: unknown): value is Outcome {
  if (!isObject(value)) return false
  const outcome = value as Outcome
  switch (outcome.type) {
    case 'tab':
      return typeof outcome.url === 'string' && isWebLink(outcome.url)
    case 'popup':
      return (
        typeof outcome.url === 'string' && isWebLink(outcome.url) && isSize(outcome.width) && isSize(outcome.height)
      )
    case 'app':
      return typeof outcome.url === 'string' && !isWebLink(outcome.url)
    case 'links':
      return typeof (outcome.guest ?? outcome.me) === 'string'
    case 'invite':
      return isInvite(outcome)
    case 'target':
      return isObject(outcome.target)
    case 'table':
      return isTable(outcome)
    case 'removed':
    case 'done':
      return true
    default:
      return false
  }
}

function isInvite({ title, links, guests = [], start, minutes, sequence, ...texts }: InviteOutcome): boolean {
  if (typeof title !== 'string' || !isObject(links) || !Array.isArray(guests)) return false
  if (![start, minutes, sequence].every((value) => value === undefined || Number.isFinite(value))) return false
  if (![texts.recurrence, texts.timeZone, texts.uid].every(isOptionalText)) return false
  return guests.every(
    (guest: Partial<Guest>) =>
      isObject(guest) &&
      typeof guest.name === 'string' &&
      typeof guest.link === 'string' &&
      isOptionalText(guest.email),
  )
}

function isOptionalText(value: unknown): boolean {
  return value === undefined || typeof value === 'string'
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function isTable({ title, columns, rows }: TableOutcome): boolean {
  if (!isText(title) || !Array.isArray(columns) || !columns.every(isText) || !Array.isArray(rows)) return false
  return rows.every((row) => Array.isArray(row) && row.length === columns.length && row.every(isCell))
}

function isCell(cell: unknown): boolean {
  return isText(cell) || (typeof cell === 'number' && Number.isFinite(cell))
}

function isText(text: unknown): boolean {
  if (typeof text === 'string') return true
  return typeof text === 'object' && text !== null && Object.values(text).every((part) => typeof part === 'string')
}

function isWebLink(link: string): boolean {
  return /^https?:\/\//i.test(link)
}

function isSize(pixels: number): boolean {
  return Number.isInteger(pixels) && pixels >= 100 && pixels <= 10_000
}
