/** Every message between the rooms: who may send it, its shape, and its answer. @module */
import * as v from 'valibot'
import { type Browser, browser } from 'wxt/browser'
import { type BulkAnswers, bulkRequests } from './bulk-messages.ts'
import { type CertificateAnswers, certificateRequests } from './certificate-messages.ts'
import { type CompanionAnswers, companionRequests } from './companion-messages.ts'
import type { TabView } from './desk/popup-views.ts'
import type {
  ActionReply,
  ControlReply,
  ControlTarget,
  ControlView,
  DeskView,
  RunReply,
  SaveReply,
  TargetLines,
  TargetView,
  VaultView,
} from './desk/views.ts'
import { type InvitationAnswers, invitationRequests } from './invitation-messages.ts'
import { type JournalAnswers, journalRequests } from './journal-messages.ts'
import { type LaunchAnswers, launchRequests } from './launch-messages.ts'
import { FACTS, id, moment, name, settings, text, version } from './message-parts.ts'
import { type PageAnswers, pageRequests } from './page-messages.ts'
import { type PopupAnswers, popupRequests } from './popup-messages.ts'
import { type ReportAnswers, reportRequests } from './report-messages.ts'
import { COLOURS } from './shortcut-colours.ts'
import { type ShortcutAnswers, shortcutRequests } from './shortcut-messages.ts'
import { type SiteAnswers, siteRequests } from './site-messages.ts'
import { type TargetAnswers, targetRequests } from './target-messages.ts'
import { type WelcomeAnswers, welcomeRequests } from './welcome-messages.ts'

/** The idle times that may be chosen, in minutes. */
export const IDLE_MINUTES = [1, 5, 15, 30, 60, 120] as const

const stored = v.optional(version)
const passphrase = v.pipe(v.string(), v.maxLength(1024))
const origin = v.pipe(v.string(), v.regex(/^https?:\/\/[^/]+$/))
const facts = v.record(v.picklist(FACTS), text)

const OPTIONS_PAGE = '/options.html'

/** Where a message may come from: a content script in an enabled site's page, one of our own pages, the options page. */
export type Sender = 'page' | 'extension' | 'options'

const nothing = v.strictObject({})

