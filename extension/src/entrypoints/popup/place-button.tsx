/** Starts the picker in the tab's page. @module */

import { useSignal } from '@preact/signals'
import { i18n } from '#i18n'
import type { PageView } from '../../desk/popup-views.ts'
import { ask, problemIn } from '../../ui/ask.ts'
import { Icon } from '../../ui/icons.tsx'
import { Message, type Notice } from '../../ui/message.tsx'

/** Why the user may want to place a button. */
export type PlaceReason =
  /** No rule is for this page. */
  | 'unknown-site'
  /** A rule is for this page, and its place for buttons is not there. */
  | 'anchor-lost'
  /** There are buttons; another place may be better. */
  | 'more'

interface PlaceButtonProps {
  readonly tabId: number
  /** What is known of the tab's page. */
  readonly page: PageView | null
}

const words: { readonly [R in PlaceReason]: () => { readonly text?: string; readonly button: string } } = {
  'unknown-site': () => ({ text: i18n.t('popup.placeUnknown'), button: i18n.t('popup.place') }),
  'anchor-lost': () => ({ text: i18n.t('popup.placeLost'), button: i18n.t('popup.placeMend') }),
  more: () => ({ button: i18n.t('popup.placeMore') }),
}

function reasonFor(page: PageView | null): PlaceReason {
  if (page === null || page.siteId === null) return 'unknown-site'
  return page.lacksPlace ? 'anchor-lost' : 'more'
}

/** The button, with a sentence where something is wrong; the popup closes, since the page is what counts now. */
export function PlaceButton({ tabId, page }: PlaceButtonProps) {
  const ending = useSignal<Notice | undefined>(undefined)
  const reason = reasonFor(page)
  const siteId = page?.siteId ?? undefined
  const { text, button } = words[reason]()

  async function start() {
    const reply = await ask('picker.start', { tabId, ...(siteId === undefined ? {} : { siteId }) })
    const problem = problemIn(reply)
    if (problem === undefined) return window.close()
    ending.value = { tone: 'problem', text: problem.text }
  }

  return (
    <div class={`place place-${reason}`}>
      {text !== undefined && <p class="small quiet">{text}</p>}
      <button
        type="button"
        class={reason === 'anchor-lost' ? 'button button-small' : 'button button-plain button-small'}
        onClick={() => void start()}
      >
        <Icon name="place" />
        {button}
      </button>
      <Message notice={ending.value} />
    </div>
  )
}
