/** With all our texts longer and in brackets: what is not in brackets is hard-coded, and what does not fit shows. @module */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { makeTemporaryFolder, removeTemporaryFolder } from '../browsers/temporary.ts'
import { extensionDirectory, makeVault, openStage, type Stage } from './stage.ts'

/** Texts grow by so much in other languages. */
const LONGER = 0.4
const OPENING = '⟦'
const CLOSING = '⟧'
const NARROW = 320
const WIDE = 1100
/** What no language has words of its own for: the name, languages by their own names, keys, files' formats. */
const SAME_EVERYWHERE =
  /^(?:Joinery|English|Deutsch|Español|Français|Русский|עברית|Enter|Ctrl|Alt|Esc|[PQ]|\d[\d.:, ]*|HeadlessChrome.*|Chromi?um.*|Chrome.*)$/

const pages = [
  ...['language', 'passphrase', 'account', 'site', 'ready'].map((step) => `welcome.html#${step}`),
  ...['unlock', 'control', 'confirm', 'invitation', 'site', 'launch'].map((page) => `${page}.html`),
  'options.html',
  'popup.html?tab=0',
]
const sections = ['targets', 'shortcuts', 'actions', 'sites', 'certificates', 'journal', 'vault', 'about']

describe.runIf(inject('browser') === 'chromium')('with longer texts in brackets', () => {
  let folder: string
  let stage: Stage

  beforeAll(async () => {
    folder = makeTemporaryFolder('pseudo')
    cpSync(extensionDirectory('chromium'), folder, { recursive: true })
    const file = join(folder, '_locales', 'en', 'messages.json')
    const messages: Record<string, { message: string }> = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify(Object.fromEntries(Object.entries(messages).map(lengthened))))
    stage = await openStage('chromium', { extensionDirectory: folder })
  })
  afterAll(async () => {
    await stage?.close()
    await removeTemporaryFolder(folder)
  })

  test.each(pages)('%s says nothing that is not translated, and has room for all', async (page) => {
    await expectWellSaid(stage, page)
  })

  test('each section of the settings, too', async () => {
    await makeVault(stage)
    for (const section of sections) await expectWellSaid(stage, `options.html#${section}`)
  })
})

function lengthened([name, { message }]: [string, { message: string }]): [string, { message: string }] {
  if (name === 'language') return [name, { message }]
  const forms = message.split(' | ').map((form) => {
    const more = '·'.repeat(Math.ceil(form.length * LONGER))
    return `${OPENING}${form}${more}${CLOSING}`
  })
  return [name, { message: forms.join(' | ') }]
}

async function expectWellSaid({ desk, session }: Stage, page: string): Promise<void> {
  await desk.goto('about:blank')
  await desk.goto(`${session.extensionOrigin}/${page}`)
  await desk.waitFor(() => (document.querySelector('#app')?.textContent ?? '').length > 40)
  for (const width of [WIDE, NARROW]) {
    await desk.setViewport(width, 800)
    const { plain, clipped, isTooWide } = await desk.evaluate(look, [OPENING, CLOSING] as const)
    expect(
      plain.filter((text) => !SAME_EVERYWHERE.test(text)),
      `untranslated on ${page}`,
    ).toEqual([])
    expect(clipped, `cut off on ${page} at ${width}`).toEqual([])
    expect(isTooWide && width === NARROW && !page.startsWith('popup'), `${page} scrolls sideways`).toBe(false)
  }
}

// Runs in the page.
function look([opening, closing]: readonly [string, string]) {
  const plain: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode() !== null) {
    const { parentElement, textContent } = walker.currentNode
    const around = parentElement?.closest(
      'p, h1, h2, h3, li, label, legend, button, a, summary, dt, dd, option, th, td, span, div',
    )
    const isShown = parentElement?.checkVisibility({ visibilityProperty: true }) === true
    const text = (textContent ?? '').trim()
    const isOurs = text.includes(opening) || text.includes(closing) || around?.textContent?.includes(opening)
    if (isShown && !isOurs && /\p{L}/u.test(text)) plain.push(text)
  }
  const clipped = [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
    const { overflowX, textOverflow } = getComputedStyle(element)
    const cuts = (overflowX === 'hidden' || overflowX === 'clip') && textOverflow !== 'ellipsis'
    const isSeen = element.checkVisibility() && element.clientWidth > 1
    return cuts && isSeen && element.scrollWidth > element.clientWidth + 1
      ? [`${element.tagName}.${element.className}`]
      : []
  })
  return { plain, clipped, isTooWide: document.documentElement.scrollWidth > innerWidth }
}
