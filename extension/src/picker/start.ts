/** Starts the picker in a page, and keeps it there until the user or the desk ends it. @module */
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { useTexts } from '../i18n.ts'
import { direction } from '../language-direction.ts'
import type { PageNotice } from '../page-messages.ts'
import { send } from '../send.ts'
import { type Draft, EMPTY, readDraft, writeDraft } from './draft.ts'
import { pickIn } from './pick.ts'

/** Asks whether this tab picks, and goes on with what was chosen before the page was loaded. */
export async function startPicker(life: AbortController): Promise<void> {
  const setup = await send('picker.begin', {}).catch(() => null)
  if (setup === null || setup === undefined || life.signal.aborted) return
  useTexts(setup.texts)
  const onNotice = (message: unknown): undefined => {
    if ((Object(message) as Partial<PageNotice>).notice === 'picker-ended') life.abort()
  }
  browser.runtime.onMessage.addListener(onNotice)
  life.signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onNotice))
  const keep = createKeeper(setup.turn, life.signal)
  const picked = pickIn({
    base: setup.base ?? null,
    draft: setup.draft === undefined ? EMPTY : readDraft(setup.draft),
    language: i18n.t('language'),
    direction: direction(),
    keep,
    async save(site) {
      const reply = await send('picker.draft', { site }).catch(() => undefined)
      if (reply === undefined) return i18n.t('page.gone')
      return reply.ok ? undefined : reply.problem.text
    },
    isAlive: () => browser.runtime?.id !== undefined,
    end,
    signal: life.signal,
  })
  await picked.catch((error: unknown) => {
    console.error(error)
    end()
  })

  function end(): void {
    void send('picker.end', {}).catch(() => false)
    life.abort()
  }
}

const KEEP_MILLISECONDS = 200

// A slider changes the draft with each of its steps; the page may go at any time.
function createKeeper(turn: number, signal: AbortSignal): (draft: Draft) => void {
  let unsent: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  function sendNow(): void {
    clearTimeout(timer)
    timer = undefined
    if (unsent !== undefined) void send('picker.keep', { draft: unsent, turn }).catch(() => false)
    unsent = undefined
  }
  addEventListener('pagehide', sendNow, { signal })
  signal.addEventListener('abort', () => clearTimeout(timer))
  return (draft) => {
    unsent = writeDraft(draft)
    timer ??= setTimeout(sendNow, KEEP_MILLISECONDS)
  }
}
