/** Imports a site from a file: what is in it is shown before it is saved. @module */

import { useSignal } from '@preact/signals'
import { i18n } from '#i18n'
import type { SiteRule } from '../../sites/rule.ts'
import { readSiteFile } from '../../sites/site-file.ts'
import { siteProblemWords } from '../../sites/site-problem-words.ts'
import { ask, problemIn } from '../../ui/ask.ts'
import type { FieldProblem } from '../../ui/field-problem.ts'
import { Message, type Notice } from '../../ui/message.tsx'
import { SiteForm } from '../../ui/site-form.tsx'
import { wrongSelector } from '../../ui/wrong-selector.ts'
import { DropPlace } from './drop-place.tsx'
import { problemOfTyping, type Typing, withTyping } from './own-site-form.tsx'
import { ownSites, refreshOwnSites } from './own-sites.ts'
import { returnSaved } from './saved.ts'
import { SavingForm } from './saving-form.tsx'

const LARGEST_FILE_BYTES = 256 * 1024

/** The place for the file; once it was read, the site's form. */
export function SiteImport() {
  const site = useSignal<SiteRule | undefined>(undefined)
  const problem = useSignal<Notice | undefined>(undefined)

  async function read([file]: readonly File[]) {
    site.value = undefined
    problem.value = undefined
    if (file === undefined) return
    const found = await siteIn(file)
    if (typeof found === 'string') problem.value = { tone: 'problem', text: found }
    else site.value = found
  }

  if (site.value !== undefined) {
    return (
      <Preview
        key={site.value}
        imported={site.value}
        onDone={() => {
          site.value = undefined
        }}
      />
    )
  }
  return (
    <div class="form" data-name="import-site">
      <h2>{i18n.t('ownSites.importTitle')}</h2>
      <p class="quiet">{i18n.t('ownSites.importHelp')}</p>
      <DropPlace
        title={i18n.t('ownSites.importDrop')}
        label={i18n.t('ownSites.importFile')}
        accept=".json"
        onFiles={(files) => void read(files)}
      />
      <Message notice={problem.value} />
    </div>
  )
}

interface PreviewProps {
  readonly imported: SiteRule
  onDone(): void
}

function Preview({ imported, onDone }: PreviewProps) {
  const site = useSignal<SiteRule>(imported)
  const typed = useSignal<Typing>({ name: imported.name, hosts: (imported.hosts ?? []).join(' ') })
  const problem = useSignal<FieldProblem | undefined>(undefined)
  const ending = useSignal<Notice | undefined>(undefined)
  const replaced = ownSites.value?.find((own) => own.site.id === imported.id)

  async function save() {
    ending.value = undefined
    problem.value = problemOfTyping(typed.value)
    if (problem.value !== undefined) return
    const stored = replaced === undefined ? {} : { stored: { id: imported.id, revision: replaced.revision } }
    const failure = problemIn(await ask('sites.saveOwn', { site: withTyping(site.value, typed.value), ...stored }))
    await refreshOwnSites()
    if (failure !== undefined) {
      ending.value = { tone: 'problem', text: failure.text }
      return
    }
    onDone()
    await returnSaved('sites')
  }

  return (
    <SavingForm
      notice={ending.value}
      name="import-site"
      submit={i18n.t('ownSites.import')}
      onCancel={onDone}
      onSave={save}
    >
      <h2>{i18n.t('ownSites.importTitle')}</h2>
      {replaced !== undefined && <p class="quiet">{i18n.t('ownSites.replaces', [replaced.site.name])}</p>}
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
  )
}

/** The site in a file, or what is wrong with it, in words. */
async function siteIn(file: File): Promise<SiteRule | string> {
  if (file.size > LARGEST_FILE_BYTES) return i18n.t('ownSites.tooLarge')
  const json = parsed(await file.text())
  if (json === undefined) return i18n.t('ownSites.noJson')
  const read = readSiteFile(json)
  if ('problem' in read) return siteProblemWords(read.problem)
  const path = wrongSelector(read.site)
  return path === undefined ? read.site : siteProblemWords({ path, fault: 'wrongForm', allowed: '' })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
