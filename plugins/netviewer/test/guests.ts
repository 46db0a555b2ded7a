/** Who is invited in tests, a gateway that gives them tokens, and what came of it. @module */
import { type Outcome, PluginError } from '@joinery/sdk'
import { bob } from '../src/example-values.ts'
import { type Arrived, json, newToken, type Target } from './runs.ts'

/** Somebody as the gateway is told of them. */
export interface Person {
  readonly name: string
  readonly email?: string
}

/** A record's contact: Bob. */
export const contact = { firstName: 'Bob', lastName: 'Ross', email: bob.email }

/** Whom a request is about. */
export function peopleIn({ json: body }: Arrived): readonly Person[] {
  return (body as { readonly participants: readonly Person[] }).participants
}

/** A gateway that gives everybody a token, in another order than it was asked. */
export function gives(tokens: Map<string, string>): (request: Arrived) => Response {
  return (request) => {
    const participants = peopleIn(request).map((person) => {
      const token = newToken()
      tokens.set(person.email ?? person.name, token)
      return { ...person, token }
    })
    return json({ participants: participants.reverse() }, 201)
  }
}

/** The guests of an invitation. */
export function invited(outcome: Outcome | undefined) {
  return outcome?.type === 'invite' ? (outcome.guests ?? []) : []
}

/** The token in a guest's link. */
export function tokenIn(link: string): string | null {
  return new URL(link).searchParams.get('token')
}

/** A host that stores nothing. */
export function fails(): never {
  throw new PluginError('unreachable', 'The vault is locked.')
}

/** A host that stores so many times, and then no more. */
export function storesTimes(times: number): (target: Target, count: number) => void {
  return (_target, count) => (count > times ? fails() : undefined)
}
