/** We are guests in the page: nothing of its own is moved, wrapped or changed, and what we add fits in. @module */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { buttonNamed, clickButton, visibleButtons, waitForButtons, waitForState } from './buttons.ts'
import { expectInvitedAtOnce } from './invited.ts'
import { enableSite, openStage, type Stage, setUpOrganisation } from './stage.ts'

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await openStage(inject('browser'))
  await setUpOrganisation(stage)
  await enableSite(stage, stage.lab.origin)
  page = await stage.session.open(stage.lab.origin)
})
afterAll(() => stage?.close())

const named = (key: string) => `<span data-field="first-name">Ada</span> <span data-field="last-name">${key}</span>`
const mail = (key: string) =>
  `<span data-field="email"><a href="mailto:${key}@example.com">${key}@example.com</a></span>`
const of = (key: string) => `data-kind="contact" data-record-id="${key}"`
const card = (key: string) =>
  `<article ${of(key)}><div data-slot="title"><h1>${named(key)}</h1></div><p>${mail(key)}</p></article>`
const row = (key: string, attributes = '') =>
  `<tr ${of(key)} ${attributes}><td>${named(key)}</td><td>${mail(key)}</td><td data-slot="actions"></td></tr>`

test('the page’s own tree stays as it was, node by node', async () => {
  const markup = `${card('t-1')}<table style="font: 12px/1.3 sans-serif">${row('t-2')}${row('t-3')}</table>`
  await page.goto(stage.lab.addressOf(`<script>(${watchOwnTree})()</script>${markup}`))
  await waitForButtons(page, 9)
  for (const key of ['t-1', 't-2']) {
    await clickButton(page, 'Invite', key)
    await expectInvitedAtOnce(stage, `${key}@example.com`)
    await waitForState(page, 'Invite', 'done', key)
  }
  await page.evaluate(() => document.querySelector('tr')?.remove())
  await waitForButtons(page, 6)
  const told = await page.evaluate(() => globalThis.ownTree())
  // The watching works: it saw what the page itself did.
  expect(told.changes).toEqual(['TBODY -TR'])
  expect(told.after).toBe(told.before.replace(/<tr.*?<\/tr>/s, ''))
})

