/** The popup's page. @module */

import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { i18n } from '#i18n'
import type { PopupEntry, TabView } from '../../desk/popup-views.ts'
import type { Problem, RunReply, VaultView } from '../../desk/views.ts'
import { ask, problemIn } from '../../ui/ask.ts'
import { Icon } from '../../ui/icons.tsx'
import { Message, type Notice } from '../../ui/message.tsx'
import { UnlockForm } from '../../ui/unlock-form.tsx'
import { keepVaultFresh, refreshVault, vault } from '../../ui/vault.ts'
import { CodeDialog } from './code-dialog.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { MoreWays } from './more-ways.tsx'
import { obstacleOf } from './obstacle.ts'
import { openSettings, openSettingsFor, openWelcome, remedyFor } from './open-settings.ts'
import { PlaceButton } from './place-button.tsx'
import { ShortcutList } from './shortcut-list.tsx'
import { SiteSwitch } from './site-switch.tsx'
import type { TabInQuestion } from './tab.ts'
import { Warnings } from './warnings.tsx'

/** How a run ended, for the message below the list. */
interface Ending {
  readonly notice: Notice
  readonly problem?: Problem
  readonly shortcutId?: string
  /** What was copied, and may be handed out in other ways. */
  readonly invitationId?: string
}

interface AppProps {
  readonly tab: TabInQuestion | undefined
  /** The desk's first answers, asked for while the page was made; none for the tab, where it was locked. */
  readonly early: { readonly vault: Promise<VaultView | undefined>; readonly tab: Promise<TabView | undefined> }
}

/** The whole popup, for one tab. */
export function App({ tab, early }: AppProps) {
  const view = useSignal<TabView | undefined>(undefined)
  const ending = useSignal<Ending | undefined>(undefined)
  const isRunning = useSignal(false)
  const dialog = useSignal<'keys' | PopupEntry | undefined>(undefined)
  const closeDialog = () => {
    dialog.value = undefined
  }

  const isFirst = useRef(true)
  async function load() {
    // What was asked before this page knew of the vault may have found it locked.
    const first = isFirst.current ? await early.tab : undefined
    isFirst.current = false
    const read = first ?? (await ask('desk.readTab', tab === undefined ? {} : { tabId: tab.id }))
    view.value = read
    ending.value = read === undefined ? failed(problemIn(read)) : undefined
  }
  // Asked before the first paint, not after it: the list is what the user waits for.
  useLayoutEffect(
    () =>
      keepVaultFresh(({ state }) => {
        if (state === 'unlocked') void load()
        else view.value = undefined
      }, early.vault),
    [],
  )
  const state = typeof vault.value === 'object' ? vault.value.state : vault.value

  function shown() {
    const recordKey = view.value?.record?.key
    return {
      ...(tab === undefined ? {} : { tabId: tab.id }),
      ...(recordKey === undefined ? {} : { recordKey }),
    }
  }

  async function run(entry: PopupEntry, message: 'desk.run' | 'popup.copyGuestLink' = 'desk.run') {
    const { id } = entry
    if (isRunning.value) return
    ending.value = message === 'desk.run' ? failed(profileGap(entry), id) : undefined
    if (ending.value !== undefined) return
    isRunning.value = true
    const reply = await ask(message, { ...entry.way, ...shown() })
    isRunning.value = false
    ending.value = reply?.ok ? done(reply) : failed(problemIn(reply), id)
    if (reply !== undefined && hasOpened(reply)) window.close()
  }

  // Shown at once, and kept by the desk.
  async function pin(ids: readonly string[]) {
    if (view.value === undefined) return
    const before = view.value
    view.value = {
      ...before,
      shortcuts: before.shortcuts.map((shortcut) => pinnedAs(shortcut, ids.indexOf(shortcut.id))),
    }
    const problem = problemIn(await ask('popup.setPins', { ids: [...ids] }))
    if (problem === undefined) return
    view.value = before
    ending.value = failed(problem)
  }

  return (
    <main aria-busy={isRunning.value}>
      <header class="head">
        <img class="logo" src="/icon/32.png" alt="" width="20" height="20" />
        <h1 class="name">{i18n.t('popup.title')}</h1>
        {state === 'unlocked' && (
          <button
            type="button"
            class="button button-plain button-icon"
            aria-label={i18n.t('options.lock')}
            title={i18n.t('options.lock')}
            onClick={() => void ask('vault.lock', {})}
          >
            <Icon name="vault" />
          </button>
        )}
        {state === 'unlocked' && (
          <button
            type="button"
            class="button button-plain button-icon"
            aria-label={i18n.t('keys.title')}
            title={i18n.t('keys.title')}
            onClick={() => {
              dialog.value = 'keys'
            }}
          >
            <Icon name="keys" />
          </button>
        )}
        <button
          type="button"
          class="button button-plain button-icon"
          aria-label={i18n.t('popup.settings')}
          title={i18n.t('popup.settings')}
          onClick={() => void openSettings()}
        >
          <Icon name="settings" />
        </button>
      </header>
      {typeof vault.value === 'object' && <Warnings vault={vault.value} />}
      {state === 'locked' && <UnlockForm intro={i18n.t('unlock.intro')} onUnlocked={() => void refreshVault()} />}
      {state === 'absent' && <SetUp text={i18n.t('setUp.intro')} />}
      {view.value?.record && <RecordName view={view.value} />}
      {view.value?.shortcuts.length === 0 && <Empty />}
      {view.value !== undefined && view.value.shortcuts.length > 0 && (
        <ShortcutList
          shortcuts={view.value.shortcuts}
          hasRecord={view.value.record !== null}
          shown={shown()}
          onRun={(entry) => void run(entry)}
          onCopy={(entry) => void run(entry, 'popup.copyGuestLink')}
          onCode={(entry) => {
            dialog.value = entry
          }}
          onPins={(ids) => void pin(ids)}
          onKeys={() => {
            dialog.value = 'keys'
          }}
        />
      )}
      <div class="ending">
        <Message notice={ending.value?.notice} />
        <MoreWays
          id={ending.value?.invitationId}
          onFailure={(problem) => {
            ending.value = failed(problem)
          }}
        />
        <Remedy
          ending={ending.value}
          onRetry={() => void load()}
          canRetry={view.value === undefined && state === 'unlocked'}
        />
      </div>
      {tab?.origin !== undefined && (
        <SiteSwitch tabId={tab.id} origin={tab.origin}>
          {view.value !== undefined && <PlaceButton tabId={tab.id} page={view.value.page} />}
        </SiteSwitch>
      )}
      {dialog.value === 'keys' && <KeysDialog onClose={closeDialog} />}
      {typeof dialog.value === 'object' && (
        <CodeDialog name={dialog.value.name} way={{ ...dialog.value.way, ...shown() }} onClose={closeDialog} />
      )}
    </main>
  )
}

