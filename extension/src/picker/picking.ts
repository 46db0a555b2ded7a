/** What the steps of the picker work with. @module */
import type { SiteRule } from '../sites/rule.ts'
import type { Draft, Step } from './draft.ts'
import type { Drawing } from './marks.ts'
import type { Panel, StepView } from './panel.ts'
import type { Shown } from './preview.ts'
import type { Surface } from './surface.ts'

/** How something is pointed at. */
export interface Pointing {
  readonly pad: HTMLElement
  /** Where the keys start. */
  readonly start: Element
  /** Why an element cannot be chosen; `undefined` where it can. */
  refuse?(element: Element): string | undefined
  onChoose(element: Element): void
}

/** One use of the picker in one page. */
export interface Picking {
  readonly surface: Surface
  readonly panel: Panel
  /** The site at hand, where there is one already. */
  readonly base: SiteRule | null
  draft(): Draft
  /** Keeps a change, and shows what comes of it. */
  change(change: Partial<Draft>): void
  go(step: Step, change?: Partial<Draft>): void
  /** The place that was chosen, where it is still in the page. */
  place(): Element | undefined
  choosePlace(element: Element): void
  /** Lets the user point; ends with the step, or with the next pointing. */
  point(pointing: Pointing): void
  stopPointing(): void
  /** Draws this below what is pointed at. */
  draw(drawing: Drawing): void
  /** Draws the same again, where it is now. */
  redraw(): void
  /** The page as the draft reads it. */
  read(): Shown
  /** Hands the site over to be named and saved. */
  finish(): Promise<string | undefined>
}

/** Makes what the panel shows for a step. */
export type StepMaker = (picking: Picking) => StepView
