/** Tests an account's connection, where its plugin can. @module */

import { useSignal } from '@preact/signals'
import { i18n } from '#i18n'
import { pluginById } from '../../all-plugins.ts'
import { inUserLanguage } from '../../desk/problem.ts'
import type { AccountView } from '../../desk/views.ts'
import { ask, problemIn } from '../../ui/ask.ts'
import { Message, type Notice } from '../../ui/message.tsx'
import { offeredActions } from '../../ui/offered-actions.ts'
import { newRecordId } from '../../vault/seal.ts'

/** The name by which a plugin offers it. */
const TEST = 'test'

/** A button that asks the vendor with the account's stored settings, and what came of it; nothing, where there is no test. */
export function ConnectionTest({ account }: { readonly account: AccountView }) {
  const isTesting = useSignal(false)
  const result = useSignal<Notice | undefined>(undefined)
  const plugin = pluginById(account.pluginId)
  const test = plugin && offeredActions(plugin, account.settings).find(({ name }) => name === TEST)
  if (test === undefined) return null

  async function run() {
    if (isTesting.value) return
    isTesting.value = true
    result.value = undefined
    const reply = await ask('action.run', { runId: newRecordId(), accountId: account.id, action: TEST, input: {} })
    const problem = problemIn(reply)
    isTesting.value = false
    result.value =
      problem === undefined
        ? { tone: 'done', text: reply?.ok ? reply.text : '' }
        : { tone: 'problem', text: problem.text }
  }

  return (
    <section class="connection">
      <button type="button" class="button" aria-disabled={isTesting.value} onClick={() => void run()}>
        {isTesting.value ? i18n.t('ui.working') : inUserLanguage(test.action.label)}
      </button>
      <p class="quiet small">{i18n.t('accounts.testHelp')}</p>
      <Message notice={result.value} />
    </section>
  )
}
