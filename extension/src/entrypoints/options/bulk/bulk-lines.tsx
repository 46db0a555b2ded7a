/** The gathered lines, each input of which may be corrected; those with faults come first. @module */

import type { Fields } from '@joinery/sdk'
import { useSignal } from '@preact/signals'
import { i18n } from '#i18n'
import { inUserLanguage } from '../../../desk/problem.ts'
import type { FieldProblem } from '../../../ui/field-problem.ts'
import { Icon } from '../../../ui/icons.tsx'
import type { Line } from './lines.ts'

interface BulkLinesProps {
  readonly fields: Fields
  readonly lines: readonly Line[]
  readonly faults: ReadonlyMap<number, FieldProblem>
  onChange(lines: readonly Line[]): void
}

const SHOWN = 25

/** Some lines at a time: a thousand of them would be thousands of inputs. */
export function BulkLines({ fields, lines, faults, onChange }: BulkLinesProps) {
  const first = useSignal(0)
  const names = Object.keys(fields)
  const numbers = [...lines.keys()].toSorted((one, other) => Number(faults.has(other)) - Number(faults.has(one)))
  const start = Math.min(first.value, Math.max(0, numbers.length - 1))
  const shown = numbers.slice(start, start + SHOWN).toSorted((one, other) => one - other)

  function change(number: number, name: string, value: string) {
    onChange(lines.map((line, index) => (index === number ? { ...line, [name]: value } : line)))
  }

  return (
    <>
      <p class="quiet">
        {i18n.t('bulk.check')} {faults.size > 0 && i18n.t('bulk.faulty', faults.size)}
      </p>
      <div class="table-frame">
        <table class="table lines">
          <thead>
            <tr>
              {names.map((name) => (
                <th key={name} scope="col">
                  {inUserLanguage(fields[name]?.label ?? name)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {shown.map((number) => (
              <tr key={number} class={faults.has(number) ? 'faulty' : ''} title={faults.get(number)?.text}>
                {names.map((name) => (
                  <td key={name}>
                    <input
                      class="input"
                      aria-label={`${i18n.t('bulk.line', [number + 1])}: ${inUserLanguage(fields[name]?.label ?? name)}`}
                      aria-invalid={faults.get(number)?.field === name}
                      autocomplete="off"
                      spellcheck={false}
                      value={String(lines[number]?.[name] ?? '')}
                      onChange={(event) => change(number, name, event.currentTarget.value)}
                    />
                  </td>
                ))}
                <td>
                  <button
                    type="button"
                    class="button button-plain button-icon"
                    aria-label={`${i18n.t('ui.remove')}: ${i18n.t('bulk.line', [number + 1])}`}
                    onClick={() => onChange(lines.filter((_line, index) => index !== number))}
                  >
                    <Icon name="remove" />
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {lines.length > SHOWN && (
        <div class="form-buttons">
          <button
            type="button"
            class="button"
            disabled={start === 0}
            onClick={() => {
              first.value = Math.max(0, start - SHOWN)
            }}
          >
            {i18n.t('bulk.previous')}
          </button>
          <span class="quiet">{i18n.t('bulk.ofCount', [`${start + 1}–${start + shown.length}`, lines.length])}</span>
          <button
            type="button"
            class="button"
            disabled={start + SHOWN >= lines.length}
            onClick={() => {
              first.value = start + SHOWN
            }}
          >
            {i18n.t('bulk.next')}
          </button>
        </div>
      )}
    </>
  )
}
