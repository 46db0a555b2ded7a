/**
 * `pnpm gallery`: a picture of every page of ours, in every state, in light and dark, narrow and in forced colours, in each
 * language. With `--only popup` those alone whose name begins so, with `--language de` in that language alone.
 *
 * @module
 */
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBrowser } from '../browsers/install.ts'
import { contactSheet, type Picture } from './contact-sheet.ts'
import { type GalleryStage, openGalleryStage } from './gallery-stage.ts'
import { looks } from './looks.ts'
import { openScene, type Page, type Scene, TAB } from './scene.ts'
import { scenes } from './scenes.ts'

const FOLDER = resolve('gallery')
const LOCALES = resolve('extension/src/locales')
const LANGUAGES = ['en', 'de', 'he'] as const

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, language: { type: 'string' } } })
  ensureBrowser('chromium')
  const chosen = scenes.filter(({ name }) => name.startsWith(values.only ?? ''))
  await rm(FOLDER, { recursive: true, force: true })
  const pictures: Picture[] = []
  for (const language of values.language === undefined ? LANGUAGES : [values.language]) {
    if (!existsSync(join(LOCALES, `${language}.yml`))) {
      console.info(`There are no texts in "${language}" yet: no pictures.`)
      continue
    }
    pictures.push(...(await takePictures(language, chosen)))
  }
  await writeFile(join(FOLDER, 'index.html'), contactSheet(pictures))
  console.info(`${pictures.length} pictures: ${join(FOLDER, 'index.html')}`)
}

async function takePictures(language: string, chosen: readonly Scene[]): Promise<readonly Picture[]> {
  await mkdir(join(FOLDER, language), { recursive: true })
  const gallery = await openGalleryStage(language)
  const pictures: Picture[] = []
  try {
    for (const scene of chosen) {
      try {
        pictures.push(...(await takeScene(language, scene, gallery)))
      } catch (error) {
        // One that fails is told, and does not cost the others.
        console.error(`${language}, ${scene.name}: ${error instanceof Error ? error.message : error}`)
        process.exitCode = 1
      }
    }
  } finally {
    await gallery.close()
  }
  return pictures
}

async function takeScene(language: string, scene: Scene, gallery: GalleryStage): Promise<readonly Picture[]> {
  const isOurs = scene.page !== undefined
  const pictures: Picture[] = []
  let page = await openScene(gallery, scene)
  for (const look of looks) {
    if (!isOurs) {
      // What stands in a page takes the page's colours when it comes there.
      await page.close()
      page = await openScene(gallery, scene, look.scheme)
    }
    await look.put(page, scene)
    const file = join(language, `${scene.name}-${look.name}.png`)
    if (isOurs) await stretch(page, look.width ?? scene.size?.[0] ?? TAB[0])
    await page.screenshot(join(FOLDER, file))
    pictures.push({ scene: scene.name, language, look: look.name, file })
  }
  await page.close()
  return pictures
}

/** Makes the window as high as its page; pictures of full pages are as wide as the page without its scroll bar. */
async function stretch(page: Page, width: number): Promise<void> {
  const height = await page.evaluate(() => Math.max(innerHeight, document.documentElement.scrollHeight))
  await page.setViewport(width, height)
}

await main()
