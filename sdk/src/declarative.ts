/** Plugins without code: a vendor's addresses as a JSON file, with placeholders. @module */
import { mayOpen } from './declarative/app-schemes.ts'
import { refuse } from './declarative/complaints.ts'
import { readAction } from './declarative/file-action.ts'
import { readForm } from './declarative/file-fields.ts'
import { readRecognition } from './declarative/file-recognition.ts'
import { MAX_FILE_BYTES, parseJson } from './declarative/parse-json.ts'
import {
  at,
  type FileObject,
  present,
  readList,
  readNamed,
  readObject,
  readText,
  readWords,
} from './declarative/read-value.ts'
import type { Fields } from './fields.ts'
import type { LinkAction, Permissions, Plugin } from './plugin.ts'

/** A reversed domain name: two labels at least. */
const ID = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/
const LABEL_WITH_BARE_HYPHEN = /(^|\.)-|-(\.|$)/
const MAX_ID_LENGTH = 100
/** Three numbers, so that of two versions one is newer for sure. */
const VERSION = /^(0|[1-9]\d{0,8})(\.(0|[1-9]\d{0,8})){2}$/
const FILE_NAMES = [
  '$schema',
  'joinery',
  'id',
  'name',
  'version',
  'permissions',
  'account',
  'target',
  'recognize',
  'actions',
  'examples',
] as const

/**
 * The bytes that a plugin file may have, in UTF-8; hosts need not read a larger one.
 *
 * @example
 * MAX_PLUGIN_FILE_BYTES // 65536
 */
export const MAX_PLUGIN_FILE_BYTES: number = MAX_FILE_BYTES

/**
 * Makes a plugin of a plugin file, whose form `docs/declarative.md` describes. Its actions are links alone: each fills an
 * address with percent-encoded values, and leads where `permissions.open` says, whatever the values are.
 *
 * @throws PluginError `invalid`, `missing` or `unsupported`; `field` is the path of what is wrong, such as
 * `actions.join.url`, and its text says what to do.
 * @example
 * const meet = readPluginFile(`{
 *   "joinery": 1, "id": "example.meet", "name": "Meet", "version": "1.0.0",
 *   "permissions": { "open": ["https://meet.example/*"] },
 *   "target": { "name": "Room", "fields": { "room": { "type": "text", "label": "Room" } } },
 *   "actions": { "join": { "label": "Join", "for": "me", "opens": "tab", "url": "https://meet.example/{target.room}" } } }`)
 * Object.keys(meet.actions) // ['join']
 */
export function readPluginFile(text: string): Plugin {
  const file = readFile(text)
  const account = file.account === undefined ? {} : readForm(file.account, 'account')
  const permissions = readPermissions(file.permissions, account)
  const target = file.target === undefined ? undefined : readTarget(file.target)
  const identity = {
    api: 1,
    id: readId(file.id),
    name: readWords(file.name, 'name'),
    version: readVersion(file.version),
  } as const
  const recognize =
    file.recognize === undefined
      ? undefined
      : readRecognition(file.recognize, 'recognize', account, target?.fields ?? {})
  const actions = readActions(file.actions, { account, target: target?.fields, permissions })
  return { ...identity, permissions, account, ...present({ target, recognize }), actions }
}

/**
 * A plugin file as users get it: without what helps its author alone, in one line.
 *
 * @throws PluginError as {@link readPluginFile} does.
 * @example
 * shippedPluginFile(whereby).includes('"examples"') // false
 */
export function shippedPluginFile(text: string): string {
  readPluginFile(text)
  const { $schema, examples, ...shipped } = readFile(text)
  return JSON.stringify(shipped)
}

/** The file's own names, the marker of its format checked first: what is not for this reader is none of its faults. */
function readFile(text: string): FileObject {
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('notJson', '')
  if (!Object.hasOwn(value, 'joinery') || Reflect.get(value, 'joinery') !== 1) refuse('newerFormat', 'joinery')
  return readObject(value, '', FILE_NAMES)
}

function readId(value: unknown): string {
  const id = readText(value, 'id', MAX_ID_LENGTH)
  return ID.test(id) && !LABEL_WITH_BARE_HYPHEN.test(id) ? id : refuse('notId', 'id')
}

function readVersion(value: unknown): string {
  const version = readText(value, 'version')
  return VERSION.test(version) ? version : refuse('notVersion', 'version')
}

function readPermissions(value: unknown, account: Fields): Permissions {
  if (value === undefined) return refuse('missing', 'permissions')
  const { open } = readObject(value, 'permissions', ['open'])
  const patterns = readList(open, 'permissions.open').map((pattern, index) => {
    const path = at('permissions.open', index)
    const read = readText(pattern, path)
    return mayOpen(read, account) ? read : refuse('notPattern', path)
  })
  return { open: patterns }
}

function readTarget(value: unknown): NonNullable<Plugin['target']> {
  const { name, fields } = readObject(value, 'target', ['name', 'fields'])
  if (fields === undefined) return refuse('missing', 'target.fields')
  return { name: readWords(name, 'target.name'), fields: readForm(fields, 'target.fields') }
}

function readActions(value: unknown, parts: Parameters<typeof readAction>[2]): Plugin['actions'] {
  if (value === undefined) return refuse('missing', 'actions')
  const actions = readNamed(value, 'actions').map(([name, action]): readonly [string, readonly LinkAction[]] => [
    name,
    [readAction(action, at('actions', name), parts)],
  ])
  return actions.length === 0 ? refuse('missing', 'actions') : Object.fromEntries(actions)
}
