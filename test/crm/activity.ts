/** What happened with a contact lately, made from the contact's id. @module */
import { createRandom } from './random.ts'
import { type Contact, OWNERS } from './records.ts'

const LATEST_DAY = Date.UTC(2026, 0, 12)
const DAY_MILLISECONDS = 86_400_000
const NOTES = [
  ['call', 'Called about the new room; will decide after the holidays.'],
  ['mail', 'Sent the offer for the second training day.'],
  ['note', 'Prefers to be reached in the morning.'],
  ['meeting', 'Walked through the set-up together, all questions answered.'],
  ['call', 'Left a message and asked for a call back.'],
  ['mail', 'Thanked us for the quick help with the scanner.'],
  ['note', 'Moved to the new office, address is up to date.'],
] as const

/** Whom one meets in a room: how it was agreed, and a mail about it that is not sent yet. */
const MEETS_IN_A_ROOM = 'c-1007'
const ROOM = 'https://www.omnovia.com/pages/sc2/room_login.php?roomID=5678'

/** One thing that happened; what it points to, where it points to something. */
export type Activity = {
  readonly kind: string
  readonly text: string
  readonly link?: string
  readonly by: string
  readonly day: string
}

/** A mail that somebody is writing. */
export type Draft = { readonly text: string; readonly link: string }

/** What is being written to a contact, if anything. */
export function draftTo({ id, firstName }: Contact): Draft | undefined {
  return id === MEETS_IN_A_ROOM ? { text: `Hello ${firstName}, see you tomorrow at ten in `, link: ROOM } : undefined
}

/** Three to five entries, the latest first; with an agreed meeting, one more. */
export function activityOf(contact: Contact): readonly Activity[] {
  const latest = pastOf(contact)
  if (contact.id !== MEETS_IN_A_ROOM) return latest
  const day = new Date(LATEST_DAY).toISOString().slice(0, 10)
  return [{ kind: 'mail', text: 'We meet tomorrow at ten in ', link: ROOM, by: OWNERS[0], day }, ...latest]
}

function pastOf(contact: Contact): readonly Activity[] {
  const random = createRandom(Number(contact.id.replace('c-', '')))
  const first = random.below(NOTES.length)
  let time = LATEST_DAY
  return Array.from({ length: 3 + random.below(3) }, (_, index) => {
    const [kind, text] = NOTES[(first + index) % NOTES.length] ?? NOTES[0]
    time -= (1 + random.below(24)) * DAY_MILLISECONDS
    return { kind, text, by: random.pick(OWNERS), day: new Date(time).toISOString().slice(0, 10) }
  })
}
