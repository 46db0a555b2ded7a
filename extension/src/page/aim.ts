/** Whether a click means what the user aimed at: what is under a pointer may change between the look and the click. @module */
import type { Doubt } from '../page-messages.ts'
import type { Reading } from './read-record.ts'

/** What stood there for so long, the user has seen. */
const SEEN_MILLISECONDS = 1000
/** A page that moves on to another record may need so long until address and content are of the same one again. */
const CATCHING_UP_MILLISECONDS = 3000
/** Whom a page shows for less, it may show before it has moved on to the address. */
const SETTLING_MILLISECONDS = 500
/** What came under a resting pointer is not what it was moved to. */
const ARRIVED_MILLISECONDS = 500

type Seen = Reading | undefined

/** Follows the record in one scope, from the look at its buttons to the click. */
export interface Aim {
  /** What the record shows now. */
  note(reading: Seen): void
  /** A button came under the pointer, the pointer moved on it, or it has the focus. */
  approach(how: 'arrived' | 'moved' | 'focused', reading: Seen): void
  /** A button is pressed, by pointer or key. */
  press(how: 'mouse' | 'other', reading: Seen): void
  /** Why the click may mean another record, or nothing. */
  doubt(reading: Reading): Doubt | undefined
}

export function createAim(now: () => number = () => performance.now()): Aim {
  let shown: Seen
  let changedAt = Number.NEGATIVE_INFINITY
  // The last of which key and person belong together, since when it stands, and since when another is shown in part.
  let whole: Seen
  let wholeAt = 0
  let partedAt: number | undefined
  let aimedAt: Seen
  let pressed: Seen
  let arrivedAt = Number.POSITIVE_INFINITY
  let isUnderRestingPointer = false

  function note(reading: Seen): void {
    if (shown !== undefined && reading !== undefined && isOther(shown, reading)) changedAt = now()
    shown = reading
    // A page that shows nobody, for now or in a hidden view, says nothing about its key either.
    if (reading !== undefined && personOf(reading).length > 0) compare(reading)
  }

  function compare(reading: Reading): void {
    const isSettled = now() - wholeAt >= SETTLING_MILLISECONDS
    const isParted = whole !== undefined && isSettled && arePartedBetween(whole, reading)
    partedAt = isParted ? (partedAt ?? now()) : undefined
    // So long apart, they belong together: it was edited, or is the same person's other record.
    if (partedAt !== undefined && now() - partedAt < CATCHING_UP_MILLISECONDS) return
    if (whole === undefined || isOther(whole, reading)) wholeAt = now()
    whole = reading
    partedAt = undefined
  }

  function approach(how: 'arrived' | 'moved' | 'focused', reading: Seen): void {
    note(reading)
    aimedAt = reading
    arrivedAt = how === 'arrived' ? now() : Number.NEGATIVE_INFINITY
  }

  function press(how: 'mouse' | 'other', reading: Seen): void {
    note(reading)
    pressed = reading
    isUnderRestingPointer = how === 'mouse' && now() - arrivedAt < ARRIVED_MILLISECONDS
  }

  function doubt(reading: Reading): Doubt | undefined {
    note(reading)
    const before = [pressed, now() - changedAt < SEEN_MILLISECONDS ? aimedAt : undefined]
    pressed = undefined
    if (!reading.agrees || partedAt !== undefined) return 'address'
    if (isUnderRestingPointer) return 'moved'
    return before.some((seen) => seen !== undefined && isOther(seen, reading)) ? 'changed' : undefined
  }

  return { note, approach, press, doubt }
}

/** Whether two readings are of different records; what was not there yet says nothing. */
function isOther(one: Reading, other: Reading): boolean {
  const { facts } = other.record
  return isOtherKey(one, other) || Object.entries(one.record.facts).some(([fact, value]) => differs(facts, fact, value))
}

function isOtherKey({ record: one }: Reading, { record: other }: Reading): boolean {
  return one.key !== other.key || one.kind !== other.kind
}

function differs(facts: Reading['record']['facts'], fact: string, value: string): boolean {
  const now = facts[fact as keyof typeof facts]
  return now !== undefined && now !== value
}

/** Whether only one of key and person moved on to another record, from a reading of which they belonged together. */
function arePartedBetween(before: Reading, reading: Reading): boolean {
  const told = personOf(before).flatMap(([fact, value]) => {
    const now = personOf(reading).find(([other]) => other === fact)
    return now === undefined ? [] : [now[1] !== value]
  })
  const isAllOther = told.every((isOtherFact) => isOtherFact)
  // One other fact under the same key is an edited record; of another person all are.
  return isOtherKey(before, reading) ? !isAllOther : told.length > 1 && isAllOther
}

/** What tells a person from another; first and last names are two halves of one fact. */
function personOf({ record: { facts } }: Reading): readonly (readonly ['email' | 'name', string])[] {
  const name = facts.name ?? [facts.firstName, facts.lastName].filter((part) => part !== undefined).join(' ')
  return [
    ...(facts.email === undefined ? [] : [['email', facts.email] as const]),
    ...(name === '' ? [] : [['name', name] as const]),
  ]
}
