/** Reads an action of a plugin file, and makes a link of it. @module */
import type { Fields } from '../fields.ts'
import type { Outcome } from '../outcome.ts'
import type { Fact, LinkAction, Permissions } from '../plugin.ts'
import { facts } from '../prepare-run.ts'
import { checkPermitted, readAddress } from './address.ts'
import { refuse } from './complaints.ts'
import { checkCondition, readCondition, readForm } from './file-fields.ts'
import { fillAddress } from './fill-address.ts'
import { surroundingsOf } from './placeholders.ts'
import {
  at,
  type FileObject,
  present,
  readList,
  readObject,
  readOneOf,
  readTrue,
  readWhole,
  readWords,
} from './read-value.ts'

/** The parts of a file that its actions build on. */
export interface FileParts {
  readonly account: Fields
  /** `undefined` where the file has no target. */
  readonly target: Fields | undefined
  readonly permissions: Permissions
}

/** How a link may be opened, or handed out. */
export const OPENS = ['tab', 'popup', 'app', 'guest link'] as const
type Opens = (typeof OPENS)[number]

/** The icons that an action may have. */
export const ICONS = ['join', 'invite', 'control', 'schedule', 'manage'] as const
const PERSONS = ['me', 'contact'] as const
const PLACES = ['target', 'account'] as const
const COMMON = ['label', 'icon', 'for', 'on', 'needs', 'when', 'input', 'opens', 'url', 'sensitive'] as const
/** What an action may say; a popup has its size, too. */
export const ACTION_NAMES: readonly string[] = COMMON
export const POPUP_NAMES: readonly string[] = [...COMMON, 'width', 'height']
/** What a question may show of a target. */
const SHOWN: readonly unknown[] = ['text', 'choice']

/** The action. */
export function readAction(value: unknown, path: string, parts: FileParts): LinkAction {
  const { opens: asked } = readObject(value, path, POPUP_NAMES)
  const opens = readOneOf(asked, at(path, 'opens'), OPENS)
  const given = readObject(value, path, opens === 'popup' ? POPUP_NAMES : ACTION_NAMES)
  const data = readData(given, path, parts)
  const { account, permissions } = parts
  const fields = { account, target: data.on === 'account' ? {} : (parts.target ?? {}), input: data.input ?? {} }
  const place = at(path, 'url')
  const around = surroundingsOf(fields, data.needs ?? [])
  const address = readAddress(given.url, place, opens === 'app' ? 'app' : 'web', around)
  checkPermitted(String(given.url), place, address, permissions)
  const outcomeOf = readOutcome(opens, given, path)
  return { ...data, kind: 'link', build: (values) => outcomeOf(fillAddress(address, values)) }
}

function readData(given: FileObject, path: string, { account, target }: FileParts) {
  const on = given.on === undefined ? undefined : readOneOf(given.on, at(path, 'on'), PLACES)
  if (target === undefined && on !== 'account') refuse('noTarget', at(path, 'on'))
  const icon = given.icon === undefined ? undefined : readOneOf(given.icon, at(path, 'icon'), ICONS)
  if (icon === 'control' && on === 'account') refuse('notControl', at(path, 'icon'))
  const when = given.when === undefined ? undefined : readCondition(given.when, at(path, 'when'))
  checkCondition(when ?? {}, at(path, 'when'), account)
  const shows = Object.entries(target ?? {}).flatMap(([name, { type }]) => (SHOWN.includes(type) ? [name] : []))
  return {
    label: readWords(given.label, at(path, 'label')),
    for: readOneOf(given.for, at(path, 'for'), PERSONS),
    ...present({
      icon,
      on,
      when,
      needs: given.needs === undefined ? undefined : readNeeds(given.needs, at(path, 'needs')),
      input: given.input === undefined ? undefined : readForm(given.input, at(path, 'input')),
      // No file decides whether somebody is asked before a hand is on another's computer.
      asksFirst: icon === 'control' ? { shows } : undefined,
    }),
  }
}

function readNeeds(value: unknown, path: string): readonly Fact[] {
  const needs = readList(value, path).map((fact, index) => readOneOf(fact, at(path, index), facts))
  for (const [index, fact] of needs.entries()) {
    if (needs.indexOf(fact) !== index) refuse('twice', at(path, index))
  }
  return needs
}

/** What is made of a link. */
function readOutcome(opens: Opens, given: FileObject, path: string): (url: string) => Outcome {
  const isSensitive = readTrue(given.sensitive, at(path, 'sensitive'))
  const sensitive = isSensitive ? { sensitive: isSensitive } : {}
  if (opens === 'guest link') return (guest) => ({ type: 'links', guest, ...sensitive })
  if (opens !== 'popup') return (url) => ({ type: opens, url, ...sensitive })
  const [width, height] = (['width', 'height'] as const).map((name) =>
    readWhole(given[name], at(path, name), 100, 10_000),
  )
  return (url) => ({ type: opens, url, width: Number(width), height: Number(height), ...sensitive })
}
