/** The texts of invitations: one for each language, the user's own or ours. @module */
import { useSignal } from '@preact/signals'
import { useEffect, useId } from 'preact/hooks'
import { i18n } from '#i18n'
import type { StoredInvitationText } from '../../../desk/invitation-views.ts'
import { defaultText } from '../../../invitations/template.ts'
import { languageName } from '../../../invitations/words.ts'
import { ask } from '../../../ui/ask.ts'
import { learnLanguages } from '../../../ui/learn-languages.ts'
import { Message } from '../../../ui/message.tsx'
import { SectionHead } from '../section-head.tsx'
import { TextForm } from './text-form.tsx'

/** A choice of the language, and the form of its text. */
export function TextsSection() {
  const id = useId()
  const languages = useSignal<readonly string[]>([])
  const language = useSignal(i18n.t('language'))
  const texts = useSignal<readonly StoredInvitationText[] | 'failed' | undefined>(undefined)

  async function read() {
    const [found, stored] = await Promise.all([learnLanguages(), ask('texts.read', {})])
    languages.value = found
    texts.value = stored ?? 'failed'
  }
  useEffect(() => void read(), [])

  const own = Array.isArray(texts.value) ? texts.value.find((text) => text.language === language.value) : undefined
  return (
    <>
      <SectionHead title={i18n.t('texts.title')} intro={i18n.t('texts.intro')} />
      {texts.value === 'failed' && <Message notice={{ tone: 'problem', text: i18n.t('error.noAnswer') }} />}
      {Array.isArray(texts.value) && (
        <>
          <div class="field">
            <label class="field-label" for={id}>
              {i18n.t('texts.language')}
            </label>
            <select
              id={id}
              class="input text-language"
              value={language.value}
              onChange={(event) => {
                language.value = event.currentTarget.value
              }}
            >
              {languages.value.map((code) => (
                <option key={code} value={code}>
                  {nameAndState(code, texts.value)}
                </option>
              ))}
            </select>
          </div>
          <TextForm
            key={`${language.value} ${own?.revision ?? 0}`}
            language={language.value}
            stored={own}
            start={own ?? defaultText(language.value)}
            onChanged={read}
          />
        </>
      )}
    </>
  )
}

function nameAndState(code: string, texts: readonly StoredInvitationText[] | 'failed' | undefined): string {
  const isOwn = Array.isArray(texts) && texts.some(({ language }) => language === code)
  return `${languageName(code)} – ${i18n.t(isOwn ? 'texts.isOwn' : 'texts.isDefault')}`
}
