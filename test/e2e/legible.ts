/** What axe cannot tell of a page: whether it fits, whether its text may grow, and whether the focus shows. @module */
import type { Page } from '../browsers/session.ts'

/** What sticks out at the page's side, so that it would have to be scrolled both ways. */
export function sideways(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.documentElement
    if (root.scrollWidth <= root.clientWidth) return []
    const isOut = (element: Element) => {
      const { left, right } = element.getBoundingClientRect()
      return right > root.clientWidth + 1 || left < -1
    }
    const outside = [...document.body.querySelectorAll('*')].filter(isOut)
    return [`${root.scrollWidth} pixels wide: ${outside.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))}`]
  })
}

/** What is cut off when the user spreads the text as far as WCAG 1.4.12 allows. */
export function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    )
    document.adoptedStyleSheets.push(sheet)
    const clips = (element: Element) => {
      const { overflowX, overflowY, position, clipPath } = getComputedStyle(element)
      // What only screen readers shall have is cut off on purpose.
      if (position === 'absolute' && clipPath !== 'none') return false
      const isWide = overflowX !== 'visible' && overflowX !== 'auto' && element.scrollWidth > element.clientWidth + 1
      const isHigh = overflowY !== 'visible' && overflowY !== 'auto' && element.scrollHeight > element.clientHeight + 1
      return (isWide || isHigh) && element.clientWidth > 0 && element.textContent.trim() !== ''
    }
    // A field scrolls by itself.
    const found = [...document.body.querySelectorAll(':not(input, textarea, select, option)')].filter(clips)
    document.adoptedStyleSheets.pop()
    return found.map((element) => `cut off: ${element.outerHTML.slice(0, 200)}`)
  })
}

/** What can have the focus and does not show it. */
export function focusUnseen(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const before = document.activeElement
    const selector = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'
    const candidates = [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (element) => element.checkVisibility() && !element.matches(':disabled'),
    )
    const found = candidates.filter((element) => {
      // Read first: it is the live style of whatever the element is in.
      element.focus({ focusVisible: true } as FocusOptions)
      if (document.activeElement !== element) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2
    })
    if (before instanceof HTMLElement) before.focus()
    return found.map((element) => `focus unseen: ${element.outerHTML.slice(0, 200)}`)
  })
}