const requests = {
  /** What the options page shows; secrets are left out, and targets are counted only. */
  'desk.read': { from: 'extension', shape: nothing },
  /** Targets by what was typed. */
  'desk.findTargets': {
    from: 'extension',
    shape: v.strictObject({ query: text, accountId: v.optional(id), limit: v.pipe(v.number(), v.maxValue(1000)) }),
  },
  'desk.readTarget': { from: 'extension', shape: v.strictObject({ id }) },
  /** What the popup shows for a tab. */
  'desk.readTab': { from: 'extension', shape: v.strictObject({ tabId: v.optional(v.number()) }) },
  ...popupRequests,
  ...welcomeRequests,
  ...targetRequests,
  'desk.saveMe': { from: 'extension', shape: v.strictObject({ stored, person: facts }) },
  /** Secrets that are absent keep their stored value. */
  'desk.saveAccount': {
    from: 'extension',
    shape: v.strictObject({ stored, pluginId: name, name, settings, me: v.optional(facts) }),
  },
  'desk.saveTarget': {
    from: 'extension',
    shape: v.strictObject({ stored, accountId: id, fields: settings, asksNoMore: v.optional(v.boolean()) }),
  },
  'desk.saveShortcut': {
    from: 'extension',
    shape: v.strictObject({
      stored,
      name,
      accountId: id,
      action: name,
      targetId: v.optional(id),
      inPage: v.boolean(),
      opensInvitation: v.optional(v.boolean()),
      inPopup: v.optional(v.boolean()),
      colour: v.optional(v.picklist(COLOURS)),
      sites: v.optional(v.pipe(v.array(name), v.maxLength(100))),
    }),
  },
  /** An account goes with all that belongs to it, a target with its shortcuts. */
  'desk.remove': { from: 'extension', shape: v.strictObject({ id }) },
  /** An origin is about to be asked for because an account calls it, not because buttons belong there. */
  'desk.expectEndpoint': { from: 'extension', shape: v.strictObject({ origin }) },
  'desk.dropEndpoint': { from: 'extension', shape: v.strictObject({ origin }) },
  /** Buttons belong on this origin; the browser's grant for it is there already. */
  'desk.enableSite': { from: 'extension', shape: v.strictObject({ origin }) },
  'desk.isSite': { from: 'extension', shape: v.strictObject({ origin }) },
  /** A bar may float over this site's pages, or not. */
  'desk.floatOnSite': { from: 'extension', shape: v.strictObject({ origin, floats: v.boolean() }) },
  /** Which product a tab shows that is no enabled site yet. */
  'desk.recogniseSite': { from: 'extension', shape: v.strictObject({ tabId: v.number() }) },
  /** Clicks in this site count, or no longer do, although the browser cannot see what lies over a button. */
  'desk.trustSite': { from: 'extension', shape: v.strictObject({ origin, trusts: v.boolean() }) },
  /** What was imported, or removed as damaged, is to be read anew. */
  'desk.refresh': { from: 'extension', shape: nothing },
  /** Runs an action from the options page; `runId` is the page's own name for this run, `isConfirmed` says that the user agreed. */
  'action.run': {
    from: 'extension',
    shape: v.strictObject({
      runId: id,
      accountId: id,
      action: name,
      targetId: v.optional(id),
      input: settings,
      isConfirmed: v.optional(v.boolean()),
    }),
  },
  'action.cancel': { from: 'extension', shape: v.strictObject({ runId: id }) },
  ...bulkRequests,
  /** What the control window shows; it is told by its window. */
  'control.read': { from: 'extension', shape: nothing },
  'control.readTarget': { from: 'extension', shape: v.strictObject({ targetId: id }) },
  /** The user agreed in the control window. The answer holds the link, and goes to that window alone. */
  'control.goOn': {
    from: 'extension',
    shape: v.strictObject({ targetId: v.optional(id), asksNoMore: v.boolean() }),
  },
  ...invitationRequests,
  ...shortcutRequests,
  ...launchRequests,
  ...siteRequests,
  'vault.read': { from: 'extension', shape: nothing },
  'vault.create': { from: 'extension', shape: v.strictObject({ passphrase }) },
  'vault.unlock': { from: 'extension', shape: v.strictObject({ passphrase }) },
  /** Goes on with the click that this window was opened for. */
  'vault.goOn': { from: 'extension', shape: nothing },
  'vault.lock': { from: 'extension', shape: nothing },
  'vault.changePassphrase': { from: 'extension', shape: v.strictObject({ before: passphrase, after: passphrase }) },
  'vault.setStaysUnlocked': { from: 'extension', shape: v.strictObject({ stays: v.boolean() }) },
  'vault.setIdleMinutes': { from: 'extension', shape: v.strictObject({ minutes: v.picklist(IDLE_MINUTES) }) },
  /** Everything was exported as it was at that time, in milliseconds since 1970. */
  'vault.noteBackup': { from: 'extension', shape: v.strictObject({ at: moment }) },
  'vault.erase': { from: 'extension', shape: nothing },
  ...pageRequests,
  ...certificateRequests,
  ...journalRequests,
  ...reportRequests,
  ...companionRequests,
} as const satisfies Record<string, { from: Sender; shape: v.GenericSchema }>

