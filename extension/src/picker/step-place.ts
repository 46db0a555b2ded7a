/** The first step: point at the place for the button. @module */
import { i18n } from '#i18n'
import { make } from './dom.ts'
import { createPad } from './pad.ts'
import type { StepMaker } from './picking.ts'

/** Leads on as soon as something was chosen. */
export const placeStep: StepMaker = (picking) => {
  const { inner } = picking.surface
  const pad = createPad(inner)
  picking.point({
    pad,
    start: picking.place() ?? firstStop(),
    onChoose: (element) => picking.choosePlace(element),
  })
  return {
    title: i18n.t('picker.place'),
    body: [make(inner, 'p', { class: 'quiet' }, i18n.t('picker.placeHelp')), pad],
    focus: pad,
  }
}

// Where the user is, else what the page is about.
function firstStop(): Element {
  const { activeElement, body } = document
  if (activeElement !== null && activeElement !== body && activeElement.localName !== 'x-joinery-picker') {
    return activeElement
  }
  return document.querySelector('main h1, h1, main, [role="main"]') ?? body
}
