/** Cases of the demo CRM, each with a quoted mail from somebody who is not its contact. @module */
import type { Random } from './random.ts'
import { type Case, type CasePriority, type CaseStatus, type Contact, fullName, OWNERS } from './records.ts'

const FIRST_ID = 2001
const FIRST_DAY = Date.UTC(2025, 7, 4)
const DAY_COUNT = 160
const DAY_MILLISECONDS = 86_400_000
const STATUSES: readonly CaseStatus[] = ['open', 'open', 'waiting', 'solved']
const PRIORITIES: readonly CasePriority[] = ['low', 'normal', 'normal', 'high']

/** The contacts of the first cases, which tests and pictures rely on. */
const FIRST_CONTACT_IDS = ['c-1002', 'c-1001', 'c-1001']

const TOPICS: readonly (readonly [subject: string, description: string])[] = [
  ['Cannot share the screen in the training room', 'The button stays grey for everyone who joined after the break.'],
  ['Invoice shows last year’s address', 'We moved in spring. The new address is on our order, but not on the invoice.'],
  [
    'Scanner loses its connection <again>',
    'It drops about once an hour & comes back by itself. A look at the device would help.',
  ],
  ['Two seats more for the autumn course', 'Could you add two people to the course? I will send their names tomorrow.'],
  ['Password reset does not arrive', 'I asked for it three times. There is nothing in the spam folder either.'],
  ['Printer driver after the update', 'Since Monday the labels come out upside down on one of our machines.'],
  ['Export stops at 1,000 rows', 'The list has 4,200 rows. The file ends in the middle of a name.'],
  ['Question about the renewal', 'What changes for us if we renew before the end of the month?'],
]
const QUOTED_TEXTS = [
  'Please ask them to call me back before Friday, I am in the office until four.',
  'It worked for me last week. Did anything change on their side?',
  'Adding you here, since you know the set-up better than I do.',
] as const

/** Makes `count` cases, each for one of the contacts. */
export function generateCases(count: number, contacts: readonly Contact[], random: Random): readonly Case[] {
  const withEmail = contacts.filter((contact) => contact.email !== undefined)
  return Array.from({ length: count }, (_, index): Case => {
    const asked = contacts.find((contact) => contact.id === FIRST_CONTACT_IDS[index])
    const contact = asked ?? random.pick(contacts)
    const [subject, description] = TOPICS[index] ?? random.pick(TOPICS)
    return {
      id: `k-${FIRST_ID + index}`,
      subject,
      description,
      status: index === 0 ? 'open' : random.pick(STATUSES),
      priority: random.pick(PRIORITIES),
      contactId: contact.id,
      contact: fullName(contact),
      companyId: contact.companyId,
      company: contact.company,
      owner: random.pick(OWNERS),
      opened: new Date(FIRST_DAY + random.below(DAY_COUNT) * DAY_MILLISECONDS).toISOString().slice(0, 10),
      quoted: quote(withEmail, contact, random),
    }
  })
}

function quote(withEmail: readonly Contact[], contact: Contact, random: Random): Case['quoted'] {
  const others = withEmail.filter((other) => other.id !== contact.id)
  const author = random.pick(others)
  return { name: fullName(author), email: author.email ?? '', text: random.pick(QUOTED_TEXTS) }
}
