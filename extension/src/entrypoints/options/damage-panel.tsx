/** Records that do not open: how many, to take along, to remove. @module */

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { i18n } from '#i18n'
import { problemOf } from '../../desk/problem.ts'
import { damagedRecords, exportDamaged, removeDamaged } from '../../desk/vault-care.ts'
import { ask } from '../../ui/ask.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { datedName, saveFile } from '../../ui/save-file.ts'
import type { Damage } from '../../vault/seal.ts'
import { notice } from './desk.ts'

/** Checks every record when it is shown. */
export function DamagePanel() {
  const damaged = useSignal<readonly Damage[] | undefined>(undefined)
  const isAsking = useSignal(false)

  async function telling(work: () => Promise<void>) {
    try {
      await work()
    } catch (error) {
      notice.value = { tone: 'problem', text: problemOf(error).text }
    }
  }
  async function check() {
    damaged.value = await damagedRecords()
  }
  useEffect(() => void telling(check), [])

  async function remove() {
    isAsking.value = false
    await removeDamaged(damaged.value ?? [])
    await ask('desk.refresh', {})
    await check()
    notice.value = { tone: 'done', text: i18n.t('ui.removed') }
  }

  const count = damaged.value?.length ?? 0
  return (
    <section class="form" aria-labelledby="damage" aria-busy={damaged.value === undefined}>
      <h2 id="damage">{i18n.t('vault.damageTitle')}</h2>
      {damaged.value === undefined && <p class="quiet">{i18n.t('vault.checking')}</p>}
      {damaged.value !== undefined && count === 0 && <p>{i18n.t('vault.noDamage')}</p>}
      {count > 0 && (
        <>
          <p>{i18n.t('vault.damage', count)}</p>
          <ul class="damaged small quiet" dir="ltr">
            {damaged.value?.slice(0, 20).map(({ id, reason }) => (
              <li key={id}>
                {id} · {reason}
              </li>
            ))}
          </ul>
          <div class="form-buttons">
            <button
              type="button"
              class="button"
              onClick={() =>
                void telling(async () => {
                  const text = await exportDamaged(damaged.value ?? [])
                  saveFile(datedName('joinery-damaged', 'json'), text, 'application/json')
                })
              }
            >
              {i18n.t('vault.saveDamage')}
            </button>
            <button
              type="button"
              class="button button-danger"
              onClick={() => {
                isAsking.value = true
              }}
            >
              {i18n.t('vault.removeDamage')}
            </button>
          </div>
        </>
      )}
      {isAsking.value && (
        <Confirm
          title={i18n.t('vault.removeDamageTitle')}
          onConfirm={() => void telling(remove)}
          onClose={() => {
            isAsking.value = false
          }}
        >
          <p>{i18n.t('vault.removeDamageText')}</p>
        </Confirm>
      )}
    </section>
  )
}
