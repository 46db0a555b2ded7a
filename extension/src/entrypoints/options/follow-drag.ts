/** Follows a pointer that drags a row of a list. @module */

/** What a drag is told to. */
export interface DragListener {
  /** The pointer is over the row with this `data-item`. */
  onOver(id: string): void
  /** It ended; not wanted where it was broken off. */
  onEnd(isWanted: boolean): void
}

/** From a press on until the pointer is let go, or Escape is pressed. */
export function followDrag({ pointerId }: PointerEvent, { onOver, onEnd }: DragListener): void {
  const life = new AbortController()
  const { signal } = life

  function end(isWanted: boolean): void {
    life.abort()
    onEnd(isWanted)
  }

  // Of the window: the row itself is moved about, and would lose the pointer.
  function listen(type: 'pointermove' | 'pointerup' | 'pointercancel', then: (event: PointerEvent) => void): void {
    window.addEventListener(type, (event) => event.pointerId === pointerId && then(event), { signal })
  }

  listen('pointermove', ({ clientX, clientY }) => {
    const row = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-item]')
    if (row?.dataset.item !== undefined) onOver(row.dataset.item)
  })
  listen('pointerup', () => end(true))
  listen('pointercancel', () => end(false))
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), { signal })
}
