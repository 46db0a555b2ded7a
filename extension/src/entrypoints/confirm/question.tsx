/** The question about a click: what would be done, for whom, and why it is asked. @module */

import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { i18n } from '#i18n'
import type { ConfirmView } from '../../desk/views.ts'
import type { AnyDoubt } from '../../page-messages.ts'
import { actionIcon } from '../../ui/icons.tsx'
import { WindowHead } from '../../ui/window-head.tsx'

interface QuestionProps {
  readonly view: ConfirmView
  readonly isWorking: boolean
  onAgree(trusts: boolean): void
}

/** The second click of a double click in the page must not count here. */
const UNWANTED_MILLISECONDS = 500

const reasons: { readonly [D in AnyDoubt]: (site: string) => string } = {
  address: () => i18n.t('confirm.address'),
  changed: () => i18n.t('confirm.changed'),
  moved: () => i18n.t('confirm.moved'),
  covered: () => i18n.t('confirm.covered'),
  unseen: (site) => i18n.t('confirm.unseen', [site]),
  selected: () => i18n.t('elsewhere.selected'),
}

/** Asks; the button that goes on wakes up a moment later. */
export function Question({ view, isWorking, onAgree }: QuestionProps) {
  const trusts = useSignal(false)
  const isAwake = useSignal(false)
  const go = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const timer = setTimeout(() => {
      isAwake.value = true
    }, UNWANTED_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [])
  useEffect(() => {
    if (isAwake.value) go.current?.focus()
  }, [isAwake.value])
  const { doubts, icon, shortcut, site } = view
  return (
    <>
      <WindowHead icon={actionIcon(icon)}>{i18n.t('confirm.question', [shortcut])}</WindowHead>
      <Person view={view} />
      {doubts.map((doubt) => (
        <p key={doubt}>{reasons[doubt](site)}</p>
      ))}
      {doubts.every((doubt) => doubt === 'unseen') && (
        <label class="check">
          <input
            type="checkbox"
            checked={trusts.value}
            onChange={(event) => {
              trusts.value = event.currentTarget.checked
            }}
          />
          <span>{i18n.t('confirm.trust', [site])}</span>
        </label>
      )}
      <div class="buttons">
        <button
          type="button"
          ref={go}
          class="button button-primary go"
          disabled={!isAwake.value || isWorking}
          onClick={() => onAgree(trusts.value)}
        >
          {shortcut}
        </button>
        <button type="button" class="button button-plain" onClick={() => window.close()}>
          {i18n.t('ui.cancel')}
        </button>
      </div>
    </>
  )
}

function Person({ view: { person, site } }: Pick<QuestionProps, 'view'>) {
  const { firstName, lastName, email, company } = person
  const name = [firstName, lastName].filter(Boolean).join(' ')
  return (
    <p class="person">
      <strong>
        <bdi>{name === '' ? (email ?? i18n.t('confirm.nobody')) : name}</bdi>
      </strong>
      {name !== '' && email !== undefined && <bdi class="quiet">{email}</bdi>}
      {company !== undefined && <bdi class="quiet">{company}</bdi>}
      <bdi class="quiet small">{site}</bdi>
    </p>
  )
}
