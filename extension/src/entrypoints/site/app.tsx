/** The page of that window: what the picker made, its name, and Save. @module */

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { i18n } from '#i18n'
import type { SiteDraftView } from '../../desk/site-views.ts'
import type { Problem } from '../../desk/views.ts'
import type { SiteRule } from '../../sites/rule.ts'
import { ask, problemIn } from '../../ui/ask.ts'
import type { FieldProblem } from '../../ui/field-problem.ts'
import { Message } from '../../ui/message.tsx'
import { withName } from '../../ui/site-edit.ts'
import { SiteForm } from '../../ui/site-form.tsx'
import { WindowHead } from '../../ui/window-head.tsx'

/** Reads what waits in this window. */
export function App() {
  const draft = useSignal<SiteDraftView | null | undefined>(undefined)
  useEffect(() => {
    void ask('sites.readDraft', {}).then((read) => {
      draft.value = read ?? null
    })
  }, [])
  if (draft.value === undefined) {
    return (
      <main>
        <p class="quiet" role="status">
          {i18n.t('ui.loading')}
        </p>
      </main>
    )
  }
  if (draft.value === null) {
    return (
      <main>
        <WindowHead>{i18n.t('ownSites.newTitle')}</WindowHead>
        <Message notice={{ tone: 'problem', text: i18n.t('ownSites.lost') }} />
        <div class="buttons">
          <CloseButton look="button-primary" words={i18n.t('ui.close')} />
        </div>
      </main>
    )
  }
  return <SavingForm draft={draft.value} />
}

function SavingForm({ draft: { site: picked, replaced } }: { readonly draft: SiteDraftView }) {
  const site = useSignal<SiteRule>(picked)
  const name = useSignal(picked.name)
  const nameProblem = useSignal<FieldProblem | undefined>(undefined)
  const problem = useSignal<Problem | undefined>(undefined)
  const isSaving = useSignal(false)

  async function save() {
    if (isSaving.value) return
    const isNamed = name.value.trim() !== ''
    nameProblem.value = isNamed ? undefined : { field: 'name', text: i18n.t('ownSites.nameMissing') }
    if (!isNamed) return
    isSaving.value = true
    const stored = replaced === undefined ? {} : { stored: { id: replaced.site.id, revision: replaced.revision } }
    problem.value = problemIn(await ask('sites.saveOwn', { site: withName(site.value, name.value), ...stored }))
    isSaving.value = false
    if (problem.value === undefined) window.close()
  }

  return (
    <main aria-busy={isSaving.value}>
      <WindowHead>{i18n.t('ownSites.newTitle')}</WindowHead>
      <div>
        <p class="host">
          <bdi>{picked.hosts?.join(', ')}</bdi>
        </p>
        <p class="quiet">{i18n.t(replaced === undefined ? 'ownSites.newIntro' : 'ownSites.newReplaces')}</p>
      </div>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <SiteForm
          site={site.value}
          name={name.value}
          problem={nameProblem.value}
          onType={(typed) => {
            name.value = typed.name
          }}
          onChange={(changed) => {
            site.value = changed
          }}
        />
        <Message notice={problem.value === undefined ? undefined : { tone: 'problem', text: problem.value.text }} />
        <div class="buttons">
          <button type="submit" class="button button-primary">
            {i18n.t('ui.save')}
          </button>
          <CloseButton look="button-plain" words={i18n.t('ui.cancel')} />
        </div>
      </form>
    </main>
  )
}

function CloseButton({ look, words }: { readonly look: string; readonly words: string }) {
  return (
    <button type="button" class={`button ${look}`} onClick={() => window.close()}>
      {words}
    </button>
  )
}
