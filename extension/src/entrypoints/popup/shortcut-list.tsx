/** The search field and the lines below it, as one combobox. @module */

import { useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { i18n } from '#i18n'
import type { PopupEntry } from '../../desk/popup-views.ts'
import { Icon } from '../../ui/icons.tsx'
import { dragLine } from './drag-pins.ts'
import { type EntryHandlers, EntryOption, hasGuestLink, optionId } from './entry-option.tsx'
import { useFoundTargets } from './found-targets.ts'
import { type Group, groupsOf, pinnedOf, titleOf } from './groups.ts'
import { obstacleOf } from './obstacle.ts'
import { movePin, placePin, togglePin } from './pins.ts'

const LIST_ID = 'shortcuts'
/** So many lines a page key goes. */
const PAGE = 5

interface ShortcutListProps {
  readonly shortcuts: readonly PopupEntry[]
  readonly hasRecord: boolean
  /** The record that the popup shows. */
  readonly shown: { readonly tabId?: number; readonly recordKey?: string }
  onRun(entry: PopupEntry): void
  onCopy(entry: PopupEntry): void
  onCode(entry: PopupEntry): void
  onPins(ids: readonly string[]): void
  onKeys(): void
}

/** Arrow keys choose, Enter and clicks run; the focus stays in the search field. */
export function ShortcutList(props: ShortcutListProps) {
  const { shortcuts, hasRecord, shown, onRun, onCopy, onCode, onPins, onKeys } = props
  const typed = useSignal('')
  const chosenId = useSignal<string | undefined>(undefined)
  const said = useSignal('')
  /** The pins as they stand while one of them is dragged. */
  const dragged = useSignal<readonly string[] | undefined>(undefined)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const targets = useFoundTargets(shown)
  const order = dragged.value
  const inOrder = order === undefined ? shortcuts : shortcuts.map((entry) => inPlace(entry, order))
  const groups = groupsOf({ shortcuts: inOrder, targets: targets.found.value, hasRecord, typed: typed.value })
  const lines = groups.flatMap(({ entries }) => entries)
  const current = lines.find(({ id }) => id === chosenId.value) ?? lines[0]
  const pins = pinnedOf(shortcuts).map(({ id }) => id)
  // With the list itself: an effect comes after the paint, and keys pressed before it would be lost.
  useLayoutEffect(() => input.current?.focus(), [])
  useEffect(
    () => list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    [current?.id],
  )

  const handlers: EntryHandlers = {
    onChoose: ({ id }) => {
      chosenId.value = id
    },
    onRun: (entry) => mayRun(entry, hasRecord) && onRun(entry),
    onCopy: (entry) => hasGuestLink(entry) && onCopy(entry),
    onCode: (entry) => hasGuestLink(entry) && onCode(entry),
    onPin: (entry) => {
      said.value = i18n.t(entry.pin === undefined ? 'quickLinks.isPinned' : 'quickLinks.isUnpinned', [entry.name])
      onPins(togglePin(pins, entry.id))
    },
    onDragStart: ({ id }, event) =>
      dragLine({
        event,
        line: event.currentTarget as HTMLElement,
        onPlace: (place) => {
          dragged.value = placePin(pins, id, place)
        },
        onEnd: () => {
          if (dragged.value !== undefined) onPins(dragged.value)
          dragged.value = undefined
        },
      }),
  }

  function move(entry: PopupEntry, by: number) {
    const moved = movePin(pins, entry.id, by)
    if (moved.join() === pins.join()) return
    said.value = i18n.t('quickLinks.isAtPlace', [entry.name, String(moved.indexOf(entry.id) + 1), String(moved.length)])
    onPins(moved)
  }

  function go(to: number) {
    chosenId.value = lines[Math.max(0, Math.min(to, lines.length - 1))]?.id
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.isComposing) return
    const done = handleKey(event)
    if (done) event.preventDefault()
  }

  /** Whether the key was one of ours. */
  function handleKey({ key, code, altKey, ctrlKey, metaKey, repeat }: KeyboardEvent): boolean {
    const place = current === undefined ? -1 : lines.indexOf(current)
    if (key === '?' && typed.value === '') return does(onKeys)
    if (current === undefined) return false
    if (altKey) {
      if (key === 'ArrowUp') return does(() => move(current, -1))
      if (key === 'ArrowDown') return does(() => move(current, 1))
      if (code === 'KeyP') return does(() => 'shortcutId' in current.way && handlers.onPin(current))
      if (code === 'KeyQ') return does(() => handlers.onCode(current))
      return false
    }
    if (key === 'Enter') {
      if (!repeat) (ctrlKey || metaKey ? handlers.onCopy : handlers.onRun)(current)
      return true
    }
    const target = {
      ArrowDown: (place + 1) % lines.length,
      ArrowUp: (place - 1 + lines.length) % lines.length,
      PageDown: place + PAGE,
      PageUp: place - PAGE,
      // In a text, these two are for the text.
      ...(typed.value === '' ? { Home: 0, End: lines.length - 1 } : {}),
    }[key]
    return target !== undefined && does(() => go(target))
  }

  return (
    <>
      <div class="search">
        <Icon name="search" />
        <input
          ref={input}
          class="search-input"
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={LIST_ID}
          aria-activedescendant={current === undefined ? undefined : optionId(current)}
          aria-label={i18n.t('popup.search')}
          placeholder={i18n.t('popup.search')}
          autocomplete="off"
          spellcheck={false}
          value={typed.value}
          onInput={(event) => {
            targets.find(event.currentTarget.value)
            typed.value = event.currentTarget.value
            chosenId.value = undefined
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} id={LIST_ID} class="shortcuts" role="listbox" aria-label={i18n.t('popup.shortcuts')}>
        {groups.map((group) => (
          <Lines
            key={group.id}
            group={group}
            isOnly={groups.length === 1}
            hasRecord={hasRecord}
            current={current}
            {...handlers}
          />
        ))}
      </div>
      <p class="no-match quiet" role="status">
        {lines.length === 0 && i18n.t('popup.noMatch', [typed.value])}
      </p>
      <p class="unseen" role="status">
        {said.value}
      </p>
    </>
  )
}

interface LinesProps extends EntryHandlers {
  readonly group: Group
  readonly isOnly: boolean
  readonly hasRecord: boolean
  readonly current: PopupEntry | undefined
}

function Lines({ group, isOnly, hasRecord, current, ...handlers }: LinesProps) {
  // Where all there is stands in one group, its name says nothing.
  const hasTitle = !(isOnly && (group.id === 'others' || group.id === 'found'))
  return (
    // biome-ignore lint/a11y/useSemanticElements: the groups of a listbox are none of a form.
    <div
      class={`group group-${group.id}`}
      role="group"
      {...(hasTitle ? { 'aria-labelledby': `group-${group.id}` } : { 'aria-label': titleOf(group) })}
    >
      {hasTitle && (
        <div id={`group-${group.id}`} class="group-title" role="presentation">
          {titleOf(group)}
        </div>
      )}
      {group.entries.map((entry, place) => (
        <EntryOption
          // Each letter typed finds other targets: their lines stay, and say something else.
          key={group.id === 'targets' ? place : entry.id}
          entry={entry}
          obstacle={obstacleOf(entry, hasRecord)}
          isDisabled={!mayRun(entry, hasRecord)}
          isChosen={entry === current}
          isMovable={group.id === 'pinned' && group.entries.length > 1}
          {...handlers}
        />
      ))}
    </div>
  )
}

function inPlace(entry: PopupEntry, order: readonly string[]): PopupEntry {
  return entry.pin === undefined ? entry : { ...entry, pin: order.indexOf(entry.id) }
}

// What the user's own profile lacks can be filled in: the click leads there.
function mayRun(entry: PopupEntry, hasRecord: boolean): boolean {
  return entry.for === 'me' || obstacleOf(entry, hasRecord) === undefined
}

function does(work: () => void): true {
  work()
  return true
}
