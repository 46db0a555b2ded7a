/** Says what is wrong with a text. @module */
import { i18n } from '#i18n'
import { PLACEHOLDERS, type TemplateFault } from '../../../invitations/template.ts'

/** A sentence that names it. */
export function faultWords({ kind, found = '' }: TemplateFault): string {
  switch (kind) {
    case 'empty':
      return i18n.t('texts.empty')
    case 'unknown':
      return i18n.t('texts.unknown', [found, PLACEHOLDERS.map((name) => `{${name}}`).join(' ')])
    case 'noLink':
      return i18n.t('texts.noLink', ['{link}'])
    case 'linkInSubject':
      return i18n.t('texts.linkInSubject', ['{link}'])
  }
}
