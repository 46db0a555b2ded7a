/** The form of one own site. @module */

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { i18n } from '#i18n'
import type { OwnSite } from '../../desk/site-views.ts'
import type { SiteRule } from '../../sites/rule.ts'
import { ask, problemIn } from '../../ui/ask.ts'
import type { FieldProblem } from '../../ui/field-problem.ts'
import type { Notice } from '../../ui/message.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { hostsTyped, withHosts, withName } from '../../ui/site-edit.ts'
import { SiteForm } from '../../ui/site-form.tsx'
import { ownSites, refreshOwnSites } from './own-sites.ts'
import { returnSaved } from './saved.ts'
import { SavingForm } from './saving-form.tsx'
import { SectionHead } from './section-head.tsx'

/** The form of the site of this id, as soon as it was read. */
export function OwnSiteForm({ id }: { readonly id: string }) {
  useEffect(() => void refreshOwnSites(), [id])
  const found = ownSites.value?.find(({ site }) => site.id === id)
  if (found === undefined) return <SectionHead title={i18n.t('ownSites.title')} />
  return <Form key={found.revision} own={found} />
}

function Form({ own: { site: stored, revision } }: { readonly own: OwnSite }) {
  const site = useSignal<SiteRule>(stored)
  const typed = useSignal({ name: stored.name, hosts: (stored.hosts ?? []).join(' ') })
  const problem = useSignal<FieldProblem | undefined>(undefined)
  const ending = useSignal<Notice | undefined>(undefined)

  async function save() {
    ending.value = undefined
    problem.value = problemOfTyping(typed.value)
    if (problem.value !== undefined) return
    const changed = withTyping(site.value, typed.value)
    const failure = problemIn(await ask('sites.saveOwn', { site: changed, stored: { id: stored.id, revision } }))
    await refreshOwnSites()
    if (failure === undefined) await returnSaved('sites')
    else ending.value = { tone: 'problem', text: failure.text }
  }

  return (
    <>
      <SectionHead title={stored.name} />
      <SavingForm notice={ending.value} name="site" cancelTo="#sites" onSave={save}>
        <SiteForm
          site={site.value}
          name={typed.value.name}
          hosts={typed.value.hosts}
          problem={problem.value}
          onType={(changed) => {
            typed.value = changed
          }}
          onChange={(changed) => {
            site.value = changed
          }}
        />
      </SavingForm>
      <div class="form">
        <h2>{i18n.t('ownSites.share')}</h2>
        <p class="quiet">{i18n.t('ownSites.shared')}</p>
        <div>
          <button type="button" class="button" onClick={() => shareSite(stored)}>
            {i18n.t('ownSites.shareLong', [stored.name])}
          </button>
        </div>
      </div>
    </>
  )
}

/** What is wrong with what was typed. */
export function problemOfTyping({ name, hosts }: Typing): FieldProblem | undefined {
  if (name.trim() === '') return { field: 'name', text: i18n.t('ownSites.nameMissing') }
  const read = hostsTyped(hosts)
  if (read === undefined) return { field: 'hosts', text: i18n.t('ownSites.hostInvalid') }
  return read.length === 0 ? { field: 'hosts', text: i18n.t('ownSites.hostMissing') } : undefined
}

/** The site with what was typed. */
export function withTyping(site: SiteRule, { name, hosts }: Typing): SiteRule {
  return withHosts(withName(site, name), hostsTyped(hosts) ?? [])
}

/** What is typed into a site's form. */
export interface Typing {
  readonly name: string
  readonly hosts: string
}

function shareSite(site: SiteRule): void {
  saveFile(`${site.id}.json`, `${JSON.stringify(site, null, 2)}\n`, 'application/json')
}
