/** Every page of ours in every state: nothing that keeps somebody out. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { type GalleryStage, openGalleryStage } from '../gallery/gallery-stage.ts'
import { NARROW } from '../gallery/looks.ts'
import { openScene, type Scene, TAB } from '../gallery/scene.ts'
import { scenes } from '../gallery/scenes.ts'
import { ALL_RULES, rules, violations } from './axe.ts'
import { cutOff, focusUnseen, sideways } from './legible.ts'
import { violationsInMounted } from './mounted.ts'

const isChromium = inject('browser') === 'chromium'

/** Where the background's answers cannot be changed, only scenes that need no other ones. */
const shown = scenes.filter(
  ({ page, answers, changes }) => page !== undefined && (isChromium || (!answers && !changes)),
)

let gallery: GalleryStage

beforeAll(async () => {
  gallery = await openGalleryStage('en', inject('browser'))
})
afterAll(() => gallery?.close())

describe('nothing is wrong', () => {
  test.each(shown.map((scene) => [scene.name, scene] as const))('in %s', async (_name, scene) => {
    const page = await openScene(gallery, scene)
    expect(await violations(page, ALL_RULES)).toEqual([])
    expect(await focusUnseen(page)).toEqual([])
    await inTheDark(page)
    await rightToLeft(page, scene)
    await narrow(page, scene)
    await page.close()
  })
})

describe.runIf(isChromium)('nothing is wrong with what stands in pages of others', () => {
  const mounting = scenes.filter(({ page }) => page === undefined)
  test.each(mounting.map((scene) => [scene.name, scene] as const))('in %s', async (_name, scene) => {
    const { session } = gallery.stage
    for (const scheme of ['light', 'dark'] as const) {
      const page = await openScene(gallery, scene, scheme)
      expect(await page.ownMarkup?.()).not.toEqual([])
      expect(await violationsInMounted(session, page)).toEqual([])
      await page.close()
    }
  })
})

async function inTheDark({ emulateColours, ...page }: Page): Promise<void> {
  if (emulateColours === undefined) return
  await emulateColours({ scheme: 'dark' })
  expect(await violations(page, rules('color-contrast'))).toEqual([])
  await emulateColours({})
}

async function rightToLeft(page: Page, { size = TAB }: Scene): Promise<void> {
  await page.setViewport(...size)
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl'
  })
  expect(await violations(page, rules('target-size'))).toEqual([])
  expect(await sideways(page)).toEqual([])
}

/** In both directions of text. */
async function narrow(page: Page, { size = TAB }: Scene): Promise<void> {
  await page.setViewport(NARROW, size[1])
  for (const direction of ['rtl', 'ltr'] as const) {
    await page.evaluate((wanted) => {
      document.documentElement.dir = wanted
    }, direction)
    expect(await sideways(page)).toEqual([])
  }
  expect(await violations(page, rules('target-size'))).toEqual([])
  expect(await cutOff(page)).toEqual([])
}
