/** Adds a plugin from a file: what it is and may do is shown before anything is kept. @module */
import { useSignal } from '@preact/signals'
import { i18n } from '#i18n'
import { addPluginOffer, type PluginOffer, readPluginOffer } from '../../../desk/plugin-files.ts'
import { inUserLanguage, problemOf } from '../../../desk/problem.ts'
import { ask } from '../../../ui/ask.ts'
import { Message, type Notice } from '../../../ui/message.tsx'
import { notice, refreshDesk } from '../desk.ts'
import { DropPlace } from '../drop-place.tsx'
import { SavingForm } from '../saving-form.tsx'
import { growthOf } from './permission-words.ts'
import { Part, PluginHead, PluginRights, Sentences } from './plugin-parts.tsx'

/** The place for the file; once it was read, what is in it. */
export function PluginImport() {
  const offer = useSignal<PluginOffer | undefined>(undefined)
  const problem = useSignal<Notice | undefined>(undefined)

  async function telling(work: () => Promise<void>) {
    problem.value = undefined
    try {
      await work()
    } catch (error) {
      problem.value = { tone: 'problem', text: problemOf(error).text }
    }
  }
  const read = ([file]: readonly File[]) =>
    telling(async () => {
      if (file !== undefined) offer.value = await readPluginOffer(file)
    })
  const add = (offered: PluginOffer) =>
    telling(async () => {
      await addPluginOffer(offered)
      offer.value = undefined
      // What pages and menus show may have other words now.
      await ask('desk.refresh', {})
      await refreshDesk()
      notice.value = { tone: 'done', text: i18n.t('plugins.added', [inUserLanguage(offered.plugin.name)]) }
      document.querySelector<HTMLElement>('h1')?.focus()
    })

  const offered = offer.value
  if (offered === undefined) {
    return (
      <div class="form" data-name="import-plugin">
        <h2>{i18n.t('plugins.addTitle')}</h2>
        <p class="quiet">{i18n.t('plugins.addHelp')}</p>
        <DropPlace
          title={i18n.t('plugins.addDrop')}
          label={i18n.t('plugins.addFile')}
          accept=".json"
          onFiles={(files) => void read(files)}
        />
        <Message notice={problem.value} />
      </div>
    )
  }
  return (
    <SavingForm
      name="import-plugin"
      notice={problem.value}
      submit={i18n.t(offered.replaced === undefined ? 'plugins.add' : 'plugins.replace')}
      onCancel={() => {
        offer.value = undefined
      }}
      onSave={() => add(offered)}
    >
      <Preview offer={offered} />
    </SavingForm>
  )
}

function Preview({ offer: { plugin, replaced } }: { readonly offer: PluginOffer }) {
  const growth = replaced === undefined ? [] : growthOf(replaced, plugin)
  return (
    <>
      <PluginHead plugin={plugin} titleId="offered-plugin" />
      <p>
        <bdi>{i18n.t('plugins.id', [plugin.id])}</bdi>
      </p>
      {replaced !== undefined && <p>{i18n.t('plugins.replaces', [replaced.version])}</p>}
      {replaced !== undefined && growth.length > 0 && (
        <div class="message message-notice plugin-growth">
          <Part title={i18n.t('plugins.grew', [replaced.version])}>
            <Sentences of={growth} />
          </Part>
        </div>
      )}
      <PluginRights plugin={plugin} />
    </>
  )
}
