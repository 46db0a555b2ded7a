/** A dialog in which a word has to be typed before something is lost for good. @module */

import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { i18n } from '#i18n'
import { Confirm } from '../../ui/confirm.tsx'

interface TypedConfirmationProps {
  readonly title: string
  readonly children: ComponentChildren
  /** What has to be typed. */
  readonly word: string
  readonly confirm: string
  onConfirm(): void
  onClose(): void
}

/** The button works once the word was typed; layout and case do not count. */
export function TypedConfirmation({ title, children, word, confirm, onConfirm, onClose }: TypedConfirmationProps) {
  const typed = useSignal('')
  const id = useId()
  const isTyped = folded(typed.value) === folded(word)
  return (
    <Confirm title={title} confirm={confirm} isReady={isTyped} onConfirm={onConfirm} onClose={onClose}>
      {children}
      <div class="field">
        <label class="field-label" for={id}>
          {i18n.t('ui.typeToConfirm', [word])}
        </label>
        <input
          id={id}
          class="input"
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={typed.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value
          }}
        />
      </div>
    </Confirm>
  )
}

function folded(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}
