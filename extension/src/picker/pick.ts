/** One use of the picker: the draft, the steps, and the surface that shows them. @module */
import { i18n } from '#i18n'
import { isVisible } from '../page/dom.ts'
import type { SiteRule } from '../sites/rule.ts'
import { siteOf } from './build-rule.ts'
import { type Draft, STEPS, type Step } from './draft.ts'
import { createPen, type Drawing, type Mark } from './marks.ts'
import { describe, showOnPad } from './pad.ts'
import { createPanel } from './panel.ts'
import type { Picking, Pointing, StepMaker } from './picking.ts'
import { startPointing } from './pointing.ts'
import { previewOf } from './preview.ts'
import { checkStep } from './step-check.ts'
import { factsStep } from './step-facts.ts'
import { fitStep } from './step-fit.ts'
import { keyStep } from './step-key.ts'
import { placeStep } from './step-place.ts'
import { mountSurface, type Surface, type SurfaceOptions } from './surface.ts'
import { findAll, findShown, treesOf } from './trees.ts'

/** What a use of the picker is given. */
export interface PickOptions extends SurfaceOptions {
  readonly base: SiteRule | null
  readonly draft: Draft
  keep(draft: Draft): void
  /** Hands the site over; what went wrong, in words, or nothing. */
  save(site: SiteRule): Promise<string | undefined>
  /** Whether the extension is still there. */
  isAlive(): boolean
  end(): void
}

const steps: { readonly [S in Step]: StepMaker } = {
  place: placeStep,
  fit: fitStep,
  facts: factsStep,
  key: keyStep,
  check: checkStep,
}

/** What the page does to our element is put right so often; then it has its way. */
const MOST_MOUNTS = 12
const TICK_MILLISECONDS = 250

/** Shows the picker until the signal aborts; a surface that the page removes comes again, with all that was chosen. */
export async function pickIn(options: PickOptions): Promise<void> {
  const { signal } = options
  let { draft } = options
  let place: Element | undefined
  for (let mounts = 0; mounts < MOST_MOUNTS && !signal.aborted; mounts += 1) {
    const shown = new AbortController()
    const life = AbortSignal.any([signal, shown.signal])
    const surface = await mountSurface({ ...options, signal: life })
    const picking = createPicking({ ...options, signal: life }, surface, {
      draft: () => draft,
      setDraft(next) {
        draft = next
        options.keep(next)
      },
      place: () => (place?.isConnected ? place : findPlace(draft)),
      setPlace(next) {
        place = next
      },
    })
    picking.go(draft.step)
    await lost(picking, options, life)
    shown.abort()
  }
  if (!signal.aborted) options.end()
}

interface State {
  draft(): Draft
  setDraft(draft: Draft): void
  place(): Element | undefined
  setPlace(place: Element): void
}

function createPicking(options: PickOptions, surface: Surface, state: State): Picking & { redraw(): void } {
  const { base, signal } = options
  const pen = createPen(surface.layer, i18n.t('picker.button'))
  const panel = createPanel({ surface, signal, onBack: back, onEnd: options.end })
  let drawing: Drawing = { marks: [], buttons: [] }
  let pointed: Mark | undefined
  let pointing: AbortController | undefined

  function draw(): void {
    pen.show({ ...drawing, marks: pointed === undefined ? drawing.marks : [...drawing.marks, pointed] })
  }

  function made(): SiteRule {
    const today = new Date().toISOString().slice(0, 10)
    return siteOf(state.draft(), { base, host: location.hostname, today })
  }

  function back(): void {
    const step = STEPS[STEPS.indexOf(state.draft().step) - 1]
    if (step === undefined) options.end()
    else picking.go(step)
  }

  function stopPointing(): void {
    pointing?.abort()
    pointing = undefined
    pointed = undefined
  }

  const picking: Picking & { redraw(): void } = {
    surface,
    panel,
    base,
    draft: state.draft,
    change(change) {
      state.setDraft(changed(state.draft(), change))
    },
    go(step, change = {}) {
      stopPointing()
      drawing = { marks: [], buttons: [] }
      picking.change({ ...change, step })
      panel.show(step, steps[step](picking))
      draw()
    },
    place: state.place,
    choosePlace(element) {
      state.setPlace(element)
      picking.go('fit', { places: undefined })
      panel.avoid([element, ...drawing.marks.map((mark) => mark.element)])
    },
    point(next) {
      stopPointing()
      pointing = new AbortController()
      const life = AbortSignal.any([signal, pointing.signal])
      pointAt(next, life)
    },
    stopPointing() {
      stopPointing()
      draw()
    },
    draw(next) {
      drawing = next
      draw()
    },
    redraw: () => pen.redraw(),
    read() {
      const site = made()
      const rule = site.records[state.draft().mends ?? site.records.length - 1]
      const trees = treesOf(site.shadowHosts ?? [])
      return rule === undefined ? { fitsAddress: false, count: 0, records: [] } : previewOf(site, rule, trees)
    },
    finish() {
      return options.save(made())
    },
  }

  function pointAt({ pad, start, refuse, onChoose }: Pointing, life: AbortSignal): void {
    startPointing({
      surface,
      pad,
      start,
      isVisible,
      onReach(element, byKeys) {
        const refusal = refuse?.(element)
        const label = describe(element)
        pointed = { element, kind: refusal === undefined ? 'hover' : 'refused', label: refusal ?? label }
        showOnPad(pad, label)
        if (byKeys) {
          panel.announce(refusal ?? label)
          panel.avoid([element])
        }
        draw()
      },
      onChoose(element) {
        const refusal = refuse?.(element)
        if (refusal === undefined) onChoose(element)
        else panel.announce(refusal)
      },
      onBack: back,
      signal: life,
    })
  }

  surface.inner.addEventListener(
    'keydown',
    (event) => {
      // While something is pointed at, its own listener goes back.
      if (event.key !== 'Escape' || pointing !== undefined) return
      event.preventDefault()
      back()
    },
    { signal },
  )
  return picking
}

// What was read relative to one kind of row says nothing in another.
function changed(draft: Draft, change: Partial<Draft>): Draft {
  const next = { ...draft, ...change }
  if (next.scope === draft.scope && next.mends === draft.mends) return next
  return { ...next, facts: {}, asked: [], key: undefined, address: undefined }
}

function findPlace({ places, shadowHosts }: Draft): Element | undefined {
  if (places === undefined) return undefined
  const trees = treesOf(shadowHosts)
  return findShown(trees, places) ?? findAll(trees, places)[0]
}

/** Follows the page; resolves when it took our element away, or the picker ended. */
function lost(picking: Picking & { redraw(): void }, { isAlive, end }: PickOptions, life: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let frame = 0
    const redraw = () => {
      if (frame !== 0) return
      frame = requestAnimationFrame(() => {
        frame = 0
        picking.redraw()
      })
    }
    const look = () => {
      if (document.visibilityState !== 'visible') return
      if (!isAlive()) return end()
      if (!picking.surface.isIntact()) return resolve()
      picking.panel.update()
      redraw()
    }
    const timer = setInterval(look, TICK_MILLISECONDS)
    life.addEventListener('abort', () => {
      clearInterval(timer)
      cancelAnimationFrame(frame)
      resolve()
    })
    for (const type of ['scroll', 'resize'] as const) {
      addEventListener(type, redraw, { capture: true, passive: true, signal: life })
    }
    window.navigation?.addEventListener('currententrychange', look, { signal: life })
  })
}
