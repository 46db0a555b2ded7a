/** Contacts of the demo CRM: seven fixed ones that tests rely on, the rest generated. @module */
import { NAME_GROUPS, type Name } from './names.ts'
import type { Random } from './random.ts'
import { type Company, type Contact, type ContactStatus, OWNERS } from './records.ts'

const FIRST_ID = 1001
const DOMAINS = ['example.com', 'example.org', 'example.net'] as const
const STATUSES: readonly ContactStatus[] = ['customer', 'customer', 'active', 'active', 'lead', 'dormant']
const TITLES = [
  'Head of Support',
  'Account Manager',
  'IT Administrator',
  'Managing Director',
  'Purchasing',
  'Clinic Manager',
  'Training Lead',
  'Field Engineer',
  'Office Manager',
  'Product Owner',
]
const WITHOUT_EMAIL = 0.06
const WITHOUT_PHONE = 0.08
const FIRST_DAY = Date.UTC(2021, 0, 4)
const DAY_COUNT = 1_800
const DAY_MILLISECONDS = 86_400_000

// Letters that do not come apart into a base letter and a mark.
const WHOLE_LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', þ: 'th', ı: 'i' }
const MARKS = /\p{M}/gu
const NOT_FOR_ADDRESS = /[^a-z]/g

type FixedContact = Pick<Contact, 'firstName' | 'lastName'> &
  Partial<Pick<Contact, 'email' | 'phone' | 'familyFirst' | 'title' | 'city' | 'country' | 'status'>> & {
    readonly companyIndex: number
  }

const FIXED: readonly FixedContact[] = [
  {
    firstName: 'Zoë Ann',
    lastName: "O'Brïen",
    email: 'zoe+test@example.com',
    phone: '+1 252-252-2522',
    companyIndex: 0,
    title: 'Head of Support',
    status: 'customer',
    city: 'Portland',
    country: 'United States',
  },
  {
    firstName: 'Jane',
    lastName: 'Doe',
    email: 'jane.doe@example.com',
    phone: '+1 202-555-0142',
    companyIndex: 1,
    city: 'Portland',
    country: 'United States',
  },
  {
    firstName: 'שרה',
    lastName: 'כהן',
    email: 'sara.cohen@example.com',
    phone: '+44 20 7946 0317',
    companyIndex: 2,
    city: 'Haifa',
    country: 'Israel',
  },
  { firstName: 'Peter', lastName: 'Silent', phone: '+49 30 23125 204', companyIndex: 5 },
  // All digits: with an undelimited hash such a name can pass for an account number, so a protocol must refuse it.
  { firstName: '12', lastName: '3', email: 'digits@example.com', phone: '+1 202-555-0123', companyIndex: 6 },
  {
    firstName: '花子',
    lastName: '山田',
    familyFirst: true,
    email: 'hanako.yamada@example.org',
    companyIndex: 7,
    city: 'Sendai',
    country: 'Japan',
  },
  {
    firstName: 'Robin 🎉',
    lastName: 'Fox 🦊',
    email: 'robin.fox@example.net',
    phone: '+44 20 7946 0958',
    companyIndex: 8,
  },
]

/** Makes `count` contacts who work for the given companies. */
export function generateContacts(count: number, companies: readonly Company[], random: Random): readonly Contact[] {
  const groups = NAME_GROUPS.flatMap((group) => Array.from({ length: group.weight }, () => group))
  const taken = new Set(FIXED.map((fixed) => fixed.email))
  const common = (index: number) => ({
    id: `c-${FIRST_ID + index}`,
    title: random.pick(TITLES),
    owner: random.pick(OWNERS),
    status: random.pick(STATUSES),
    since: new Date(FIRST_DAY + random.below(DAY_COUNT) * DAY_MILLISECONDS).toISOString().slice(0, 10),
  })
  return Array.from({ length: count }, (_, index): Contact => {
    const fixed = FIXED[index]
    if (fixed !== undefined) return fixedContact(fixed, common(index), companies)
    const group = random.pick(groups)
    const given = random.pick(group.given)
    const family = random.pick(group.family)
    const [city, country] = random.pick(group.places)
    const company = random.pick(companies)
    const email = random.chance(WITHOUT_EMAIL) ? undefined : freeAddress(given, family, random.pick(DOMAINS), taken)
    const phone = random.chance(WITHOUT_PHONE) ? undefined : makePhone(random)
    return {
      ...common(index),
      firstName: native(given),
      lastName: native(family),
      familyFirst: group.familyFirst === true,
      ...(email !== undefined && { email }),
      ...(phone !== undefined && { phone }),
      company: company.name,
      companyId: company.id,
      city,
      country,
    }
  })
}

function fixedContact(
  { companyIndex, ...fixed }: FixedContact,
  common: Pick<Contact, 'id' | 'title' | 'owner' | 'status' | 'since'>,
  companies: readonly Company[],
): Contact {
  const company = companies[companyIndex]
  if (company === undefined) throw new RangeError('companies: too few for the fixed contacts')
  return {
    familyFirst: false,
    city: company.city,
    country: company.country,
    ...common,
    company: company.name,
    companyId: company.id,
    ...fixed,
  }
}

const native = (name: Name): string => (typeof name === 'string' ? name : name[0])

function latin(name: Name): string {
  if (typeof name !== 'string') return name[1]
  const bare = name.normalize('NFD').replace(MARKS, '').toLowerCase()
  return [...bare]
    .map((letter) => WHOLE_LETTERS[letter] ?? letter)
    .join('')
    .replace(NOT_FOR_ADDRESS, '')
}

/** An address that nobody has yet, and notes it as taken. */
function freeAddress(given: Name, family: Name, domain: string, taken: Set<string | undefined>): string {
  const local = [latin(given), latin(family)].filter((part) => part !== '').join('.')
  let address = `${local}@${domain}`
  for (let number = 2; taken.has(address); number += 1) address = `${local}${number}@${domain}`
  taken.add(address)
  return address
}

/** A number from the ranges that the regulators of three countries set aside for fiction. */
function makePhone(random: Random): string {
  const digits = (count: number): string => String(random.below(10 ** count)).padStart(count, '0')
  return random.pick([
    () => `+1 202-555-01${digits(2)}`,
    () => `+44 20 7946 0${digits(3)}`,
    () => `+49 30 23125 ${digits(3)}`,
  ])()
}
