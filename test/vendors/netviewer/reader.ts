/** Reads objects of a request's body by the profile's names, and collects what is wrong with them. @module */
import type { Complaint } from './problems.ts'
import type { Field, FieldNames } from './profile.ts'

/** A member that is there. */
export interface Member {
  readonly value: unknown
  /** Where it stands, for complaints. */
  readonly at: string
}

/** The members of an object that are there. */
export type Members = Partial<Readonly<Record<Field, Member>>>

/** A reader of one body. */
export interface Reader {
  readonly complaints: readonly Complaint[]
  complain(at: string, detail: string): undefined
  /** The place of a field within an object. */
  place(parent: string, field: Field): string
  /** What a field is called on the wire. */
  nameOf(field: Field): string
  /** The members of an object; complains of those which are not known, and of required ones that are not there. */
  members(value: unknown, at: string, fields: MemberRules): Members
}

/** Which members an object has, and whether each has to be there. */
export type MemberRules = Partial<Readonly<Record<Field, 'required' | 'optional'>>>

/** Where the body itself stands. */
export const ROOT = '#'

/** A reader for a body in which fields have those names. */
export function makeReader(names: FieldNames): Reader {
  const complaints: Complaint[] = []
  const complain = (pointer: string, detail: string) => {
    complaints.push({ pointer, detail })
    return undefined
  }
  const place = (parent: string, field: Field) => below(parent, names[field])
  return {
    complaints,
    complain,
    place,
    nameOf: (field) => names[field],
    members: (value, at, rules) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        complain(at, 'This is no object.')
        return {}
      }
      const found: Partial<Record<Field, Member>> = {}
      const known = new Set<string>()
      for (const [name, rule] of Object.entries(rules)) {
        const field = name as Field
        known.add(names[field])
        const member = Object.getOwnPropertyDescriptor(value, names[field])
        if (member !== undefined) found[field] = { value: member.value, at: place(at, field) }
        else if (rule === 'required') complain(place(at, field), `"${names[field]}" is missing.`)
      }
      for (const name of Object.keys(value)) if (!known.has(name)) complain(below(at, name), `"${name}" is not known.`)
      return found
    },
  }
}

/** The pointer to a member or an item: escaped for JSON pointers (RFC 6901, 3), then for URIs (6). */
export function below(parent: string, name: string | number): string {
  return `${parent}/${encodeURIComponent(String(name).replaceAll('~', '~0').replaceAll('/', '~1'))}`
}
