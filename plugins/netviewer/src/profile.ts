/** The gateway profile: which paths are called and what their fields are named, by default and as the account says (vendors.md 3.2). @module */
import { encode, PluginError } from '@joinery/sdk'

const PATHS = {
  book: '/sessions',
  addParticipants: '/sessions/{n}/participants',
  status: '/sessions/{n}',
  change: '/sessions/{n}',
  end: '/sessions/{n}',
  usage: '/sessions/{n}/usage',
} as const

const FIELD_NAMES = [
  'product',
  'kind',
  'subject',
  'start',
  'end',
  'durationMinutes',
  'recurrence',
  'moderator',
  'parameters',
  'timeZone',
  'name',
  'email',
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

/** A path by its name in the profile. */
export type PathName = keyof typeof PATHS
/** A field by its name in the profile. */
export type FieldName = (typeof FIELD_NAMES)[number]

/** How one gateway is spoken to. */
export interface Profile {
  /** A path with the session's number in its place. */
  path(name: PathName, sessionNumber?: string): string
  /** What the gateway calls a field. */
  wire(name: FieldName): string
  /** The field that the gateway calls so. */
  field(wireName: string): FieldName | undefined
}

// A path from the gateway's address on; a query may follow.
const PATH = /^\/(?!\/)[\w~.{}/-]*(\?[\w~.{}/=&-]*)?$/
const STEP_UPWARDS = /(^|\/)\.{1,2}(\/|\?|$)/
const WIRE_NAME = /^_?[A-Za-z][\w.-]{0,63}$/

/**
 * The profile with what the account's settings `paths` and `fieldNames` say otherwise.
 *
 * @throws PluginError `invalid` with the setting's name and the line at fault.
 */
export function profileOf(settings: {
  readonly paths?: string | undefined
  readonly fieldNames?: string | undefined
}): Profile {
  const paths = { ...PATHS, ...readLines('paths', settings.paths, Object.keys(PATHS), isPath) }
  const own = readLines('fieldNames', settings.fieldNames, FIELD_NAMES, (_name, value) => WIRE_NAME.test(value))
  const wires = new Map(FIELD_NAMES.map((name) => [name, own[name] ?? name]))
  const fields = new Map([...wires].map(([name, wire]) => [wire, name]))
  if (fields.size < wires.size) throw sharedName(wires)
  return {
    path: (name, sessionNumber = '') => paths[name].replace('{n}', () => encode(sessionNumber)),
    wire: (name) => wires.get(name) ?? name,
    field: (wireName) => fields.get(wireName),
  }
}

function isPath(name: string, value: string): boolean {
  const places = value.split('{n}').length - 1
  const rest = value.replace('{n}', '')
  return PATH.test(value) && !/[{}]/.test(rest) && !STEP_UPWARDS.test(value) && places === (name === 'book' ? 0 : 1)
}

type Setting = 'paths' | 'fieldNames'

/** Lines `name = value`; empty ones and those that begin with # say nothing. */
function readLines(
  setting: Setting,
  text: string | undefined,
  names: readonly string[],
  isValue: (name: string, value: string) => boolean,
): { readonly [name: string]: string } {
  const found: Record<string, string> = {}
  for (const [index, line] of (text ?? '').split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue
    const equals = line.indexOf('=')
    const name = line.slice(0, Math.max(equals, 0)).trim()
    const value = line.slice(equals + 1).trim()
    if (!names.includes(name)) throw unknownName(setting, index + 1, names)
    if (Object.hasOwn(found, name) || !isValue(name, value)) throw wrongLine(setting, index + 1, name)
    found[name] = value
  }
  return found
}

function unknownName(setting: Setting, line: number, names: readonly string[]): PluginError {
  const text = {
    en: `Line ${line} must be a name, = and a value; the names are: ${names.join(', ')}.`,
    de: `Zeile ${line} muss aus Name, = und Wert bestehen; die Namen sind: ${names.join(', ')}.`,
  }
  return new PluginError('invalid', text, { field: setting })
}

function wrongLine(setting: Setting, line: number, name: string): PluginError {
  const wanted =
    setting === 'fieldNames'
      ? { en: 'a name of letters and digits', de: 'ein Name aus Buchstaben und Ziffern' }
      : name === 'book'
        ? { en: 'a path such as /sessions', de: 'ein Pfad wie /sessions' }
        : {
            en: 'a path with {n} in one place, such as /sessions/{n}',
            de: 'ein Pfad mit {n} an einer Stelle, etwa /sessions/{n}',
          }
  const text = {
    en: `Line ${line}: ${name} must be ${wanted.en}, and stand there once.`,
    de: `Zeile ${line}: ${name} muss ${wanted.de} sein und nur einmal dastehen.`,
  }
  return new PluginError('invalid', text, { field: setting })
}

function sharedName(wires: ReadonlyMap<FieldName, string>): PluginError {
  const all = [...wires.values()]
  const shared = all.find((wire, index) => all.indexOf(wire) !== index) ?? ''
  const text = {
    en: `Two fields are named ${shared}; each needs a name of its own.`,
    de: `Zwei Felder heißen ${shared}; jedes braucht einen eigenen Namen.`,
  }
  return new PluginError('invalid', text, { field: 'fieldNames' })
}
