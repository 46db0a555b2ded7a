/** The search field and the shortcuts below it, as one combobox. @module */
import { i18n } from '#i18n'
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { PopupShortcut } from '../../desk/views.ts'
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
  const list = useRef<HTMLUListElement>(null)
  const found = findShortcuts(shortcuts, typed.value)
  const current = found[Math.min(chosen.value, found.length - 1)]
  useEffect(() => input.current?.focus(), [])
  useEffect(() => list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }), [current])

  function run(shortcut: PopupShortcut | undefined) {
    if (shortcut !== undefined && obstacleOf(shortcut, hasRecord) === undefined) onRun(shortcut)
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
      <ul ref={list} id={LIST_ID} class="shortcuts" role="listbox" aria-label={i18n.t('popup.shortcuts')}>
        {found.map((shortcut, index) => (
          <ShortcutOption
            key={shortcut.id}
            shortcut={shortcut}
            obstacle={obstacleOf(shortcut, hasRecord)}
            isChosen={shortcut === current}
            onChoose={() => {
              chosen.value = index
            }}
            onRun={() => run(shortcut)}
          />
        ))}
      </ul>
      <p class="no-match quiet" role="status">
        {found.length === 0 && i18n.t('popup.noMatch', [typed.value])}
      </p>
    </>
  )
}

interface ShortcutOptionProps {
  readonly shortcut: PopupShortcut
  readonly obstacle: string | undefined
  readonly isChosen: boolean
  onChoose(): void
  onRun(): void
}

function ShortcutOption({ shortcut, obstacle, isChosen, onChoose, onRun }: ShortcutOptionProps) {
  return (
    // The keys are the search field's, which keeps the focus.
    <li
      id={optionId(shortcut)}
      class="shortcut"
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-disabled={obstacle !== undefined}
      onPointerMove={onChoose}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onRun}
      onKeyDown={undefined}
    >
      <span class="shortcut-icon">
        <Icon name={actionIcon(shortcut.icon)} />
      </span>
      <span class="shortcut-words">
        <span class="shortcut-name">{shortcut.name}</span>
        <span class="quiet small">{shortcut.account}</span>
        {obstacle !== undefined && <span class="shortcut-obstacle small">{obstacle}</span>}
      </span>
    </li>
  )
}

function optionId({ id }: PopupShortcut): string {
  return `shortcut-${id}`
}
