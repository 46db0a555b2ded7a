/** Lets the user choose the language that Joinery speaks. @module */

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { i18n } from '#i18n'
import { chooseLanguage, chosenLanguage } from '../language.ts'
import { LANGUAGES, type Language } from '../languages.ts'

const AS_BROWSER = ''

/** The languages by their own names; the page is loaded anew in the one that is chosen. */
export function LanguageChoice() {
  const chosen = useSignal<Language | undefined>(undefined)
  useEffect(() => {
    void chosenLanguage().then((language) => {
      chosen.value = language
    })
  }, [])

  async function choose(value: string) {
    await chooseLanguage(value === AS_BROWSER ? undefined : (value as Language))
    location.reload()
  }

  return (
    <div class="field">
      <label class="field-label" for="language">
        {i18n.t('languages.label')}
      </label>
      <select
        id="language"
        class="input"
        value={chosen.value ?? AS_BROWSER}
        onChange={(event) => void choose(event.currentTarget.value)}
      >
        <option value={AS_BROWSER}>{i18n.t('languages.asBrowser')}</option>
        {Object.entries(LANGUAGES).map(([language, name]) => (
          <option key={language} value={language} lang={language}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
