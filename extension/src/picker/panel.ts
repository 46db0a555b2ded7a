/** The panel's frame: its head, how far the user is, what the step shows, and the buttons below. @module */
import { i18n } from '#i18n'
import { icon, make, sign } from './dom.ts'
import { STEPS, type Step } from './draft.ts'
import type { Place, Surface } from './surface.ts'

/** A step as the panel shows it. */
export interface StepView {
  readonly title: string
  readonly body: readonly HTMLElement[]
  /** The button that leads on; without it, what the user points at does. */
  readonly next?: { readonly label: string; onClick(): void }
  /** What leads on without an answer. */
  readonly skip?: { readonly label: string; onClick(): void }
  /** What gets the focus; the heading, where nothing is named. */
  readonly focus?: HTMLElement
  /** Looks at the page again. */
  update?(): void
}

/** The panel. */
export interface Panel {
  show(step: Step, view: StepView): void
  /** Lets what is shown look at the page again. */
  update(): void
  /** Says something to screen readers. */
  announce(text: string): void
  /** Goes to the other side where it would lie over fewer of these elements. */
  avoid(elements: readonly Element[]): void
}

interface PanelOptions {
  readonly surface: Surface
  readonly signal: AbortSignal
  onBack(): void
  onEnd(): void
}

const WIDTH = 344
const EDGE = 12
const TALLEST = 560
const MOST_OF_NARROW = 0.62
const MOST_AVOIDED = 50

/** Makes the panel in the surface's frame. */
export function createPanel({ surface, signal, onBack, onEnd }: PanelOptions): Panel {
  const { inner } = surface
  const { panel, head, steps, body, foot, live, move, close } = build(inner)
  let side: 'start' | 'end' = 'end'
  let shown: StepView | undefined
  let moved: { readonly left: number; readonly top: number } | undefined
  inner.body.append(panel)

  // Where there is no room beside the panel, it leaves some above or below.
  const isNarrow = () => innerWidth < 2 * WIDTH + 3 * EDGE

  function arrange(): void {
    const width = Math.min(WIDTH, innerWidth - 2 * EDGE)
    const tallest = Math.min(TALLEST, innerHeight - 2 * EDGE, isNarrow() ? innerHeight * MOST_OF_NARROW : TALLEST)
    const { documentElement } = inner
    documentElement.classList.toggle('narrow', isNarrow())
    documentElement.style.setProperty('--width', `${width}px`)
    documentElement.style.setProperty('--height', `${tallest}px`)
    const height = panel.offsetHeight
    const isRight = (side === 'end') === (documentElement.dir !== 'rtl')
    const right = innerWidth - width - EDGE
    const bottom = innerHeight - height - EDGE
    const free = isNarrow()
      ? { left: (innerWidth - width) / 2, top: side === 'end' ? bottom : EDGE }
      : { left: isRight ? right : EDGE, top: bottom }
    const { left, top } = moved ?? free
    surface.place({ left: within(left, right), top: within(top, bottom), width, height })
  }

  function changeSide(): void {
    side = side === 'end' ? 'start' : 'end'
    moved = undefined
    arrange()
  }

  const sized = new ResizeObserver(arrange)
  sized.observe(panel)
  signal.addEventListener('abort', () => sized.disconnect())
  window.addEventListener('resize', arrange, { signal })
  followDrag(head, surface, (left, top) => {
    moved = { left, top }
    arrange()
  })
  move.addEventListener('click', changeSide)
  close.addEventListener('click', onEnd)
  arrange()

  return {
    update: () => shown?.update?.(),
    show(step, view) {
      shown = view
      steps.replaceChildren(...STEPS.map((_, index) => progressMark(inner, index <= STEPS.indexOf(step))))
      const title = make(inner, 'h2', { tabindex: '-1' }, view.title)
      const count = i18n.t('picker.step', [String(STEPS.indexOf(step) + 1), String(STEPS.length)])
      body.replaceChildren(make(inner, 'p', { class: 'unseen' }, count), title, ...view.body)
      foot.replaceChildren(...buttonsOf(inner, step, view, onBack))
      foot.hidden = foot.childElementCount === 0
      body.scrollTop = 0
      arrange()
      const focus = view.focus ?? title
      focus.focus()
    },
    announce(text) {
      live.textContent = text
    },
    avoid(elements) {
      const boxes = elements.slice(0, MOST_AVOIDED).map((element) => element.getBoundingClientRect())
      const own = surface.box()
      const other = isNarrow()
        ? { ...own, top: innerHeight - own.top - own.height }
        : { ...own, left: innerWidth - own.left - own.width }
      const covered = (place: Place) => boxes.filter((box) => overlap(place, box)).length
      if (covered(other) < covered(own)) changeSide()
    },
  }
}

