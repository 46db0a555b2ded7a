/** The organisations that the simulated vendors know. @module */
import { randomBytes } from 'node:crypto'

/** An organisation at the vendor. */
export interface Company {
  readonly id: string
  readonly password: string
  readonly rooms: readonly string[]
  /** Account holders by user number. */
  readonly users: Readonly<Record<string, string>>
}

/** An organisation with a password made now. */
export function makeCompany(id: string, rooms: readonly string[], users: Company['users'] = {}): Company {
  return { id, password: randomBytes(12).toString('base64url'), rooms, users }
}
