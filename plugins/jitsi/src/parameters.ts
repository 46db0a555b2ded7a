/** What a link tells Jitsi Meet after its `#`: configuration and the visitor's name, each value as JSON. @module */
import { encode, PluginError } from '@joinery/sdk'
import type { Room } from './room-fields.ts'

/** A name of the configuration; Jitsi Meet leaves out what its own list does not allow (configWhitelist.ts). */
const NAME = /^(?:config|interfaceConfig)(?:\.[A-Za-z_]\w{0,60}){1,5}$/
/** Jitsi Meet drops parameters with such a part (react/features/base/util/parseURLParams.ts). */
const FORBIDDEN_PART = /\.(?:__proto__|constructor|prototype)(?:\.|$)/
/** Jitsi Meet makes straight quotes of curly ones and takes the backslash from before `&` before it reads the JSON. */
const ALTERED = /[&\u2018\u2019\u201c\u201d]/g

/** A parameter: its name, and its value before it is JSON. */
type Parameter = readonly [name: string, value: unknown]

/**
 * The fragment of a link, with its `#`; empty where there is nothing to tell.
 *
 * Names are those of the handbook ("User Guide (advanced)"; "Configuration", where `lobby.autoKnock` replaces
 * `autoKnockLobby`: both are told, so that older servers know it too); `userInfo.displayName` is read by
 * react/features/base/settings/middleware.any.ts.
 *
 * @throws PluginError `invalid` for further parameters that are none.
 * @example
 * fragmentOf({ ...room, audioMuted: true }, 'Zoë') // '#config.startWithAudioMuted=true&userInfo.displayName=%22Zo%C3%AB%22'
 */
export function fragmentOf(room: Room, displayName: string | undefined): string {
  const parameters = new Map<string, unknown>([...settings(room), ...further(room.parameters ?? '')])
  if (displayName !== undefined) parameters.set('userInfo.displayName', displayName)
  const pairs = Array.from(parameters, ([name, value]) => `${name}=${encode(jsonOf(value))}`)
  return pairs.length === 0 ? '' : `#${pairs.join('&')}`
}

function settings({ prejoin, audioMuted, videoMuted, knocks, subject }: Room): readonly Parameter[] {
  const all: readonly (readonly [isTold: boolean, ...parameter: Parameter])[] = [
    [prejoin !== 'server', 'config.prejoinConfig.enabled', prejoin === 'show'],
    [audioMuted, 'config.startWithAudioMuted', true],
    [videoMuted, 'config.startWithVideoMuted', true],
    [knocks, 'config.lobby.autoKnock', true],
    [knocks, 'config.autoKnockLobby', true],
    [subject !== undefined, 'config.subject', subject],
  ]
  return all.flatMap(([isTold, ...parameter]) => (isTold ? [parameter] : []))
}

function further(text: string): readonly Parameter[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [parameterIn(line.trim())]))
}

function parameterIn(line: string): Parameter {
  const equals = line.indexOf('=')
  const name = line.slice(0, equals)
  if (equals === -1 || !NAME.test(name) || FORBIDDEN_PART.test(name)) throw invalid()
  const value = valueIn(line.slice(equals + 1))
  // Hosts take a bare null in a link for a value that is missing.
  if (value === undefined || value === null) throw invalid()
  return [name, value]
}

function valueIn(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function jsonOf(value: unknown): string {
  return JSON.stringify(value).replace(ALTERED, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function invalid(): PluginError {
  const text = {
    en: 'Each further parameter is a line such as config.startAudioOnly=true: a name that begins with config. or interfaceConfig., and a value as JSON (texts in straight quotes), but not null.',
    de: 'Jeder weitere Parameter ist eine Zeile wie config.startAudioOnly=true: ein Name, der mit config. oder interfaceConfig. beginnt, und ein Wert als JSON (Texte in geraden Anführungszeichen), aber nicht null.',
  }
  return new PluginError('invalid', text, { field: 'parameters' })
}
