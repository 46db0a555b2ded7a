/** A form with its Save button. @module */

import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { i18n } from '#i18n'
import { Message, type Notice } from '../../ui/message.tsx'

interface SavingFormProps {
  readonly children: ComponentChildren
  /** What went wrong beyond single fields, or that it is done. */
  readonly notice: Notice | undefined
  /** Where Cancel leads; a form without it has no Cancel. */
  readonly cancelTo?: string
  /** What Cancel does, where it leads nowhere else. */
  onCancel?(): void
  /** The button's words, where they are not Save. */
  readonly submit?: string
  /** Tells this form from others on the page. */
  readonly name?: string
  /** Called within the click or key press itself; until it resolves, further ones are ignored. */
  onSave(): Promise<void>
}

/** Saves once per click; what was typed stays whatever comes of it. */
export function SavingForm(props: SavingFormProps) {
  const { children, notice, cancelTo, name, submit = i18n.t('ui.save'), onCancel, onSave } = props
  const isSaving = useSignal(false)
  function onSubmit(event: Event) {
    event.preventDefault()
    if (isSaving.value) return
    isSaving.value = true
    void onSave().finally(() => {
      isSaving.value = false
    })
  }
  return (
    <form class="form" data-name={name} noValidate onSubmit={onSubmit}>
      {children}
      <Message notice={notice} />
      <div class="form-buttons">
        <button type="submit" class="button button-primary" aria-disabled={isSaving.value}>
          {isSaving.value ? i18n.t('ui.working') : submit}
        </button>
        {cancelTo !== undefined && (
          <a class="button button-plain" href={cancelTo}>
            {i18n.t('ui.cancel')}
          </a>
        )}
        {onCancel !== undefined && (
          <button type="button" class="button button-plain" onClick={onCancel}>
            {i18n.t('ui.cancel')}
          </button>
        )}
      </div>
    </form>
  )
}
