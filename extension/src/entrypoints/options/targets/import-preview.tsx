/** Which column is what, and what each row would do. @module */

import type { Fields } from '@joinery/sdk'
import { i18n } from '#i18n'
import { inUserLanguage } from '../../../desk/problem.ts'
import { problemOfValues } from '../../../ui/field-problem.ts'
import { FieldsForm } from '../../../ui/fields-form.tsx'
import type { Mapping, PlannedRow } from './csv-mapping.ts'
import type { CsvTable } from './csv-table.ts'

const SHOWN = 8
const NO_COLUMN = ''

interface ColumnsProps {
  readonly table: CsvTable
  readonly fields: Fields
  readonly mapping: Mapping
  onMap(mapping: Mapping): void
}

/** A choice of column for each field. */
export function Columns({ table, fields, mapping, onMap }: ColumnsProps) {
  const options = Object.fromEntries(table.columns.map((name, place) => [String(place), name || String(place + 1)]))
  const choices = Object.fromEntries(
    Object.entries(fields).map(([name, { label }]) => [
      name,
      { type: 'choice', label, options, optional: true } as const,
    ]),
  )
  const values = Object.fromEntries(
    Object.keys(fields).map((name) => [name, mapping[name] === undefined ? NO_COLUMN : String(mapping[name])]),
  )
  return (
    <FieldsForm
      fields={choices}
      values={values}
      onChange={(changed) =>
        onMap(
          Object.fromEntries(
            Object.entries(changed).flatMap(([name, place]) => (place === NO_COLUMN ? [] : [[name, Number(place)]])),
          ),
        )
      }
    />
  )
}

interface PreviewProps {
  readonly planned: readonly PlannedRow[]
  readonly fields: Fields
  readonly mapping: Mapping
}

/** What the first rows become. */
export function Preview({ planned, fields, mapping }: PreviewProps) {
  const shown = Object.keys(fields).filter((name) => mapping[name] !== undefined)
  const changes = planned.filter(({ id }) => id !== undefined).length
  if (shown.length === 0) return <p class="nothing">{i18n.t('targetImport.nothingMapped')}</p>
  return (
    <section class="group result">
      <h2>{i18n.t('targetImport.preview')}</h2>
      <p role="status">
        {i18n.t('targetImport.new', planned.length - changes)} {i18n.t('targetImport.changes', changes)}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable */}
      <section class="table-frame" tabIndex={0} aria-label={i18n.t('targetImport.preview')}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{i18n.t('targetImport.row')}</th>
              {shown.map((name) => (
                <th key={name} scope="col">
                  {inUserLanguage(fields[name]?.label ?? '')}
                </th>
              ))}
              <th scope="col">{i18n.t('targetImport.what')}</th>
            </tr>
          </thead>
          <tbody>
            {planned.slice(0, SHOWN).map((row) => (
              <tr key={row.number}>
                <td>{row.number}</td>
                {shown.map((name) => (
                  <td key={name}>
                    <bdi>{fields[name]?.type === 'secret' ? '••••' : String(row.fields[name] ?? '')}</bdi>
                  </td>
                ))}
                <td class="words">
                  <bdi>{problemOfValues(fields, row.fields)?.text ?? whatOf(row)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function whatOf({ id }: PlannedRow): string {
  return id === undefined ? i18n.t('backup.new') : i18n.t('targetImport.isChanged')
}