function overlap(own: Place, { left, right, top, bottom }: DOMRect): boolean {
  const isBeside = right < own.left || left > own.left + own.width
  return !isBeside && bottom >= own.top && top <= own.top + own.height
}

function within(value: number, most: number): number {
  return Math.max(EDGE, Math.min(value, most))
}

function build(inner: Document) {
  const title = make(inner, 'h1', { id: 'title' }, i18n.t('picker.title'))
  const move = iconButton(inner, 'move', i18n.t('picker.move'))
  const close = iconButton(inner, 'close', i18n.t('picker.end'))
  move.classList.add('move')
  const head = make(inner, 'div', { class: 'head' }, sign(inner), title, move, close)
  const steps = make(inner, 'div', { class: 'progress', 'aria-hidden': 'true' })
  const body = make(inner, 'div', { class: 'body' })
  const foot = make(inner, 'div', { class: 'foot' })
  const live = make(inner, 'div', { class: 'unseen', role: 'status', 'aria-live': 'polite' })
  const labels = { class: 'panel', role: 'dialog', 'aria-labelledby': 'title' }
  const panel = make(inner, 'div', labels, head, steps, body, foot, live)
  return { panel, head, steps, body, foot, live, move, close }
}

/** A button that shows a pictogram; its words are for screen readers and for who rests on it. */
export function iconButton(inner: Document, name: Parameters<typeof icon>[1], label: string): HTMLButtonElement {
  return make(
    inner,
    'button',
    { type: 'button', class: 'plain icon', 'aria-label': label, title: label },
    icon(inner, name),
  )
}

/** A button with words. */
export function textButton(inner: Document, label: string, onClick: () => void, kind = ''): HTMLButtonElement {
  const button = make(inner, 'button', { type: 'button', class: kind }, label)
  button.addEventListener('click', onClick)
  return button
}

function progressMark(inner: Document, isPast: boolean): HTMLElement {
  return make(inner, 'i', { class: isPast ? 'past' : '' })
}

function buttonsOf(inner: Document, step: Step, view: StepView, onBack: () => void): readonly HTMLElement[] {
  return [
    ...(step === STEPS[0] ? [] : [textButton(inner, i18n.t('picker.back'), onBack, 'plain back')]),
    ...(view.skip === undefined ? [] : [textButton(inner, view.skip.label, view.skip.onClick)]),
    ...(view.next === undefined ? [] : [textButton(inner, view.next.label, view.next.onClick, 'primary')]),
  ]
}

// The frame itself may move with the panel, so it goes by the screen's coordinates.
function followDrag(head: HTMLElement, surface: Surface, onMove: (left: number, top: number) => void): void {
  let from: { readonly x: number; readonly y: number } | undefined
  head.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || (event.target as Element).closest('button') !== null) return
    head.setPointerCapture(event.pointerId)
    const { left, top } = surface.box()
    from = { x: event.screenX - left, y: event.screenY - top }
    surface.inner.documentElement.classList.add('dragging')
  })
  head.addEventListener('pointermove', ({ screenX, screenY }) => {
    if (from !== undefined) onMove(screenX - from.x, screenY - from.y)
  })
  for (const type of ['pointerup', 'pointercancel'] as const) {
    head.addEventListener(type, () => {
      from = undefined
      surface.inner.documentElement.classList.remove('dragging')
    })
  }
}
