/** A plugin's card: what it may do, which accounts use it, and the way to be rid of one that came from a file. @module */

import type { Plugin } from '@joinery/sdk'
import { useSignal } from '@preact/signals'
import { i18n } from '#i18n'
import { sourceOf } from '../../../added-plugins.ts'
import { dropPluginFile } from '../../../desk/plugin-files.ts'
import { inUserLanguage, problemOf } from '../../../desk/problem.ts'
import type { AccountView } from '../../../desk/views.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { notice, refreshDesk } from '../desk.ts'
import { Part, PluginHead, PluginRights } from './plugin-parts.tsx'

interface PluginCardProps {
  readonly plugin: Plugin
  /** Those that use it. */
  readonly accounts: readonly AccountView[]
}

/** The card. */
export function PluginCard({ plugin, accounts }: PluginCardProps) {
  const titleId = `plugin-${plugin.id}`
  const source = sourceOf(plugin.id)
  return (
    <article class="form plugin" aria-labelledby={titleId}>
      <PluginHead plugin={plugin} titleId={titleId} />
      {source === 'policy' && <p class="quiet small">{i18n.t('accounts.managed')}</p>}
      <PluginRights plugin={plugin} />
      <Part title={i18n.t('plugins.accountsTitle')}>
        <Accounts accounts={accounts} />
      </Part>
      {source === 'file' && <FromFile plugin={plugin} accounts={accounts} />}
    </article>
  )
}

function Accounts({ accounts }: Pick<PluginCardProps, 'accounts'>) {
  if (accounts.length === 0) return <p class="quiet">{i18n.t('plugins.noAccount')}</p>
  return (
    <ul class="plain">
      {accounts.map((account) => (
        <li key={account.id}>
          {account.isManaged ? (
            <bdi>{account.name}</bdi>
          ) : (
            <a href={`#accounts/${account.id}`}>
              <bdi>{account.name}</bdi>
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

function FromFile({ plugin, accounts }: PluginCardProps) {
  const asks = useSignal(false)
  const name = inUserLanguage(plugin.name)

  async function remove() {
    asks.value = false
    try {
      await dropPluginFile(plugin.id, accounts)
      notice.value = { tone: 'done', text: i18n.t('ui.removed') }
    } catch (error) {
      notice.value = { tone: 'problem', text: problemOf(error).text }
    }
    await refreshDesk()
    document.querySelector<HTMLElement>('h1')?.focus()
  }

  return (
    <div class="plugin-part">
      <p class="quiet small">
        {i18n.t('plugins.fromFile')} {accounts.length > 0 && i18n.t('plugins.inUse')}
      </p>
      {accounts.length === 0 && (
        <div>
          <button
            type="button"
            class="button button-plain"
            aria-describedby={`plugin-${plugin.id}`}
            onClick={() => {
              asks.value = true
            }}
          >
            {i18n.t('ui.remove')}
          </button>
        </div>
      )}
      {asks.value && (
        <Confirm
          title={i18n.t('plugins.removeTitle', [name])}
          onConfirm={() => void remove()}
          onClose={() => {
            asks.value = false
          }}
        >
          <p>{i18n.t('plugins.removeText')}</p>
        </Confirm>
      )}
    </div>
  )
}
