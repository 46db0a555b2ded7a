/** The user says which target is meant. @module */

import { useSignal } from '@preact/signals'
import { useEffect, useId } from 'preact/hooks'
import { i18n } from '#i18n'
import type { ControlView, TargetLines } from '../../desk/views.ts'
import { ask } from '../../ui/ask.ts'
import { WindowHead } from '../../ui/window-head.tsx'

interface PickTargetProps {
  readonly view: Extract<ControlView, { readonly ok: true }>
  onPick(targetId: string): void
}

const SHOWN = 50

/** The account's targets by what is typed; the record's company comes first where it finds any. */
export function PickTarget({ view, onPick }: PickTargetProps) {
  const { accountId, company } = view
  const typed = useSignal('')
  const found = useSignal<TargetLines | undefined>(undefined)
  const id = useId()
  useEffect(() => {
    let isCurrent = true
    void search(accountId, typed.value, company).then((lines) => {
      if (isCurrent) found.value = lines
    })
    return () => {
      isCurrent = false
    }
  }, [typed.value])
  return (
    <>
      <WindowHead>{headingOf(view)}</WindowHead>
      <div class="field">
        <label class="field-label" for={id}>
          {i18n.t(view.reachesIn ? 'control.find' : 'targets.find')}
        </label>
        <input
          id={id}
          class="input"
          type="search"
          autocomplete="off"
          value={typed.value}
          ref={(element) => {
            if (document.activeElement === document.body) element?.focus()
          }}
          onInput={(event) => {
            typed.value = event.currentTarget.value
          }}
        />
      </div>
      <ul class="found">
        {found.value?.targets.map((target) => (
          <li key={target.id}>
            <button type="button" class="button button-plain" onClick={() => onPick(target.id)}>
              <bdi>{target.label}</bdi>
            </button>
          </li>
        ))}
      </ul>
      <p class="quiet" role="status">
        {found.value?.more && i18n.t('targets.more')}
        {found.value?.targets.length === 0 && i18n.t('targets.noMatch', [typed.value])}
      </p>
      <p class="quiet small">{i18n.t('control.remembered')}</p>
    </>
  )
}

function headingOf({ person, reachesIn, targetName }: PickTargetProps['view']): string {
  if (!reachesIn) return person === '' ? targetName : i18n.t('control.targetFor', [targetName, person])
  return person === '' ? i18n.t('control.pick') : i18n.t('control.pickFor', [person])
}

async function search(accountId: string, typed: string, company: string): Promise<TargetLines | undefined> {
  const ofCompany =
    typed === '' && company !== ''
      ? await ask('desk.findTargets', { query: company, accountId, limit: SHOWN })
      : undefined
  if (ofCompany !== undefined && ofCompany.targets.length > 0) return ofCompany
  return await ask('desk.findTargets', { query: typed, accountId, limit: SHOWN })
}
