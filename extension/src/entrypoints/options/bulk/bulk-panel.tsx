/** An action for a whole list: gather and check it, or see how far it is. @module */

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import type { AccountView, BulkView } from '../../../desk/views.ts'
import type { BulkNotice } from '../../../messages.ts'
import { ask } from '../../../ui/ask.ts'
import type { OfferedAction } from '../../../ui/offered-actions.ts'
import { BulkForm } from './bulk-form.tsx'
import { BulkProgress } from './bulk-progress.tsx'

interface BulkPanelProps {
  readonly account: AccountView
  readonly offered: OfferedAction
}

const LOOK_EVERY_MILLISECONDS = 2_000

/** One list at a time, whichever action it is for. */
export function BulkPanel({ account, offered }: BulkPanelProps) {
  const view = useSignal<BulkView | null | undefined>(undefined)

  async function look() {
    const read = await ask('bulk.read', {})
    if (read !== undefined) view.value = read
  }
  useEffect(() => {
    void look()
    const hear = (message: unknown) => {
      if ((Object(message) as Partial<BulkNotice>).notice === 'bulk-changed') void look()
    }
    browser.runtime.onMessage.addListener(hear)
    // A background that was stopped tells nothing; the question wakes it.
    const looking = setInterval(() => {
      if (view.value?.state === 'running') void look()
    }, LOOK_EVERY_MILLISECONDS)
    return () => {
      browser.runtime.onMessage.removeListener(hear)
      clearInterval(looking)
    }
  }, [])

  if (view.value === undefined) return null
  return (
    <section class="bulk" aria-labelledby="bulk-title">
      <h2 id="bulk-title">{i18n.t('bulk.many')}</h2>
      {view.value === null ? (
        <BulkForm account={account} offered={offered} onBegun={() => void look()} />
      ) : (
        <BulkProgress view={view.value} onChanged={() => void look()} />
      )}
      <h2>{i18n.t('bulk.one')}</h2>
    </section>
  )
}
