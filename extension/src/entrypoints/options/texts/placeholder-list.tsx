/** What may stand in braces, each with a button that puts it there. @module */
import { i18n } from '#i18n'
import { PLACEHOLDERS, type Placeholder } from '../../../invitations/template.ts'

const meanings: { readonly [Name in Placeholder]: () => string } = {
  guest: () => i18n.t('texts.guest'),
  title: () => i18n.t('texts.titleOf'),
  when: () => i18n.t('texts.when'),
  link: () => i18n.t('texts.link'),
  note: () => i18n.t('texts.note'),
  me: () => i18n.t('texts.me'),
  email: () => i18n.t('texts.email'),
  phone: () => i18n.t('texts.phone'),
}

/** The list; closed until it is wanted. */
export function PlaceholderList({ onInsert }: { onInsert(placeholder: string): void }) {
  return (
    <details class="more placeholders">
      <summary>{i18n.t('texts.placeholders')}</summary>
      <ul>
        {PLACEHOLDERS.map((name) => (
          <li key={name}>
            <button
              type="button"
              class="button button-small"
              aria-label={i18n.t('texts.insert', [`{${name}}`])}
              onClick={() => onInsert(`{${name}}`)}
            >
              <code dir="ltr">{`{${name}}`}</code>
            </button>
            <span class="small">{meanings[name]()}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
