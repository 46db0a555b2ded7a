/** Frames: those that a site's rule names have buttons; in all others, and in frames of strangers, we leave at once (invariants 3 and 9). @module */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { until } from '../browsers/wait.ts'
import { expectInvitedAtOnce } from './invited.ts'
import { labBuild } from './lab-build.ts'
import { extensionApi, tabIdOf } from './own-pages.ts'
import { enableSite, openStage, type Stage, setUpOrganisation } from './stage.ts'

let stage: Stage
let page: Page

beforeAll(async () => {
  const browser = inject('browser')
  stage = await openStage(browser, { extensionDirectory: await labBuild(browser, inject('labFolder')) })
  await setUpOrganisation(stage)
  await enableSite(stage, stage.lab.origin)
  page = await stage.session.open(stage.lab.origin)
})
afterAll(() => stage?.close())

/** Runs in the page: shows a frame with a record in it. */
async function openFrame(path: string, key: string): Promise<null> {
  const frame = document.createElement('iframe')
  frame.width = frame.height = '600'
  frame.src = path
  document.body.append(frame)
  await new Promise((resolve) => frame.addEventListener('load', resolve))
  const inner = frame.contentWindow as unknown as typeof globalThis
  inner.lab.main().append(inner.lab.contact(key))
  return null
}

/** Runs in the page: the middle of the last button in the frame, or `null` where there is none. */
function placeInFrame(): readonly [number, number] | null {
  const frame = document.querySelector('iframe')
  const host = frame?.contentDocument?.querySelector('x-joinery')?.getBoundingClientRect()
  if (frame === null || host === undefined || host.width < 200) return null
  const { left, top } = frame.getBoundingClientRect()
  return [left + frame.clientLeft + host.right - 20, top + frame.clientTop + host.top + host.height / 2]
}

test('a frame that the rule names has buttons, which act for its record', async () => {
  await page.goto(stage.lab.origin)
  await page.evaluate(openFrame, '/frame', 'f-1')
  const [x, y] = await until('buttons in the frame', () => page.evaluate(placeInFrame))
  await page.hoverAt(x, y + 200)
  await page.clickAt(x, y)
  await expectInvitedAtOnce(stage, 'f-1@example.com')
  expect(await popupKnows()).toBe('f-1')
  expect(await answerOf('/frame')).toMatch(/"key":"f-1"/)
})

test('in another frame there is no button, and nobody who listens', async () => {
  await page.goto(stage.lab.origin)
  await page.evaluate(openFrame, '/other', 'f-2')
  const before = await page.evaluate(() => document.querySelectorAll('x-joinery').length)
  // The page itself is at work, so the frame's turn has been.
  await page.evaluate(() => lab.main().append(lab.contact('f-3')))
  await page.waitFor(() => document.querySelectorAll('x-joinery').length === 1)
  expect(before).toBe(0)
  expect(
    await page.evaluate(() => document.querySelector('iframe')?.contentDocument?.querySelectorAll('x-joinery').length),
  ).toBe(0)
  expect(await answerOf('/other')).toMatch(/Receiving end does not exist/)
})

test('a CRM in a frame of a site that is not enabled gets nothing', async () => {
  const record = stage.lab.addressOf(`<script>
    lab.main().append(lab.contact('f-4'))
    setInterval(() => parent.postMessage(document.querySelectorAll('x-joinery').length, '*'), 50)
  </script>`)
  const before = await refusals()
  // Another name for the same server, which the user did not enable.
  const outer =
    stage.lab.addressOf(`<script>addEventListener('message', ({ data }) => (globalThis.counts ??= []).push(data))</script>
    <iframe src="${record}" width="600" height="600"></iframe>`)
  await page.goto(outer.replace('127.0.0.1', 'localhost'))
  await until('a refusal', async () => (await refusals()) > before)
  await page.waitFor(
    (from) => ((globalThis as unknown as { counts: number[] }).counts?.length ?? 0) > from + 20,
    await page.evaluate(() => (globalThis as unknown as { counts?: number[] }).counts?.length ?? 0),
  )
  expect(await page.evaluate(() => Math.max(...(globalThis as unknown as { counts: number[] }).counts))).toBe(0)
  // In a page of its own the same has buttons.
  await page.goto(record)
  await page.waitFor(() => document.querySelectorAll('x-joinery').length === 1)
})

/** What a frame answers to the question what it shows, or the error where nobody listens there. */
async function answerOf(path: string): Promise<string> {
  const tabId = await tabIdOf(stage, stage.lab.origin)
  return await stage.desk.evaluate(
    async (tab, wanted) => {
      type Api = {
        scripting: {
          executeScript(injection: object): Promise<readonly { readonly frameId: number; readonly result: unknown }[]>
        }
        tabs: { sendMessage(tabId: number, message: object, frame: object): Promise<unknown> }
      }
      const scope = globalThis as unknown as Record<'browser' | 'chrome', Api>
      const { scripting, tabs } = scope['browser' in globalThis ? 'browser' : 'chrome']
      const frames = await scripting.executeScript({
        target: { tabId: tab, allFrames: true },
        func: () => location.pathname,
      })
      const frameId = frames.find(({ result }) => result === wanted)?.frameId
      return await tabs
        .sendMessage(tab, { notice: 'read-frame' }, { frameId })
        .then((answer) => JSON.stringify(answer), String)
    },
    tabId,
    path,
  )
}

/** How many messages were refused for their sender. */
async function refusals(): Promise<number> {
  const { rejectedMessages } = (await extensionApi(stage.desk, 'storage.session', 'get', 'rejectedMessages')) as {
    readonly rejectedMessages?: { readonly sender?: number }
  }
  return rejectedMessages?.sender ?? 0
}

/** The key of the record that the popup would show. */
async function popupKnows(): Promise<string | undefined> {
  const tabId = await tabIdOf(stage, stage.lab.origin)
  const { record } = (await stage.send('desk.readTab', { tabId })) as {
    readonly record: { readonly key: string } | null
  }
  return record?.key
}
