/** The search field and the shortcuts below it, as one combobox. @module */

import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { i18n } from '#i18n'
import type { PopupShortcut } from '../../desk/views.ts'
import { iconColour } from '../../ui/icon-colour.ts'
import { actionIcon, Icon } from '../../ui/icons.tsx'
import { obstacleOf } from './obstacle.ts'
import { findShortcuts } from './search.ts'

const LIST_ID = 'shortcuts'

interface ShortcutListProps {
  readonly shortcuts: readonly PopupShortcut[]
  readonly hasRecord: boolean
  onRun(shortcut: PopupShortcut): void
}

/** Arrow keys choose, Enter and clicks run; the focus stays in the search field. */
export function ShortcutList({ shortcuts, hasRecord, onRun }: ShortcutListProps) {
  const typed = useSignal('')
  const chosen = useSignal(0)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const found = findShortcuts(shortcuts, typed.value)
  const current = found[Math.min(chosen.value, found.length - 1)]
  useEffect(() => input.current?.focus(), [])
  useEffect(
    () => list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    [current],
  )

  function run(shortcut: PopupShortcut | undefined) {
    if (shortcut !== undefined && mayRun(shortcut)) onRun(shortcut)
  }

  // What the user's own profile lacks can be filled in: the click leads there.
  function mayRun(shortcut: PopupShortcut): boolean {
    return shortcut.for === 'me' || obstacleOf(shortcut, hasRecord) === undefined
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && found.length > 0) {
      event.preventDefault()
      chosen.value = (Math.min(chosen.value, found.length - 1) + step + found.length) % found.length
    }
    if (event.key === 'Enter' && !event.repeat) run(current)
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
            typed.value = event.currentTarget.value
            chosen.value = 0
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} id={LIST_ID} class="shortcuts" role="listbox" aria-label={i18n.t('popup.shortcuts')}>
        {found.map((shortcut, index) => (
          <ShortcutOption
            key={shortcut.id}
            shortcut={shortcut}
            obstacle={obstacleOf(shortcut, hasRecord)}
            isDisabled={!mayRun(shortcut)}
            isChosen={shortcut === current}
            onChoose={() => {
              chosen.value = index
            }}
            onRun={() => run(shortcut)}
          />
        ))}
      </div>
      <p class="no-match quiet" role="status">
        {found.length === 0 && i18n.t('popup.noMatch', [typed.value])}
      </p>
    </>
  )
}

interface ShortcutOptionProps {
  readonly shortcut: PopupShortcut
  readonly obstacle: string | undefined
  readonly isDisabled: boolean
  readonly isChosen: boolean
  onChoose(): void
  onRun(): void
}

function ShortcutOption({ shortcut, obstacle, isDisabled, isChosen, onChoose, onRun }: ShortcutOptionProps) {
  return (
    // The focus stays in the search field and so do its keys; assistive technology may put it here all the same.
    <div
      id={optionId(shortcut)}
      class="shortcut"
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-disabled={isDisabled}
      onPointerMove={onChoose}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onRun}
      onKeyDown={(event) => event.key === 'Enter' && onRun()}
    >
      <span class="shortcut-icon" style={iconColour(shortcut.colour)}>
        <Icon name={actionIcon(shortcut.icon)} />
      </span>
      <span class="shortcut-words">
        <span class="shortcut-name">{shortcut.name}</span>
        <span class="quiet small">{shortcut.account}</span>
        {obstacle !== undefined && (
          <span class="shortcut-obstacle small">
            <Icon name="about" />
            {obstacle}
          </span>
        )}
      </span>
    </div>
  )
}

function optionId({ id }: PopupShortcut): string {
  return `shortcut-${id}`
}
