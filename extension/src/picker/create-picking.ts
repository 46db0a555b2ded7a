/** What the steps work with, on one surface. @module */
import { i18n } from '#i18n'
import type { SiteRule } from '../sites/rule.ts'
import { siteOf } from './build-rule.ts'
import { type Draft, STEPS } from './draft.ts'
import { createPen } from './marks.ts'
import { createPanel } from './panel.ts'
import type { PickOptions } from './pick.ts'
import type { Picking } from './picking.ts'
import { createPointer } from './pointer.ts'
import { previewOf } from './preview.ts'
import { steps } from './steps.ts'
import type { Surface } from './surface.ts'
import { treesOf } from './trees.ts'

/** What outlives a surface. */
export interface PickState {
  draft(): Draft
  setDraft(draft: Draft): void
  place(): Element | undefined
  setPlace(place: Element): void
}

/** Puts a panel onto the surface, and connects it with what was chosen so far. */
export function createPicking(options: PickOptions, surface: Surface, state: PickState): Picking {
  const { base, signal } = options
  const pen = createPen(surface.layer, i18n.t('picker.button'))
  const panel = createPanel({ surface, signal, onBack: back, onEnd: options.end })
  const pointer = createPointer({ surface, panel, pen, onBack: back, signal })

  function made(): SiteRule {
    const today = new Date().toISOString().slice(0, 10)
    return siteOf(state.draft(), { base, host: location.hostname, today })
  }

  function back(): void {
    const step = STEPS[STEPS.indexOf(state.draft().step) - 1]
    if (step === undefined) options.end()
    else picking.go(step)
  }

  const picking: Picking = {
    surface,
    panel,
    base,
    draft: state.draft,
    change(change) {
      state.setDraft(changed(state.draft(), change))
    },
    go(step, change = {}) {
      pointer.stop()
      pen.show({ marks: [], buttons: [] })
      picking.change({ ...change, step })
      panel.show(step, steps[step](picking))
    },
    place: state.place,
    choosePlace(element) {
      state.setPlace(element)
      picking.go('fit', { places: undefined })
      panel.avoid([element, ...pen.marked()])
    },
    point: pointer.start,
    stopPointing: pointer.stop,
    draw: pen.show,
    redraw: pen.redraw,
    read() {
      const site = made()
      const rule = site.records[state.draft().mends ?? site.records.length - 1]
      return rule === undefined ? NOTHING : previewOf(site, rule, treesOf(site.shadowHosts ?? []))
    },
    finish: () => options.save(made()),
  }

  surface.inner.addEventListener(
    'keydown',
    (event) => {
      // While something is pointed at, its own listener goes back.
      if (event.key !== 'Escape' || pointer.isOn()) return
      event.preventDefault()
      back()
    },
    { signal },
  )
  return picking
}

const NOTHING = { fitsAddress: false, count: 0, records: [] } as const

// What was read relative to one kind of row says nothing in another.
function changed(draft: Draft, change: Partial<Draft>): Draft {
  const next = { ...draft, ...change }
  if (next.scope === draft.scope && next.mends === draft.mends) return next
  return { ...next, facts: {}, asked: [], key: undefined, address: undefined }
}
