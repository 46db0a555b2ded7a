/** Demo rooms, for those who have no account yet. @module */

import { useSignal } from '@preact/signals'
import { i18n } from '#i18n'
import { demo } from '../../demo-plugin.ts'
import type { DeskView } from '../../desk/views.ts'
import { ask, problemIn } from '../../ui/ask.ts'
import { Icon } from '../../ui/icons.tsx'
import { notice, refreshDesk } from '../options/desk.ts'

/** One click begins it, one ends it; while it runs, its rooms can be joined from here. */
export function DemoOffer({ desk }: { readonly desk: DeskView }) {
  const isWorking = useSignal(false)
  const account = desk.accounts.find(({ pluginId }) => pluginId === demo.id)
  const shortcuts = desk.shortcuts.filter(({ accountId, action }) => accountId === account?.id && action === 'join')

  async function change(message: 'demo.start' | 'demo.end') {
    if (isWorking.value) return
    isWorking.value = true
    const problem = problemIn(await ask(message, {}))
    notice.value = problem === undefined ? undefined : { tone: 'problem', text: problem.text }
    await refreshDesk()
    isWorking.value = false
  }

  async function join(shortcutId: string) {
    const problem = problemIn(await ask('desk.run', { shortcutId }))
    notice.value = problem === undefined ? undefined : { tone: 'problem', text: problem.text }
  }

  return (
    <section class="demo-offer" aria-labelledby="demo">
      <h2 id="demo" tabIndex={-1}>
        {i18n.t('demo.offer')}
      </h2>
      <p class="quiet">{i18n.t('demo.offerText')}</p>
      <div class="form-buttons">
        {account === undefined ? (
          <button type="button" class="button button-primary" onClick={() => void change('demo.start')}>
            {i18n.t('demo.start')}
          </button>
        ) : (
          <>
            {shortcuts.map(({ id, name }) => (
              <button key={id} type="button" class="button" onClick={() => void join(id)}>
                <Icon name="join" />
                <bdi>{name}</bdi>
              </button>
            ))}
            <button type="button" class="button button-danger" onClick={() => void change('demo.end')}>
              {i18n.t('demo.end')}
            </button>
          </>
        )}
      </div>
    </section>
  )
}
