/** A click with the real pointer, and when the browser says it was. @module */
import type { Page } from '../browsers/session.ts'
import { buttonNamed } from '../e2e/buttons.ts'

/** Clicks a button, waits for what comes of it, and returns the click event's time in milliseconds since 1970. */
export async function timedClick(page: Page, label: string, effect: () => Promise<unknown>): Promise<number> {
  const { box } = await buttonNamed(page, label)
  if (box === null) throw new Error(`"${label}" is not visible`)
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.hoverAt(x, y)
  await page.evaluate(() => {
    const clock = globalThis as { clickedAt?: number }
    delete clock.clickedAt
    const note = (event: Event) => {
      clock.clickedAt = performance.timeOrigin + event.timeStamp
    }
    window.addEventListener('click', note, { capture: true, once: true })
    // The pointer has rested on the button for a moment, as a person's does.
    return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
  await page.clickAt(x, y)
  await effect()
  return await page.evaluate(() => (globalThis as { clickedAt?: number }).clickedAt ?? Number.NaN)
}
