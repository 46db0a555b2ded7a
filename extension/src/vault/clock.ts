/** Stamps that order edits made on several computers, whatever their clocks say. @module */

/**
 * When and where an edit was made: milliseconds (12 hexadecimal digits), a counter (4) and the installation (16).
 * Two stamps compare as texts do, and no two edits have the same.
 */
export type Stamp = string

// The first digit leaves room above, so that a clock can always go on past a stamp that it has seen.
const STAMP = /^[0-7][0-9a-f]{31}$/
const TIME_DIGITS = 12
const COUNTER_DIGITS = 4
const COUNTER_END = 16 ** COUNTER_DIGITS

/** A name for this installation: random, and made from nothing that is known about it. */
export function newInstallation(): string {
  return hexadecimal(crypto.getRandomValues(new Uint8Array(8)))
}

/** Whether something is a stamp. */
export function isStamp(value: unknown): value is Stamp {
  return typeof value === 'string' && STAMP.test(value)
}

/**
 * A stamp later than all that were seen, and no earlier than now: a hybrid logical clock whose memory is the stamps in
 * the data themselves, so a worker that was stopped, or a clock that was set back, makes no edit lose.
 */
export function nextStamp(installation: string, now: number, seen: Iterable<Stamp> = []): Stamp {
  let newest = ''
  for (const stamp of seen) if (stamp > newest) newest = stamp
  const time = Math.max(0, Math.floor(now))
  if (newest === '') return written(time, 0, installation)
  const seenTime = Number.parseInt(newest.slice(0, TIME_DIGITS), 16)
  if (time > seenTime) return written(time, 0, installation)
  const counter = Number.parseInt(newest.slice(TIME_DIGITS, TIME_DIGITS + COUNTER_DIGITS), 16) + 1
  return counter < COUNTER_END ? written(seenTime, counter, installation) : written(seenTime + 1, 0, installation)
}

function written(time: number, counter: number, installation: string): Stamp {
  return `${digits(time, TIME_DIGITS)}${digits(counter, COUNTER_DIGITS)}${installation}`
}

function digits(value: number, count: number): string {
  return value.toString(16).padStart(count, '0')
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
