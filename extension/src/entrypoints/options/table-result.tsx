/** A table that an action gave, and the file to take it along. @module */

import { csvOf } from '@joinery/sdk/csv'
import { i18n } from '#i18n'
import { userLanguage } from '../../desk/problem.ts'
import type { TableView } from '../../desk/views.ts'
import { datedName, saveFile } from '../../ui/save-file.ts'

const SHOWN = 200

/** The first rows; the file has all of them. */
export function TableResult({ table }: { readonly table: TableView }) {
  const { title, columns, rows } = table
  return (
    <section class="result">
      <h2>{title}</h2>
      <div>
        <button
          type="button"
          class="button"
          onClick={() =>
            saveFile(datedName('joinery', 'csv'), csvOf({ type: 'table', ...table }, userLanguage()), 'text/csv')
          }
        >
          {i18n.t('actions.csv')}
        </button>
      </div>
      {rows.length > SHOWN && <p class="quiet">{i18n.t('actions.shownRows', [SHOWN, rows.length])}</p>}
      {/* It scrolls by keyboard, too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable */}
      <section class="table-frame" aria-label={title} tabIndex={0}>
        <table class="table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column}>
                    <bdi>{cell}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
