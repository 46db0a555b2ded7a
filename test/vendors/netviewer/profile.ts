/** The gateway profile: operations, their paths, and the names of fields; a test may rename all (vendors.md 3.2). @module */

const OPERATIONS = {
  book: ['POST', '/sessions'],
  addParticipants: ['POST', '/sessions/{n}/participants'],
  status: ['GET', '/sessions/{n}'],
  change: ['PATCH', '/sessions/{n}'],
  end: ['DELETE', '/sessions/{n}'],
  usage: ['GET', '/sessions/{n}/usage'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>

/** An operation of the profile. */
export type Operation = keyof typeof OPERATIONS

const FIELDS = [
  'product',
  'kind',
  'subject',
  'start',
  'end',
  'durationMinutes',
  'recurrence',
  'moderator',
  'name',
  'email',
  'parameters',
  'timeZone',
  'sessionNumber',
  'moderatorToken',
  'validFrom',
  'validUntil',
  'participants',
  'token',
  'state',
  'participantsPresent',
  'startedAt',
  'endedAt',
  'minutes',
] as const

/** A field of the profile; one name wherever it stands. */
export type Field = (typeof FIELDS)[number]

/** What each field is called on the wire. */
export type FieldNames = Readonly<Record<Field, string>>

/** What a test may rename. */
export interface ProfileOptions {
  /** With their queries, if any; `{n}` is the session's number, which stands once in each but that of `book`. */
  readonly paths?: Partial<Readonly<Record<Operation, string>>>
  readonly fieldNames?: Partial<FieldNames>
}

/** An operation with its place. */
export interface Route {
  readonly operation: Operation
  readonly method: string
  /** Such as `GET /sessions/{n}`: the same whatever the profile's paths are. */
  readonly call: string
  /** The whole target of a request; its group is the session's number. */
  readonly pattern: RegExp
}

/** A profile that is complete. */
export interface Profile {
  readonly routes: readonly Route[]
  readonly names: FieldNames
}

/** A route that was found. */
export interface Match {
  readonly route: Route
  /** The text in the place of `{n}`; empty where there is none. */
  readonly number: string
}

const NUMBER = '{n}'

/** Completes a profile. Throws where a path has not its `{n}`, and where two fields have one name. */
export function makeProfile({ paths = {}, fieldNames = {} }: ProfileOptions = {}): Profile {
  const routes = Object.entries(OPERATIONS).map(([name, [method, path]]) => {
    const operation = name as Operation
    const parts = (paths[operation] ?? path).split(NUMBER)
    if (parts.length !== (operation === 'book' ? 1 : 2))
      throw new Error(`paths.${operation} has to have ${NUMBER} ${operation === 'book' ? 'nowhere' : 'once'}.`)
    const pattern = new RegExp(`^${parts.map(RegExp.escape).join('([^/?&=#]+)')}$`)
    return { operation, method, call: `${method} ${path}`, pattern }
  })
  const names = {
    ...(Object.fromEntries(FIELDS.map((field) => [field, field])) as Record<Field, string>),
    ...fieldNames,
  }
  const given = Object.values(names)
  const twice = given.find((name, index) => given.indexOf(name) !== index)
  if (twice !== undefined) throw new Error(`fieldNames has "${twice}" twice: give each field a name of its own.`)
  return { routes, names }
}

/** The routes at a target, path and query, which has to be right to the letter. */
export function matchTarget({ routes }: Profile, target: string): readonly Match[] {
  return routes.flatMap((route) => {
    const found = route.pattern.exec(target)
    return found === null ? [] : [{ route, number: found[1] ?? '' }]
  })
}

/** An answer's values under their names on the wire. */
export function written(names: FieldNames, values: Partial<Readonly<Record<Field, unknown>>>): Record<string, unknown> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries.map(([field, value]) => [names[field as Field], value]))
}
