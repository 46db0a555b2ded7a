/** What a scene is: one state of one page of ours, and how it is brought about. @module */
import type { LinkReply, TabView } from '../../extension/src/desk/popup-views.ts'
import type { OwnSite, SiteDraftView } from '../../extension/src/desk/site-views.ts'
import type {
  CertificateView,
  CompanionView,
  ConfirmView,
  ControlReply,
  ControlView,
  DeskView,
  RunReply,
  SaveReply,
  TargetLines,
  VaultView,
} from '../../extension/src/desk/views.ts'
import type { Page } from '../browsers/session.ts'
import type { GalleryStage } from './gallery-stage.ts'

/** The answers that scenes change, by message. */
interface Known {
  readonly 'certificate.read': readonly CertificateView[]
  readonly 'companions.read': readonly CompanionView[]
  readonly 'confirm.read': ConfirmView
  readonly 'control.goOn': ControlReply
  readonly 'control.read': ControlView
  readonly 'desk.findTargets': TargetLines
  readonly 'desk.isSite': boolean
  readonly 'desk.read': DeskView
  readonly 'desk.readTab': TabView
  readonly 'desk.recogniseSite': string
  readonly 'desk.run': RunReply
  readonly 'invitation.read': { readonly ok: true; readonly invitation: object }
  readonly 'popup.guestLink': LinkReply
  readonly 'sites.listOwn': readonly OwnSite[]
  readonly 'sites.readDraft': SiteDraftView
  readonly 'vault.goOn': RunReply
  readonly 'vault.read': VaultView
  readonly 'vault.unlock': SaveReply
}

/** One state of one page. */
export interface Scene {
  /** Says page and state; pictures are named after it. */
  readonly name: string
  /** The page's file in the extension; none where it is a page of others, with something of ours in it. */
  readonly page?: string
  /** What follows in the address: a query, a place; of a page of others the whole address. */
  readonly at?: string | ((gallery: GalleryStage) => string)
  /** What the background is made to answer, without being asked. */
  readonly answers?: Partial<Known>
  /** What is put over the background's own answers. */
  readonly changes?: { readonly [Name in keyof Known]?: Partial<Known[Name]> }
  /** There when the page is. */
  readonly ready: string
  /** What is done in the page before it is looked at. */
  readonly act?: (page: Page, gallery: GalleryStage) => Promise<void>
  /** The page's usual size; default that of a tab. */
  readonly size?: readonly [width: number, height: number]
}

/** Sizes that pages of ours have. */
export const TAB = [1200, 800] as const
export const POPUP = [420, 660] as const
export const WINDOW = [480, 640] as const

/** Opens a scene in a tab of its own. */
export async function openScene(gallery: GalleryStage, scene: Scene, scheme?: 'light' | 'dark'): Promise<Page> {
  const { page: file, at = '', answers = {}, changes = {}, ready, act, size = TAB } = scene
  const page = await gallery.stage.session.open('about:blank')
  await page.setViewport(...size)
  if (scheme !== undefined) await page.emulateColours?.({ scheme })
  if (file !== undefined) await page.beforeLoad?.(changeAnswers, answers, changes)
  const place = typeof at === 'string' ? at : at(gallery)
  await page.goto(file === undefined ? place : `${gallery.stage.session.extensionOrigin}/${file}${place}`)
  await page.waitFor((selector) => document.querySelector(selector) !== null, ready)
  await act?.(page, gallery)
  return page
}

interface Messenger {
  runtime?: { sendMessage: (envelope: { readonly message?: string }, callback?: (answer: unknown) => void) => unknown }
}

// Runs in an extension page, before its own scripts.
function changeAnswers(answers: object, changes: object): void {
  const scope = globalThis as unknown as { chrome?: Messenger; browser?: Messenger }
  const { chrome: own, browser: other } = scope
  for (const { runtime } of [own, other].filter((api) => api !== undefined)) {
    if (runtime === undefined) continue
    const ask = runtime.sendMessage.bind(runtime)
    runtime.sendMessage = (envelope, callback) => {
      const name = (envelope.message ?? '') as keyof object
      if (!(name in answers) && !(name in changes))
        return callback === undefined ? ask(envelope) : ask(envelope, callback)
      const answer =
        name in answers
          ? Promise.resolve(answers[name])
          : (ask(envelope) as Promise<object>).then((real) => ({ ...real, ...(changes[name] as object) }))
      return callback === undefined ? answer : void answer.then(callback)
    }
  }
}

/** Waits for an element. */
export function has(selector: string): (page: Page) => Promise<void> {
  return (page) => page.waitFor((wanted) => document.querySelector(wanted) !== null, selector)
}

/** Sends a form as it is. */
export function submits(sign: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.click('button[type="submit"]')
    await has(sign)(page)
  }
}

export type { GalleryStage, Page }