/** Runs in the page from its start: notes whatever changes but our own elements. */
function watchOwnTree(): void {
  const changes: string[] = []
  const isOurs = ({ nodeName }: Node) => nodeName === 'X-JOINERY'
  const serialise = () => {
    const copy = document.body.cloneNode(true) as HTMLElement
    for (const ours of copy.querySelectorAll('x-joinery, script')) ours.remove()
    return copy.innerHTML
  }
  let before = ''
  document.addEventListener('DOMContentLoaded', () => {
    before = serialise()
    new MutationObserver((records) => {
      for (const { type, target, addedNodes, removedNodes } of records) {
        if (isOurs(target)) continue
        if (type !== 'childList') changes.push(`${target.nodeName} ${type}`)
        for (const node of addedNodes) if (!isOurs(node)) changes.push(`${target.nodeName} +${node.nodeName}`)
        for (const node of removedNodes) if (!isOurs(node)) changes.push(`${target.nodeName} -${node.nodeName}`)
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  })
  globalThis.ownTree = () => ({ before, after: serialise(), changes })
}

test('a click on a button is none on what is around it', async () => {
  const markup = `<table>${row('t-4', 'onclick="globalThis.told.push(\'row\')"')}</table>
    <label><input type="checkbox" onclick="globalThis.told.push('box')">${card('t-5')}</label>
    <details ontoggle="globalThis.told.push('toggle')"><summary>${card('t-6')}</summary></details>`
  await page.goto(stage.lab.addressOf(`<script>globalThis.told = []</script>${markup}`))
  // Markup cannot put a link into a link.
  await page.evaluate(() => {
    const link = lab.make('a', { href: '/elsewhere' })
    link.append(lab.contact('t-7'))
    lab.main().append(link)
  })
  await waitForButtons(page, 12)
  const before = await page.url()
  for (const key of ['t-4', 't-5', 't-6', 't-7']) {
    await clickButton(page, 'Invite', key)
    await expectInvitedAtOnce(stage, `${key}@example.com`)
  }
  expect(await page.evaluate(() => globalThis.told)).toEqual([])
  expect(await page.url()).toBe(before)
})

test('the buttons come after the name and before what follows it, by the keyboard and for screen readers', async () => {
  await page.goto(stage.lab.addressOf(`<a href="#before">Before</a>${card('t-8')}<a href="#after">After</a>`))
  await waitForButtons(page, 3)
  await page.evaluate(() => document.querySelector<HTMLElement>('[href="#before"]')?.focus())
  const stops: string[] = []
  for (let stop = 0; stop < 4; stop += 1) {
    await page.press('Tab')
    const focused = (await visibleButtons(page)).find(({ hasFocus }) => hasFocus)
    stops.push(focused?.label ?? (await page.evaluate(() => document.activeElement?.textContent ?? '')))
  }
  expect(stops).toEqual(['Join Support', 'Join Showroom', 'Invite', 't-8@example.com'])
  const names = await page.accessibleNames?.()
  if (names === undefined) return
  expect(names.filter((name) => /^(link|heading|group|button) /.test(name))).toEqual([
    'link Before',
    'heading Ada t-8',
    'group Joinery',
    'button Join Support',
    'button Join Showroom',
    'button Invite',
    'link t-8@example.com',
    'link After',
  ])
})

test('a compact button is named for screen readers and by its title', async () => {
  await page.goto(stage.lab.addressOf(`<table>${row('t-9')}</table>`))
  const buttons = await waitForButtons(page, 3)
  expect(buttons.map(({ title }) => title)).toEqual(['Join Support', 'Join Showroom', 'Invite'])
  const names = await page.accessibleNames?.()
  expect(names?.filter((name) => name.startsWith('button ')) ?? []).toEqual(
    names === undefined ? [] : ['button Join Support', 'button Join Showroom', 'button Invite'],
  )
})

test('nothing of ours is printed', async () => {
  await page.goto(stage.lab.addressOf(card('t-10')))
  await waitForButtons(page, 3)
  await page.emulatePrint(true)
  await waitForButtons(page, 0)
  await page.emulatePrint(false)
  await waitForButtons(page, 3)
})

test('a row of a dense table hardly grows', async () => {
  const plain = '<tr><td>Ada</td><td>ada@example.com</td><td></td></tr>'
  await page.goto(stage.lab.addressOf(`<table style="font: 12px/1.3 sans-serif">${row('t-11')}${plain}</table>`))
  await waitForButtons(page, 3)
  const [served, other] = await page.evaluate(() =>
    [...document.querySelectorAll('tr')].map((element) => element.getBoundingClientRect().height),
  )
  expect(Number(served) - Number(other)).toBeLessThanOrEqual(8)
})

test('the buttons keep their distance from the name, whichever way the page reads', async () => {
  const title = `<div data-slot="title">${named('t-12')}</div>`
  await page.goto(stage.lab.addressOf(`<div dir="rtl"><article ${of('t-12')}>${title}${mail('t-12')}</article></div>`))
  await waitForButtons(page, 3)
  const name = await page.evaluate(() => document.querySelector('[data-field=last-name]')?.getBoundingClientRect().left)
  const { box } = await buttonNamed(page, 'Invite', 't-12')
  expect(Number(name) - ((box?.x ?? 0) + (box?.width ?? 0))).toBeGreaterThanOrEqual(6)
})

test('the buttons stand on the page’s own colour where they can be read on it, and on ours where not', async () => {
  const table = (key: string, style: string) => `<table style="${style}">${row(key)}</table>`
  const tables = [
    table('t-13', 'color: #e8e8e8; background: rgb(29, 33, 38)'),
    table('t-14', 'color: #222; background: rgb(255, 250, 240)'),
    // As our icons are.
    table('t-15', 'color: #222; background: #0f8b7f'),
    table('t-16', 'color: #e8e8e8; background: #53c9bb'),
    table('t-17', 'color: #222; background: rgb(255 255 255 / .01); --on: transparent'),
  ]
  const around = `<div style="background: linear-gradient(#0f8b7f, #0f8b7f)">${tables.join('')}</div>`
  await page.goto(stage.lab.addressOf(around))
  const buttons = await waitForButtons(page, 15)
  const grounds = buttons.filter(({ label }) => label === 'Invite').map(({ background }) => background)
  const [dark, light, ...ours] = grounds
  expect([dark, light]).toEqual(['rgb(29, 33, 38)', 'rgb(255, 250, 240)'])
  expect(ours.map(isGrey)).toEqual([true, true, true])
})

/** Whether it is an opaque white, grey or black. */
function isGrey(colour: string): boolean {
  const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g)?.map(Number) ?? []
  return alpha === 1 && red !== undefined && Math.abs(red - Number(green)) < 12 && Math.abs(red - Number(blue)) < 12
}

declare global {
  var told: string[]
  var ownTree: () => { readonly before: string; readonly after: string; readonly changes: readonly string[] }
}
