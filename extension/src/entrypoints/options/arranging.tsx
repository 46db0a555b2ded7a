/** A list that is put into another order: by buttons, which say what they did, or by dragging. @module */
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { i18n } from '#i18n'
import type { SaveReply } from '../../desk/views.ts'
import { problemIn } from '../../ui/ask.ts'
import { Icon } from '../../ui/icons.tsx'
import { notice, refreshDesk } from './desk.ts'
import { followDrag } from './follow-drag.ts'

interface Arrangeable {
  readonly id: string
  readonly name: string
  /** Why its place is fixed. */
  readonly managed?: string
}

type Direction = 'up' | 'down'

/** What a list needs to be arranged. */
interface Arranging<Item> {
  /** The items as they are shown now. */
  readonly order: readonly Item[]
  /** What was done last, for those who do not see it. */
  readonly said: string
  rowProps(item: Item): object
  controlsFor(item: Item): ComponentChildren
}

/** Items that are managed stay first; without `arrange` everything stays where it is. */
export function useArranging<Item extends Arrangeable>(
  items: readonly Item[],
  arrange: ((ids: readonly string[]) => Promise<SaveReply | undefined>) | undefined,
): Arranging<Item> {
  /** The new order, until the desk has it. */
  const moved = useSignal<readonly string[] | undefined>(undefined)
  const dragged = useSignal<string | undefined>(undefined)
  const said = useSignal('')
  const pressed = useRef<string | undefined>(undefined)
  // What moves in the document loses the focus.
  useEffect(() => {
    if (pressed.current !== undefined) document.getElementById(pressed.current)?.focus()
    pressed.current = undefined
  })
  const order = moved.value === undefined ? items : sorted(items, moved.value)
  const own = order.filter(({ managed }) => managed === undefined)

  function place(item: Arrangeable, index: number) {
    const others = shownIds(items).filter((id) => id !== item.id)
    moved.value = [...others.slice(0, index), item.id, ...others.slice(index)]
  }

  async function store(item: Arrangeable) {
    const ids = moved.value
    if (ids === undefined || arrange === undefined) return
    said.value = i18n.t('looks.moved', [item.name, String(ids.indexOf(item.id) + 1), String(ids.length)])
    const problem = problemIn(await arrange(ids))
    if (problem !== undefined) notice.value = { tone: 'problem', text: problem.text }
    await refreshDesk()
    if (moved.value === ids) moved.value = undefined
  }

  function move(item: Arrangeable, direction: Direction) {
    const index = own.findIndex(({ id }) => id === item.id) + (direction === 'up' ? -1 : 1)
    if (index < 0 || index >= own.length) return
    pressed.current = buttonId(item, direction)
    place(item, index)
    void store(item)
  }

  function drag(item: Item, event: PointerEvent) {
    if (event.button !== 0) return
    dragged.value = item.id
    followDrag(event, {
      onOver(id) {
        const index = shownIds(items).indexOf(id)
        if (index !== -1 && id !== item.id) place(item, index)
      },
      onEnd(isWanted) {
        dragged.value = undefined
        if (isWanted) void store(item)
        else moved.value = undefined
      },
    })
  }

  // As they stand at that moment, not when the drag began.
  function shownIds(all: readonly Item[]): readonly string[] {
    return moved.value ?? all.filter(({ managed }) => managed === undefined).map(({ id }) => id)
  }

  if (arrange === undefined || own.length < 2) {
    return { order, said: '', rowProps: () => ({}), controlsFor: () => null }
  }
  return {
    order,
    said: said.value,
    rowProps: (item) => ({ 'data-item': item.id, 'data-dragged': dragged.value === item.id }),
    controlsFor: (item) =>
      item.managed === undefined && (
        <span class="arranging">
          <MoveButton item={item} direction="up" isEnd={own[0]?.id === item.id} onMove={move} />
          <MoveButton item={item} direction="down" isEnd={own.at(-1)?.id === item.id} onMove={move} />
          <span
            class="grip"
            title={i18n.t('looks.drag')}
            {...{ onPointerDown: (event: PointerEvent) => drag(item, event) }}
          >
            <Icon name="grip" />
          </span>
        </span>
      ),
  }
}

interface MoveButtonProps {
  readonly item: Arrangeable
  readonly direction: Direction
  readonly isEnd: boolean
  onMove(item: Arrangeable, direction: Direction): void
}

function MoveButton({ item, direction, isEnd, onMove }: MoveButtonProps) {
  const label = direction === 'up' ? i18n.t('looks.up', [item.name]) : i18n.t('looks.down', [item.name])
  return (
    <button
      id={buttonId(item, direction)}
      type="button"
      class={`button button-plain button-icon move-${direction}`}
      title={label}
      aria-label={label}
      // Not disabled: it would lose the focus just when the end is reached.
      aria-disabled={isEnd}
      onClick={() => onMove(item, direction)}
    >
      <Icon name={direction} />
    </button>
  )
}

function buttonId({ id }: Arrangeable, direction: Direction): string {
  return `move-${direction}-${id}`
}

function sorted<Item extends Arrangeable>(items: readonly Item[], ids: readonly string[]): readonly Item[] {
  return items.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
}
