/** The popup's lines in their groups: for the record, pinned, used lately, the others; or what was found. @module */
import { i18n } from '#i18n'
import type { PopupEntry } from '../../desk/popup-views.ts'
import { findEntries } from './search.ts'

/** Some lines under one heading. */
export interface Group {
  readonly id: 'record' | 'pinned' | 'recent' | 'others' | 'found' | 'targets'
  readonly entries: readonly PopupEntry[]
}

/** What is to be shown. */
export interface ToShow {
  readonly shortcuts: readonly PopupEntry[]
  /** What can be done with targets that match what was typed. */
  readonly targets: readonly PopupEntry[]
  readonly hasRecord: boolean
  readonly typed: string
}

const MOST_RECENT = 5

const titles: { readonly [Id in Group['id']]: () => string } = {
  record: () => i18n.t('quickLinks.forRecord'),
  pinned: () => i18n.t('quickLinks.pinned'),
  recent: () => i18n.t('quickLinks.recent'),
  others: () => i18n.t('quickLinks.others'),
  found: () => i18n.t('popup.shortcuts'),
  targets: () => i18n.t('targets.title'),
}

/** A group's heading. */
export function titleOf({ id }: Group): string {
  return titles[id]()
}

/** The groups that have lines; each line stands in the first that it belongs to. */
export function groupsOf({ shortcuts, targets, hasRecord, typed }: ToShow): readonly Group[] {
  const groups =
    typed.trim() === ''
      ? groupsOfAll(shortcuts, hasRecord)
      : [{ id: 'found', entries: findEntries(shortcuts, typed) } as const, { id: 'targets', entries: targets } as const]
  return groups.filter(({ entries }) => entries.length > 0)
}

function groupsOfAll(shortcuts: readonly PopupEntry[], hasRecord: boolean): readonly Group[] {
  const left = new Set(shortcuts)
  const take = (entries: readonly PopupEntry[]) => entries.filter((entry) => left.delete(entry))
  const record = take(shortcuts.filter((entry) => hasRecord && entry.for === 'contact'))
  const pinned = take(pinnedOf(shortcuts))
  const used = [...left].filter(({ usedAt }) => usedAt !== undefined)
  const recent = take(used.toSorted((one, other) => (other.usedAt ?? 0) - (one.usedAt ?? 0)).slice(0, MOST_RECENT))
  return [
    { id: 'record', entries: record },
    { id: 'pinned', entries: pinned },
    { id: 'recent', entries: recent },
    { id: 'others', entries: [...left] },
  ]
}

/** The pinned ones in their order, wherever they are shown. */
export function pinnedOf(shortcuts: readonly PopupEntry[]): readonly PopupEntry[] {
  return shortcuts.filter(({ pin }) => pin !== undefined).toSorted((one, other) => (one.pin ?? 0) - (other.pin ?? 0))
}
