/** Pages whose forms and images are named like the DOM's own functions: the engine asks the prototypes (invariants 2 and 8). @module */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { clickButton, waitForButtons } from './buttons.ts'
import { expectInvitedAtOnce } from './invited.ts'
import { labBuild } from './lab-build.ts'
import { enableSite, openStage, type Stage, setUpOrganisation } from './stage.ts'

let stage: Stage
let page: Page
/** Whatever there is to ask of a document or of a form. */
let names: readonly string[]

beforeAll(async () => {
  const browser = inject('browser')
  stage = await openStage(browser, { extensionDirectory: await labBuild(browser, inject('labFolder')) })
  await setUpOrganisation(stage)
  await enableSite(stage, stage.lab.origin)
  page = await stage.session.open(stage.lab.origin)
  names = await page.evaluate(() => {
    const found = new Set<string>()
    for (const holder of [document, document.createElement('form')]) for (const name in holder) found.add(name)
    return [...found]
  })
  expect(names).toEqual(expect.arrayContaining(['matches', 'parentNode', 'createElement', 'body', 'addEventListener']))
})
afterAll(() => stage?.close())

const fields = (key: string) =>
  `<div data-slot="title"><span data-field="first-name">Ada</span> <span data-field="last-name">${key}</span></div>
  <p data-field="email"><a href="mailto:${key}@example.com">${key}@example.com</a></p>`
const record = (key: string) => `data-kind="contact" data-record-id="${key}"`
const inputs = () => names.map((name) => `<input type="hidden" name="${name}">`).join('')
const images = () => names.map((name) => `<img name="${name}" id="${name}" alt="">`).join('')

test.each([
  ['form-is-record', (key: string) => `<form ${record(key)}>${inputs()}${fields(key)}</form>`],
  ['form-around-record', (key: string) => `<form>${inputs()}<div ${record(key)}>${fields(key)}</div></form>`],
  [
    'form-is-anchor',
    (key: string) => `<div ${record(key)}>${fields(key)}<form data-place="best">${inputs()}</form></div>`,
  ],
  [
    'form-holds-buttons',
    (key: string) => `<div ${record(key)}>${fields(key)}<form data-place="first">${inputs()}</form></div>`,
  ],
  ['images', (key: string) => `${images()}<div ${record(key)}>${fields(key)}</div>`],
])('buttons come and act: %s', async (key, markup) => {
  await page.goto(stage.lab.addressOf(markup(key)))
  await waitForButtons(page, 3)
  await clickButton(page, 'Invite', key)
  await expectInvitedAtOnce(stage, `${key}@example.com`)
})
