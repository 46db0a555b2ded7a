/** Checks of single values: what is returned is right, and whatever is not has a complaint. @module */
import { isZone, type Moment, readMoment } from './moments.ts'
import { below, type Member, type Reader } from './reader.ts'

/** A moderator or a participant. */
export interface Person {
  readonly name: string
  readonly email?: string
}

/** Settings of a session that the profile leaves open. */
export type Parameters = Readonly<Record<string, string | number | boolean>>

const LONGEST_TEXT = 200
const LONGEST_EMAIL = 254
const LONGEST_DURATION_MINUTES = 1440
const CONTROL_CHARACTER = /\p{Cc}/u
// One @ between a local part and a host name of two labels or more; neither has white space, commas or brackets.
const EMAIL = /^[^\s@,;<>()[\]"\\]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u

/** A text in one line that says something. */
export function readText(reader: Reader, member: Member | undefined): string | undefined {
  if (member === undefined) return undefined
  const { value, at } = member
  if (typeof value !== 'string') return reader.complain(at, 'This is no text.')
  if (value.trim() === '') return reader.complain(at, 'This text is empty.')
  if (value.trim() !== value) return reader.complain(at, 'This text begins or ends with white space.')
  if (value.length > LONGEST_TEXT) return reader.complain(at, `This text is longer than ${LONGEST_TEXT} characters.`)
  return CONTROL_CHARACTER.test(value) ? reader.complain(at, 'This text has a control character.') : value
}

/** One of a few words. */
export function readChoice<Choice extends string>(
  reader: Reader,
  member: Member | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  if (member === undefined) return undefined
  const choice = choices.find((each) => each === member.value)
  return choice ?? reader.complain(member.at, `This is none of: ${choices.join(', ')}.`)
}

/** An e-mail address. */
export function readEmail(reader: Reader, member: Member | undefined): string | undefined {
  if (member === undefined) return undefined
  const { value, at } = member
  if (typeof value !== 'string') return reader.complain(at, 'This is no text.')
  if (value.length > LONGEST_EMAIL || !EMAIL.test(value)) return reader.complain(at, 'This is no e-mail address.')
  return value
}

/** A moment: ISO 8601 with `Z` or an offset. */
export function readTime(reader: Reader, member: Member | undefined): Moment | undefined {
  if (member === undefined) return undefined
  const moment = typeof member.value === 'string' ? readMoment(member.value) : undefined
  return moment ?? reader.complain(member.at, 'This is no date and time with Z or an offset (ISO 8601).')
}

/** A number of minutes, up to a day. */
export function readDuration(reader: Reader, member: Member | undefined): number | undefined {
  if (member === undefined) return undefined
  const { value, at } = member
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > LONGEST_DURATION_MINUTES)
    return reader.complain(at, `This is no whole number from 1 to ${LONGEST_DURATION_MINUTES}.`)
  return value
}

/** A person. */
export function readPerson(reader: Reader, member: Member | undefined): Person | undefined {
  if (member === undefined) return undefined
  const members = reader.members(member.value, member.at, { name: 'required', email: 'optional' })
  const name = readText(reader, members.name)
  const email = readEmail(reader, members.email)
  if (name === undefined) return undefined
  return { name, ...(email === undefined ? {} : { email }) }
}

/** A list of persons: at least one, nobody twice. */
export function readPersons(reader: Reader, member: Member | undefined, known: readonly Person[]): readonly Person[] {
  if (member === undefined) return []
  if (!Array.isArray(member.value)) {
    reader.complain(member.at, 'This is no list.')
    return []
  }
  if (member.value.length === 0) reader.complain(member.at, 'At least one participant is needed.')
  const persons: Person[] = []
  for (const [index, value] of member.value.entries()) {
    const at = below(member.at, index)
    const person = readPerson(reader, { value, at })
    if (person === undefined) continue
    if ([...known, ...persons].some((other) => identity(other) === identity(person)))
      reader.complain(at, 'This participant is there already.')
    persons.push(person)
  }
  return persons
}

/** Settings: texts, numbers and yes or no, by names of any kind; the time zone has to be one. */
export function readParameters(reader: Reader, member: Member | undefined): Parameters | undefined {
  if (member === undefined) return undefined
  const { value, at } = member
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return reader.complain(at, 'This is no object.')
  for (const [name, each] of Object.entries(value)) {
    if (!['string', 'number', 'boolean'].includes(typeof each))
      reader.complain(below(at, name), 'This is neither text nor number nor true or false.')
    else if (name === reader.nameOf('timeZone') && !isZone(each))
      reader.complain(below(at, name), 'This is no time zone of the IANA database.')
  }
  return value as Parameters
}

/** Who somebody is: the address if there is one, since two people may share a name. */
function identity({ name, email }: Person): string {
  return email === undefined ? `name ${name}` : `email ${email.toLowerCase()}`
}
