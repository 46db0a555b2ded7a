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

/** One thing that happened. */
export type Activity = { readonly kind: string; readonly text: string; readonly by: string; readonly day: string }

/** Three to five entries, the latest first. */
export function activityOf(contact: Contact): readonly Activity[] {
  const random = createRandom(Number(contact.id.replace('c-', '')))
  const first = random.below(NOTES.length)
  let time = LATEST_DAY
  return Array.from({ length: 3 + random.below(3) }, (_, index) => {
    const [kind, text] = NOTES[(first + index) % NOTES.length] ?? NOTES[0]
    time -= (1 + random.below(24)) * DAY_MILLISECONDS
    return { kind, text, by: random.pick(OWNERS), day: new Date(time).toISOString().slice(0, 10) }
  })
}