function Empty() {
  return (
    <div class="empty">
      <h2>{i18n.t('popup.empty')}</h2>
      <p class="quiet">{i18n.t('popup.emptyHelp')}</p>
      <button type="button" class="button" onClick={() => void openSettings()}>
        {i18n.t('popup.setUp')}
      </button>
    </div>
  )
}

function SetUp({ text }: { readonly text: string }) {
  return (
    <div class="empty">
      <p>{text}</p>
      <button type="button" class="button button-primary" onClick={() => void openWelcome()}>
        {i18n.t('setUp.open')}
      </button>
    </div>
  )
}

function RecordName({ view: { record, page } }: { readonly view: TabView }) {
  if (record === null) return null
  const { name, firstName, lastName, company, email } = record.facts
  const shown = [name ?? [firstName, lastName].filter(Boolean).join(' '), email, record.key].find(Boolean)
  return (
    <p class="record">
      <Icon name="me" />
      <span>
        <span class="unseen">{i18n.t('popup.recordOnPage')}: </span>
        <bdi class="record-name">{shown}</bdi>
        {company !== undefined && <bdi class="quiet small">{company}</bdi>}
        {page?.isGuess && <span class="quiet small">{i18n.t('popup.guessed')}</span>}
      </span>
    </p>
  )
}

interface RemedyProps {
  readonly ending: Ending | undefined
  readonly canRetry: boolean
  onRetry(): void
}

function Remedy({ ending, canRetry, onRetry }: RemedyProps) {
  if (ending?.problem === undefined) return null
  const { problem, shortcutId } = ending
  if (shortcutId === undefined || canRetry) {
    return (
      <button type="button" class="button button-small" onClick={onRetry}>
        {i18n.t('ui.retry')}
      </button>
    )
  }
  const remedy = remedyFor(problem)
  if (remedy === undefined) return null
  return (
    <button type="button" class="button button-small" onClick={() => void openSettingsFor(problem, shortcutId)}>
      {remedy}
    </button>
  )
}

function done({ text, invitationId }: RunReply & { readonly ok: true }): Ending {
  return { notice: { tone: 'done', text }, ...(invitationId === undefined ? {} : { invitationId }) }
}

/** What the user's profile lacks, as a problem that the settings can put right. */
function profileGap(shortcut: PopupEntry): Problem | undefined {
  const [field] = shortcut.lacking
  const text = obstacleOf(shortcut, true)
  if (shortcut.for !== 'me' || field === undefined || text === undefined) return undefined
  return { code: 'missing', text, field, form: 'me' }
}

function pinnedAs({ pin: _, ...entry }: PopupEntry, place: number): PopupEntry {
  return place === -1 ? entry : { ...entry, pin: place }
}

function failed(problem: Problem | undefined, shortcutId?: string): Ending | undefined {
  if (problem === undefined) return undefined
  return {
    notice: { tone: 'problem', text: problem.text },
    problem,
    ...(shortcutId === undefined ? {} : { shortcutId }),
  }
}

/** Whether something opened, so that the popup is in its way; what was copied is told and stays. */
function hasOpened(reply: RunReply): boolean {
  return reply.ok && reply.opened && !document.documentElement.classList.contains('in-tab')
}
