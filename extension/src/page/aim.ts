/** Whether a click means what the user aimed at: what is under a pointer may change between the look and the click. @module */
import type { Doubt } from '../page-messages.ts'
import type { Reading } from './read-record.ts'

/** What stood there for so long, the user has seen. */
const SEEN_MILLISECONDS = 1000
/** A page that moved on to another address needs a while until it shows the other record. */
const CATCHING_UP_MILLISECONDS = 1500
/** What came under a resting pointer is not what it was moved to. */
const ARRIVED_MILLISECONDS = 500

type Seen = Reading | undefined

/** Follows one bar, from the look at it to the click. */
export interface Aim {
  /** What the bar shows now. */
  note(reading: Seen): void
  /** The pointer or the focus comes near. */
  approach(event: Event, reading: Seen): void
  /** A button is pressed, by pointer or key. */
  press(event: Event, reading: Seen): void
  /** Why the click may mean another record, or nothing. */
  doubt(reading: Reading): Doubt | undefined
}

export function createAim(now: () => number = () => performance.now()): Aim {
  let shown: Seen
  let changedAt = Number.NEGATIVE_INFINITY
  let movedOnAt = Number.NEGATIVE_INFINITY
  let aimedAt: Seen
  let pressed: Seen
  let arrivedAt = Number.POSITIVE_INFINITY
  let isUnderRestingPointer = false

  function note(reading: Seen): void {
    if (shown !== undefined && reading !== undefined) {
      if (isOther(shown, reading)) changedAt = now()
      if (isStale(shown, reading)) movedOnAt = now()
      else if (shown.record.key === reading.record.key && isOther(shown, reading)) movedOnAt = Number.NEGATIVE_INFINITY
    }
    shown = reading
  }

  function approach(event: Event, reading: Seen): void {
    note(reading)
    aimedAt = reading
    if (event.type === 'pointerover') arrivedAt = now()
    if (event.type === 'pointermove' || event.type === 'focusin') arrivedAt = Number.NEGATIVE_INFINITY
  }

  function press(event: Event, reading: Seen): void {
    note(reading)
    pressed = reading
    const isMouse = event instanceof PointerEvent && event.pointerType === 'mouse'
    isUnderRestingPointer = isMouse && now() - arrivedAt < ARRIVED_MILLISECONDS
  }

  function doubt(reading: Reading): Doubt | undefined {
    note(reading)
    const before = [pressed, now() - changedAt < SEEN_MILLISECONDS ? aimedAt : undefined]
    const isMovingOn = now() - movedOnAt < CATCHING_UP_MILLISECONDS
    pressed = undefined
    if (!reading.agrees || isMovingOn) return 'address'
    if (isUnderRestingPointer) return 'moved'
    return before.some((seen) => seen !== undefined && isOther(seen, reading)) ? 'changed' : undefined
  }

  return { note, approach, press, doubt }
}

/** Whether two readings are of different records; what was not there yet says nothing. */
function isOther({ record: one }: Reading, { record: other }: Reading): boolean {
  return one.key !== other.key || isOtherFact(one.facts, other.facts)
}

function isOtherFact(one: Reading['record']['facts'], other: Reading['record']['facts']): boolean {
  return Object.entries(one).some(([fact, value]) => {
    const now = other[fact as keyof typeof other]
    return now !== undefined && now !== value
  })
}

/** Whether the address names another record while the page still shows the person of the one before. */
function isStale({ record: before }: Reading, { record: now }: Reading): boolean {
  const told = ['email', 'name', 'lastName', 'phone'].some((fact) => fact in before.facts && fact in now.facts)
  return before.key !== now.key && told && !isOtherFact(before.facts, now.facts)
}
