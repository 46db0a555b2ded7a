/** In which language guests are spoken to. @module */
import type { Signal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { i18n } from '#i18n'
import { languageName } from '../../invitations/words.ts'

interface LanguageChoiceProps {
  readonly languages: readonly string[]
  readonly chosen: Signal<string>
}

/** A list of what the extension has texts in; nothing where there is no choice. */
export function LanguageChoice({ languages, chosen }: LanguageChoiceProps) {
  const id = useId()
  if (languages.length < 2) return null
  return (
    <div class="language">
      <label class="small" for={id}>
        {i18n.t('invitation.language')}
      </label>
      <select
        id={id}
        class="input"
        value={chosen.value}
        onChange={(event) => {
          chosen.value = event.currentTarget.value
        }}
      >
        {languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {languageName(language)}
          </option>
        ))}
      </select>
    </div>
  )
}
