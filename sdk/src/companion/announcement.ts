/** Reads what a companion says of itself, as hostile data. @module */
import { isPluginError } from '../errors.ts'
import { definition } from '../testing/checks/definition.ts'
import { patternsLinear } from '../testing/checks/patterns-linear.ts'
import { permissionsWellFormed } from '../testing/checks/permissions-well-formed.ts'
import { companionPlugin } from './companion-plugin.ts'
import { COMPANION_VERSION, type CompanionState, MOST_CHARACTERS, type PluginData, versionOf } from './envelope.ts'
import { plainData } from './plain-data.ts'
import { pluginShape } from './plugin-shape.ts'
import { object, oneOf } from './shapes.ts'

/** A plugin's data that can be shown and asked about, or why there is none; `detail` is for the companion's author. */
export type Announcement =
  | { readonly ok: true; readonly plugin: PluginData }
  | { readonly ok: false; readonly state: Refusal; readonly detail: string }

type Refusal = Extract<CompanionState, 'malformed' | 'companion-too-old' | 'host-too-old'>

const anything = (value: unknown) => value
const announcement = object<{ readonly type: 'announce'; readonly plugin: unknown }>(
  { type: oneOf('announce'), plugin: anything },
  {},
)
const contract = object<{ readonly api: unknown }>({ api: anything }, {})

/**
 * Reads an announcement: its version, size and shape, and all that the conformance kit asks of a plugin's data. Nothing of
 * it runs; its regular expressions run once somebody allowed it.
 *
 * @example
 * const announcement = await readAnnouncement({ joinery: 1, type: 'announce', plugin: dataHalf(plugin) })
 * announcement.ok // true
 */
export async function readAnnouncement(message: unknown): Promise<Announcement> {
  const version = versionOf(message)
  if (version === undefined) return malformed('it is no message of a companion')
  if (version !== COMPANION_VERSION) return wrongVersion('the envelope', version, COMPANION_VERSION)
  try {
    const given = announcement(plainData(message, MOST_CHARACTERS), 'message').plugin
    const { api } = contract(given, 'plugin')
    if (Number.isSafeInteger(api) && api !== 1) return wrongVersion('api', api as number, 1)
    return await checked(pluginShape(given, 'plugin'))
  } catch (error) {
    if (!isPluginError(error)) throw error
    return malformed(error.cause instanceof Error ? error.cause.message : error.message)
  }
}

async function checked(data: PluginData): Promise<Announcement> {
  const plugin = companionPlugin(data, neverAsked)
  const found = await Promise.all(
    [definition, permissionsWellFormed, patternsLinear].map((check) => check.find(plugin, [], {})),
  )
  const problems = found.flatMap((one) => (one === 'not-applicable' ? [] : one))
  return problems.length === 0 ? { ok: true, plugin: data } : malformed(problems.slice(0, 10).join('; '))
}

const neverAsked = async () => undefined

function malformed(detail: string): Announcement {
  return { ok: false, state: 'malformed', detail }
}

function wrongVersion(what: string, given: number, known: number): Announcement {
  const state = given > known ? 'host-too-old' : 'companion-too-old'
  return { ok: false, state, detail: `${what} is ${given}; this host knows ${known}` }
}
