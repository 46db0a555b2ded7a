/** Lets the pointer drag a pinned line to another place among the pinned ones. @module */

/** So far the pointer must have gone before it is no click any more, in CSS pixels. */
const SLACK = 6

/** The lines that are dragged among: the elements of one group. */
interface Dragging {
  readonly event: PointerEvent
  readonly line: HTMLElement
  /** Called with the place among the others whenever it is another one. */
  onPlace(place: number): void
  onEnd(): void
}

/** Follows the pointer until it is let go. */
export function dragLine({ event, line, onPlace, onEnd }: Dragging): void {
  const start = event.clientY
  const life = new AbortController()
  const { signal } = life
  let hasMoved = false
  const group = line.parentElement
  addEventListener(
    'pointermove',
    ({ clientY }) => {
      if (!hasMoved && Math.abs(clientY - start) < SLACK) return
      hasMoved = true
      line.classList.add('dragged')
      onPlace(placeAt(group, line, clientY))
    },
    { signal },
  )
  const end = () => {
    life.abort()
    line.classList.remove('dragged')
    // The click that follows is of the dragging, and runs nothing.
    if (hasMoved) addEventListener('click', swallow, { capture: true, once: true })
    setTimeout(() => removeEventListener('click', swallow, { capture: true }))
    onEnd()
  }
  addEventListener('pointerup', end, { signal })
  addEventListener('pointercancel', end, { signal })
}

function placeAt(group: HTMLElement | null, line: HTMLElement, y: number): number {
  const others = [...(group?.querySelectorAll('[role=option]') ?? [])].filter((other) => other !== line)
  return others.filter((other) => {
    const { top, height } = other.getBoundingClientRect()
    return y > top + height / 2
  }).length
}

function swallow(event: Event): void {
  event.stopPropagation()
  event.preventDefault()
}
