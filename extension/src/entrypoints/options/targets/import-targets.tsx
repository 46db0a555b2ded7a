/** Targets from a table in a file: which column is what, what each row would do, and the import itself. @module */

import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { i18n } from '#i18n'
import { pluginById } from '../../../all-plugins.ts'
import type { AccountView } from '../../../desk/views.ts'
import { ask } from '../../../ui/ask.ts'
import { FieldsForm } from '../../../ui/fields-form.tsx'
import { Message, type Notice } from '../../../ui/message.tsx'
import { DropPlace } from '../drop-place.tsx'
import { SectionHead } from '../section-head.tsx'
import { keyField, type Mapping, mappableFields, planRows, suggestMapping } from './csv-mapping.ts'
import { type CsvTable, readTable, textOfFile } from './csv-table.ts'
import { Columns, Preview } from './import-preview.tsx'
import { Importing } from './importing.tsx'
import { workThrough } from './work-through.ts'

/** The page of the import. */
export function ImportTargets({ accounts }: { readonly accounts: readonly AccountView[] }) {
  const accountId = useSignal(accounts[0]?.id ?? '')
  const table = useSignal<CsvTable | undefined>(undefined)
  const pasted = useSignal('')
  const mapping = useSignal<Mapping>({})
  const known = useSignal<ReadonlyMap<string, string>>(new Map())
  const complaint = useSignal<Notice | undefined>(undefined)
  const id = useId()
  const fields = mappableFields(
    pluginById(accounts.find((account) => account.id === accountId.value)?.pluginId ?? '')?.target?.fields ?? {},
  )

  async function take(text: string) {
    table.value = readTable(text)
    complaint.value = table.value === undefined ? { tone: 'problem', text: i18n.t('targetImport.noTable') } : undefined
    if (table.value !== undefined) await map(suggestMapping(table.value, fields))
  }

  async function map(changed: Mapping) {
    mapping.value = changed
    known.value = await knownTargets(accountId.value, keyField(fields, changed))
  }

  async function takeFiles([file]: readonly File[]) {
    if (file !== undefined) await take(textOfFile(new Uint8Array(await file.arrayBuffer())))
  }

  const planned = table.value === undefined ? [] : planRows(table.value, fields, mapping.value, known.value)
  return (
    <>
      <SectionHead title={i18n.t('targetImport.title')} intro={i18n.t('targetImport.intro')} />
      <div class="form">
        {accounts.length > 1 && (
          <FieldsForm
            fields={{
              account: {
                type: 'choice',
                label: i18n.t('targets.account'),
                options: Object.fromEntries(accounts.map((account) => [account.id, account.name])),
                default: accountId.value,
              },
            }}
            values={{ account: accountId.value }}
            onChange={(changed) => {
              accountId.value = String(changed.account)
              table.value = undefined
            }}
          />
        )}
        {table.value === undefined && (
          <>
            <DropPlace
              title={i18n.t('targetImport.drop')}
              label={i18n.t('targetImport.choose')}
              accept=".csv,.tsv,.txt,text/csv"
              onFiles={(files) => void takeFiles(files)}
            />
            <div class="field">
              <label class="field-label" for={id}>
                {i18n.t('targetImport.paste')}
              </label>
              <textarea
                id={id}
                class="input"
                rows={5}
                spellcheck={false}
                value={pasted.value}
                onInput={(event) => {
                  pasted.value = event.currentTarget.value
                }}
              />
            </div>
            <div class="form-buttons">
              <button type="button" class="button" onClick={() => void take(pasted.value)}>
                {i18n.t('bulk.read')}
              </button>
              <a class="button button-plain" href="#targets">
                {i18n.t('ui.cancel')}
              </a>
            </div>
          </>
        )}
        <Message notice={complaint.value} />
        {table.value !== undefined && (
          <>
            <h2>{i18n.t('targetImport.columns')}</h2>
            <Columns
              table={table.value}
              fields={fields}
              mapping={mapping.value}
              onMap={(changed) => void map(changed)}
            />
            <Preview planned={planned} fields={fields} mapping={mapping.value} />
            {Object.values(mapping.value).some((place) => place !== undefined) && (
              <Importing
                key={JSON.stringify(mapping.value)}
                accountId={accountId.value}
                table={table.value}
                planned={planned}
                onAnother={() => {
                  table.value = undefined
                }}
              />
            )}
          </>
        )}
      </div>
    </>
  )
}

/** The account's targets by what stands in a field. */
async function knownTargets(accountId: string, field: string | undefined): Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, string>()
  if (field === undefined) return known
  const { ids = [] } = (await ask('targets.list', { query: '', accountId })) ?? {}
  await workThrough({
    items: ids,
    signal: new AbortController().signal,
    onProgress: () => {},
    async work(part) {
      for (const { id, fields } of (await ask('targets.read', { ids: [...part] })) ?? []) {
        known.set(String(fields[field] ?? ''), id)
      }
    },
  })
  return known
}
