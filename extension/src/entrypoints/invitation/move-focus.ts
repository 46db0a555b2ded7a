/** Arrow keys in a list of toolbars: along the guest's buttons, and up and down between guests. @module */

/** Moves the focus where a key says; other keys are left alone. */
export function moveFocus(event: KeyboardEvent): void {
  const list = event.currentTarget
  const button = event.target
  if (!(list instanceof HTMLElement) || !(button instanceof HTMLButtonElement)) return
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const rows = [...list.querySelectorAll('[role="toolbar"]')].map((row) => [...row.querySelectorAll('button')])
  const row = rows.findIndex((buttons) => buttons.includes(button))
  const column = rows[row]?.indexOf(button) ?? 0
  const next = placeAfter(event.key, { row, column }, rows.length, document.dir === 'rtl')
  const found = next === undefined ? undefined : rows[next.row]?.[next.column]
  if (found === undefined) return
  event.preventDefault()
  found.focus()
}

interface Place {
  readonly row: number
  readonly column: number
}

function placeAfter(key: string, { row, column }: Place, rowCount: number, isRightToLeft: boolean): Place | undefined {
  const forward = isRightToLeft ? -1 : 1
  switch (key) {
    case 'ArrowRight':
      return { row, column: column + forward }
    case 'ArrowLeft':
      return { row, column: column - forward }
    case 'ArrowDown':
      return { row: row + 1, column }
    case 'ArrowUp':
      return { row: row - 1, column }
    case 'Home':
      return { row: 0, column }
    case 'End':
      return { row: rowCount - 1, column }
    default:
      return undefined
  }
}
