/** The made-up organisation, room and persons of the examples. @module */

/** The moment at which the examples run, and the link's expiry as both sides write it. */
export const NOW = 1_700_000_000_000
export const UNTIL = NOW + 10 * 60_000
export const TIMESTAMP = '1700000600'

/** An organisation that signs on the user's computer. */
export const organisation = { companyId: '1234', companyPass: 'password' } as const

/** Where the other organisation's signing service listens. */
export const SERVICE = 'https://sign.example.com/room-login?brand=1'

/** An organisation with a signing service. */
export const remote = { companyId: '1234', signing: 'remote', signingUrl: SERVICE } as const

export const room = { label: 'Consulting', roomId: '5678' } as const

/** The user. */
export const ada = { firstName: 'Ada', lastName: 'King', username: 'ada9' } as const

/** The contact of vendors.md 1.4's whole link. */
export const zoe = {
  firstName: 'Zoë Ann',
  lastName: "O'Brïen",
  username: 'zoe@example.com',
  email: 'zoe+test@example.com',
  phone: '+1 252-252-2522',
} as const
