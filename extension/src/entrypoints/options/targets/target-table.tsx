/** The table of all targets: as many rows are drawn as are seen, however many there are. @module */

import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { i18n } from '#i18n'
import { userLanguage } from '../../../desk/problem.ts'
import type { TargetTable } from '../../../desk/target-views.ts'
import { Icon } from '../../../ui/icons.tsx'
import { extendTo, moveTo, rowAfter, type Selection, toggle, toggleAll } from './selection.ts'
import { scrollTo, visibleRows } from './visible-rows.ts'

/** As the style sheet has it, in CSS pixels. */
const ROW_HEIGHT = 48
const HEAD_ROWS = 1

interface TargetTableProps {
  readonly table: TargetTable
  readonly nameOfAccount: (id: string) => string
  readonly shortcutsOf: ReadonlyMap<string, number>
  readonly selection: Signal<Selection>
  onRemove(): void
}

/** One stop of the Tab key; keys go from row to row, choose and open. */
export function TargetGrid({ table, nameOfAccount, shortcutsOf, selection, onRemove }: TargetTableProps) {
  const frame = useRef<HTMLDivElement>(null)
  const scrolled = useSignal(0)
  const seen = useSignal(0)
  const count = table.ids.length
  const { rows: chosen, active } = selection.value
  const managed = new Set(table.managed)
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return
    const observer = new ResizeObserver(() => {
      seen.value = element.clientHeight
    })
    observer.observe(element)
    seen.value = element.clientHeight
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    frame.current?.scrollTo(0, 0)
  }, [table])

  function show(row: number) {
    const element = frame.current
    if (element !== null) element.scrollTop = scrollTo(row, element.scrollTop, element.clientHeight, ROW_HEIGHT)
  }

  function onKeyDown(event: KeyboardEvent) {
    const { key, shiftKey, ctrlKey, metaKey } = event
    const page = Math.max(1, Math.floor(seen.value / ROW_HEIGHT) - 1)
    const next = rowAfter(key, active, count, page)
    if (next !== undefined) {
      selection.value = shiftKey ? extendTo(selection.value, next) : moveTo(selection.value, next)
      show(next)
    } else if (key === ' ') selection.value = toggle(selection.value, active)
    else if (key === 'a' && (ctrlKey || metaKey)) selection.value = toggleAll(selection.value, count)
    else if (key === 'Enter' && !managed.has(active)) location.hash = `#targets/${table.ids[active]}`
    else if (key === 'Delete' && chosen.size > 0) onRemove()
    else return
    event.preventDefault()
  }

  function choose(event: MouseEvent, row: number) {
    // A link in the row goes its own way.
    if (event.target instanceof Element && event.target.closest('a') !== null) return
    selection.value = event.shiftKey ? extendTo(selection.value, row) : toggle(selection.value, row)
  }

  const range = visibleRows(scrolled.value, seen.value, ROW_HEIGHT, count)
  const places = Array.from({ length: range.end - range.first }, (_, offset) => range.first + offset)
  return (
    <div
      class="target-grid"
      role="grid"
      tabIndex={0}
      aria-label={i18n.t('targets.title')}
      aria-rowcount={count + HEAD_ROWS}
      aria-multiselectable="true"
      aria-activedescendant={count === 0 ? undefined : `target-${active}`}
      onKeyDown={onKeyDown}
    >
      <Head
        isAllChosen={count > 0 && chosen.size === count}
        onAll={() => {
          selection.value = toggleAll(selection.value, count)
        }}
      />
      <div
        ref={frame}
        class="target-rows"
        role="rowgroup"
        onScroll={(event) => {
          scrolled.value = event.currentTarget.scrollTop
        }}
      >
        <div class="target-height" role="presentation" style={{ blockSize: `${count * ROW_HEIGHT}px` }}>
          {places.map((row) => {
            const id = table.ids[row] ?? ''
            const isChosen = chosen.has(row)
            const shortcuts = shortcutsOf.get(id) ?? 0
            return (
              <div
                key={id}
                id={`target-${row}`}
                class={row === active ? 'target-row target-active' : 'target-row'}
                role="row"
                tabIndex={-1}
                aria-rowindex={row + HEAD_ROWS + 1}
                aria-selected={isChosen}
                style={{ insetBlockStart: `${row * ROW_HEIGHT}px` }}
                onClick={(event) => choose(event, row)}
                onKeyDown={(event) => event.key === 'Enter' && event.stopPropagation()}
              >
                <span class="target-check" role="gridcell">
                  <Mark isChosen={isChosen} />
                </span>
                <span class="target-name" role="gridcell" dir="auto">
                  {managed.has(row) ? (
                    <span title={i18n.t('accounts.managed')}>
                      <bdi>{table.labels[row]}</bdi> <Icon name="vault" />
                      <span class="unseen">{i18n.t('accounts.managed')}</span>
                    </span>
                  ) : (
                    <a href={`#targets/${id}`} tabIndex={-1}>
                      {table.labels[row]}
                    </a>
                  )}
                </span>
                <span class="target-account quiet" role="gridcell" dir="auto">
                  {nameOfAccount(table.accounts[table.accountOf[row] ?? 0] ?? '')}
                </span>
                <span class="target-count quiet small" role="gridcell">
                  {shortcuts === 0 ? '' : i18n.t('targetTable.shortcuts', shortcuts)}
                </span>
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

function Head({ isAllChosen, onAll }: { readonly isAllChosen: boolean; onAll(): void }) {
  return (
    <div role="rowgroup">
      <div class="target-head" role="row" aria-rowindex={1}>
        <span class="target-check" role="columnheader">
          <button
            type="button"
            class="button button-plain button-icon"
            tabIndex={-1}
            aria-label={i18n.t('targetTable.all')}
            title={i18n.t('targetTable.all')}
            aria-pressed={isAllChosen}
            onClick={onAll}
          >
            <Mark isChosen={isAllChosen} />
          </button>
        </span>
        <span class="target-name" role="columnheader">
          {i18n.t('shortcuts.name')}
        </span>
        <span class="target-account" role="columnheader">
          {i18n.t('targets.account')}
        </span>
        <span class="target-count" role="columnheader">
          {i18n.t('shortcuts.title')}
        </span>
      </div>
    </div>
  )
}

function Mark({ isChosen }: { readonly isChosen: boolean }) {
  return <span class={isChosen ? 'target-mark target-marked' : 'target-mark'}>{isChosen && <Icon name="done" />}</span>
}

/** A count as people of the user's language write it. */
export function written(count: number): string {
  return new Intl.NumberFormat(userLanguage()).format(count)
}