/** The answers, by message. */
interface Answers
  extends PageAnswers,
    PopupAnswers,
    WelcomeAnswers,
    LaunchAnswers,
    TargetAnswers,
    SiteAnswers,
    InvitationAnswers,
    ShortcutAnswers,
    CertificateAnswers,
    JournalAnswers,
    ReportAnswers,
    CompanionAnswers,
    BulkAnswers {
  'desk.read': DeskView
  'desk.findTargets': TargetLines
  'desk.readTarget': TargetView | null
  'desk.readTab': TabView
  'desk.saveMe': SaveReply
  'desk.saveAccount': SaveReply
  'desk.saveTarget': SaveReply
  'desk.saveShortcut': SaveReply
  'desk.remove': SaveReply
  'desk.expectEndpoint': SaveReply
  'desk.dropEndpoint': SaveReply
  'desk.enableSite': SaveReply
  'desk.isSite': boolean
  'desk.trustSite': SaveReply
  'desk.floatOnSite': SaveReply
  'desk.recogniseSite': string | null
  'desk.refresh': SaveReply
  'action.run': ActionReply
  'action.cancel': boolean
  'control.read': ControlView
  'control.readTarget': ControlTarget | null
  'control.goOn': ControlReply
  'vault.read': VaultView
  'vault.create': SaveReply
  'vault.unlock': SaveReply
  'vault.goOn': RunReply | null
  'vault.lock': SaveReply
  'vault.changePassphrase': SaveReply
  'vault.setStaysUnlocked': SaveReply
  'vault.setIdleMinutes': SaveReply
  'vault.noteBackup': SaveReply
  'vault.erase': SaveReply
}

/** A message's name. */
export type MessageName = keyof typeof requests
/** What a message carries. */
export type Payload<Name extends MessageName> = v.InferOutput<(typeof requests)[Name]['shape']>
/** What a message is answered with. */
export type Answer<Name extends MessageName> = Answers[Name]

/** One handler for every message. */
export type Handlers = {
  readonly [Name in MessageName]: (
    payload: Payload<Name>,
    sender: Browser.runtime.MessageSender,
  ) => Promise<Answer<Name>>
}

/** What the background tells our own pages: the vault was locked, unlocked or erased. */
export interface VaultNotice {
  readonly notice: 'vault-changed'
}

/** What the background tells our own pages: how far a run is, from 0 to 1. */
export interface ProgressNotice {
  readonly notice: 'progress'
  readonly runId: string
  readonly fraction: number
  readonly text: string
}

/** What the background tells our own pages: the list that is worked through is further now. */
export interface BulkNotice {
  readonly notice: 'bulk-changed'
}

/** How messages are answered. */
export interface Listening {
  readonly handlers: Handlers
  /** Nothing is answered before. */
  readonly isReady: Promise<void>
  /** Whether the page that a content script runs in is an enabled site. */
  mayRunIn(sender: Browser.runtime.MessageSender): Promise<boolean>
  onAccepted(message: MessageName): void
  onRejected(reason: 'unknown' | 'sender' | 'shape'): void
}

/** Answers messages. What is of no known shape, or comes from where it may not, gets no answer and is reported. */
export function listen({ handlers, isReady, mayRunIn, onAccepted, onRejected }: Listening): void {
  browser.runtime.onMessage.addListener((envelope: unknown, sender: Browser.runtime.MessageSender) => {
    const name = nameOf(envelope)
    if (name === undefined) return onRejected('unknown')
    return answer(name, (envelope as { payload?: unknown }).payload, sender)
  })

  async function answer(name: MessageName, payload: unknown, sender: Browser.runtime.MessageSender): Promise<unknown> {
    const { from, shape } = requests[name]
    const allowed = sender.id === browser.runtime.id && (await mayCome(from, sender))
    if (!allowed) return onRejected('sender')
    const checked = v.safeParse(shape, payload)
    if (!checked.success) return onRejected('shape')
    onAccepted(name)
    await isReady
    const handler = handlers[name] as (payload: unknown, sender: Browser.runtime.MessageSender) => Promise<unknown>
    return handler(checked.output, sender)
  }

  async function mayCome(from: Sender, sender: Browser.runtime.MessageSender): Promise<boolean> {
    if (from === 'page') return await mayRunIn(sender)
    return isOwnPage(sender) && (from === 'extension' || new URL(sender.url ?? '').pathname === OPTIONS_PAGE)
  }
}

function nameOf(envelope: unknown): MessageName | undefined {
  if (typeof envelope !== 'object' || envelope === null || !('message' in envelope)) return undefined
  const { message } = envelope
  return typeof message === 'string' && Object.hasOwn(requests, message) ? (message as MessageName) : undefined
}

function isOwnPage(sender: Browser.runtime.MessageSender): boolean {
  return sender.url !== undefined && new URL(sender.url).origin === new URL(browser.runtime.getURL('/')).origin
}
