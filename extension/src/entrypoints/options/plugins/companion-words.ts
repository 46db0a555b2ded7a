/** What the user reads before a companion extension is allowed. @module */
import type { Fields, Plugin } from '@joinery/sdk'
import type { PluginData } from '@joinery/sdk/companion'
import { i18n } from '#i18n'
import { pluginOfCompanion, tooOldWords } from '../../../companion-record.ts'
import { inUserLanguage } from '../../../desk/problem.ts'
import type { CompanionView } from '../../../desk/views.ts'
import { permissionWords, recognitionWords } from './permission-words.ts'

/** What it may do, gets and recognises, a sentence each. */
export function companionWords(extensionId: string, data: PluginData): readonly string[] {
  const plugin = pluginOfCompanion({ extensionId, allowed: data })
  const actions = Object.values(plugin.actions).flat()
  const fields = [plugin.account, plugin.target?.fields ?? {}, ...actions.map(({ input }) => input ?? {})]
  const labels = (isSecret: boolean) => [...new Set(fields.flatMap((form) => labelsIn(form, isSecret)))].join(', ')
  return [
    ...permissionWords(plugin),
    ...(actions.some(({ needs }) => needs?.includes('username')) ? [i18n.t('companions.getsUsername')] : []),
    ...(labels(true) === '' ? [] : [i18n.t('companions.getsSecrets', [labels(true)])]),
    ...(labels(false) === '' ? [] : [i18n.t('companions.getsValues', [labels(false)])]),
    ...recognitionWords(plugin).map((what) => `${i18n.t('plugins.recognisesTitle')}: ${what}`),
    i18n.t('companions.offers', [namesOfActions(plugin)]),
  ]
}

/** What of it was not allowed before; all of it, where nothing was. */
export function newWords({ extensionId, data, before }: CompanionView): readonly string[] {
  if (data === undefined) return []
  const known = before === undefined ? [] : companionWords(extensionId, before)
  return companionWords(extensionId, data).filter((sentence) => !known.includes(sentence))
}

/** How it stands with one. */
export function stateWords({ state, tooOld, isThere }: CompanionView): string {
  if (tooOld !== undefined && state !== 'refused') return tooOldWords(tooOld)
  if (!isThere) return i18n.t('companions.isAbsent')
  switch (state) {
    case 'asks':
      return i18n.t('companions.isAsking')
    case 'suspended':
      return i18n.t('companions.isSuspended')
    case 'refused':
      return i18n.t('companions.isRefused')
    default:
      return i18n.t('companions.isAllowed')
  }
}

function labelsIn(fields: Fields, isSecret: boolean): readonly string[] {
  return Object.values(fields).flatMap((field) => {
    if (field.type === 'list') return labelsIn(field.fields, isSecret)
    return (field.type === 'secret') === isSecret ? [inUserLanguage(field.label)] : []
  })
}

function namesOfActions({ actions }: Plugin): string {
  return Object.values(actions)
    .flatMap(([first]) => (first === undefined ? [] : [inUserLanguage(first.label)]))
    .join(', ')
}
