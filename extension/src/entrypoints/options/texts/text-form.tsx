/** The form of one language's text, with what it looks like to a guest. @module */
import { useSignal } from '@preact/signals'
import { useEffect, useId, useRef } from 'preact/hooks'
import { i18n } from '#i18n'
import type { InvitationText, StoredInvitationText } from '../../../desk/invitation-views.ts'
import { MOST_BODY_LETTERS, MOST_SUBJECT_LETTERS } from '../../../invitation-messages.ts'
import { faultIn } from '../../../invitations/template.ts'
import { ask, problemIn } from '../../../ui/ask.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { Icon } from '../../../ui/icons.tsx'
import type { Notice } from '../../../ui/message.tsx'
import { notice } from '../desk.ts'
import { SavingForm } from '../saving-form.tsx'
import { faultWords } from './fault-words.ts'
import { PlaceholderList } from './placeholder-list.tsx'
import { TextPreview } from './text-preview.tsx'

interface TextFormProps {
  readonly language: string
  readonly stored: StoredInvitationText | undefined
  readonly start: InvitationText
  onChanged(): Promise<void>
}

type FieldName = keyof InvitationText

/** Says what is wrong at once, for the preview shows what is typed at once. */
export function TextForm({ language, stored, start, onChanged }: TextFormProps) {
  const text = useSignal<InvitationText>({ subject: start.subject, body: start.body })
  const complaint = useSignal<Notice | undefined>(undefined)
  const isAsking = useSignal(false)
  const form = useRef<HTMLDivElement>(null)
  const used = useRef<FieldName>('body')
  const fault = faultIn(text.value)
  const problemOf = (field: FieldName) => (fault?.field === field ? faultWords(fault) : undefined)
  const inputOf = (field: FieldName) =>
    form.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${field}"]`)

  function insert(placeholder: string) {
    const field = used.current
    const input = inputOf(field)
    if (!input) return
    const { selectionStart, selectionEnd, value } = input
    const [from, to] = [selectionStart ?? value.length, selectionEnd ?? value.length]
    text.value = { ...text.value, [field]: value.slice(0, from) + placeholder + value.slice(to) }
    input.focus()
    // Once it stands there, one types on behind it.
    queueMicrotask(() => input.setSelectionRange(from + placeholder.length, from + placeholder.length))
  }

  async function save() {
    complaint.value = undefined
    notice.value = undefined
    if (fault !== undefined) return inputOf(fault.field)?.focus()
    const version = stored === undefined ? {} : { stored: { id: stored.id, revision: stored.revision } }
    const problem = problemIn(await ask('texts.save', { ...version, language, ...text.value }))
    if (problem !== undefined) {
      complaint.value = { tone: 'problem', text: problem.text }
      return
    }
    notice.value = { tone: 'done', text: i18n.t('ui.saved') }
    await onChanged()
  }

  async function reset() {
    isAsking.value = false
    if (stored === undefined) return
    const problem = problemIn(await ask('texts.reset', { id: stored.id, revision: stored.revision }))
    notice.value =
      problem === undefined ? { tone: 'done', text: i18n.t('texts.wasReset') } : { tone: 'problem', text: problem.text }
    await onChanged()
    document.querySelector<HTMLElement>('h1')?.focus()
  }

  return (
    <div ref={form} class="text-form">
      <SavingForm notice={complaint.value} onSave={save}>
        {(['subject', 'body'] as const).map((field) => (
          <TextField
            key={field}
            field={field}
            language={language}
            value={text.value[field]}
            problem={problemOf(field)}
            onFocus={() => {
              used.current = field
            }}
            onChange={(value) => {
              text.value = { ...text.value, [field]: value }
            }}
          />
        ))}
        <PlaceholderList onInsert={insert} />
        <TextPreview text={text.value} language={language} isWhole={fault === undefined} />
        <p class="quiet small">{i18n.t('texts.changes')}</p>
      </SavingForm>
      {stored !== undefined && (
        <button
          type="button"
          class="button button-plain reset-text"
          onClick={() => {
            isAsking.value = true
          }}
        >
          <Icon name="remove" />
          {i18n.t('texts.reset')}
        </button>
      )}
      {isAsking.value && (
        <Confirm
          title={i18n.t('texts.resetTitle')}
          onConfirm={() => void reset()}
          onClose={() => {
            isAsking.value = false
          }}
        >
          <p>{i18n.t('texts.resetText')}</p>
        </Confirm>
      )}
    </div>
  )
}

interface TextFieldProps {
  readonly field: FieldName
  readonly language: string
  readonly value: string
  readonly problem: string | undefined
  onFocus(): void
  onChange(value: string): void
}

function TextField({ field, language, value, problem, onFocus, onChange }: TextFieldProps) {
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  // As tall as what stands in it.
  useEffect(() => {
    if (area.current === null) return
    area.current.style.blockSize = 'auto'
    area.current.style.blockSize = `${area.current.scrollHeight + 2}px`
  }, [value])
  const shared = {
    id,
    name: field,
    class: 'input',
    lang: language,
    dir: 'auto' as const,
    value,
    'aria-invalid': problem !== undefined,
    'aria-describedby': `${id}-problem`,
    onFocus,
  }
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {field === 'subject' ? i18n.t('texts.subject') : i18n.t('texts.body')}
      </label>
      {field === 'subject' ? (
        <input
          {...shared}
          type="text"
          maxLength={MOST_SUBJECT_LETTERS}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <textarea
          {...shared}
          ref={area}
          maxLength={MOST_BODY_LETTERS}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
      <div id={`${id}-problem`} role="status">
        {problem !== undefined && (
          <p class="field-error">
            <Icon name="problem" />
            <span>{problem}</span>
          </p>
        )}
      </div>
    </div>
  )
}
