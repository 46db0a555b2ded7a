/** What a plugin may do, in words, from its data alone. @module */
import type { Action, Fact, Plugin } from '@joinery/sdk'
import { settingOf } from '@joinery/sdk/host'
import { i18n } from '#i18n'
import { extensionOf } from '../../../companion-record.ts'
import { inUserLanguage } from '../../../desk/problem.ts'
import { factName, inOrder } from '../../../fact-labels.ts'

const WEB = /^https?:\/\/([^/?#*]+)/
const SCHEME = /^([a-z][a-z0-9+.-]*:)/i

/** What it may open, call and show, a sentence each. */
export function permissionWords(plugin: Plugin): readonly string[] {
  const { open = [], fetch = [] } = plugin.permissions
  const calls = fetch.map((rule) =>
    typeof rule === 'string' ? callWords(plugin, rule, false) : callWords(plugin, rule.pattern, true),
  )
  const isElsewhere = extensionOf(plugin) !== undefined
  const sentences = [
    ...open.map((pattern) => openWords(plugin, pattern)),
    ...(calls.length === 0 && !isElsewhere ? [i18n.t('plugins.callsNothing')] : calls),
    // What another extension calls is not ours to hold back.
    ...(isElsewhere ? [i18n.t('companions.callsItself')] : []),
    ...factWords(plugin),
    ...actionRights(plugin),
  ]
  return [...new Set(sentences)]
}

/** What it recognises in pages that the user enabled. */
export function recognitionWords(plugin: Plugin): readonly string[] {
  const links = (plugin.recognize ?? []).map(({ href }) => linkWords(plugin, href))
  const texts = (plugin.recognizeText ?? []).map(({ field }) => {
    const declared = plugin.target?.fields[field]
    return i18n.t('plugins.text', [declared === undefined ? field : inUserLanguage(declared.label)])
  })
  return [...new Set([...links, ...texts])]
}

/** What a newer version may do and recognise that the older one may not. */
export function growthOf(older: Plugin, newer: Plugin): readonly string[] {
  const [had, has] = [older, newer].map((plugin) => [...permissionWords(plugin), ...recognitionWords(plugin)])
  const none = i18n.t('plugins.callsNothing')
  return has?.filter((sentence) => sentence !== none && !had?.includes(sentence)) ?? []
}

/** Who made it: the domain that its id is the reverse of. */
export function vendorOf({ id }: Plugin): string {
  return id.split('.').toReversed().join('.')
}

function openWords(plugin: Plugin, pattern: string): string {
  const place = placeIn(plugin, pattern)
  if (place.setting !== undefined) return i18n.t('plugins.openSetting', [place.setting])
  if (place.host !== undefined) return i18n.t('plugins.openSite', [place.host])
  return i18n.t('plugins.openApp', [place.scheme])
}

function callWords(plugin: Plugin, pattern: string, withCertificate: boolean): string {
  const { setting, host, scheme } = placeIn(plugin, pattern)
  if (setting !== undefined) {
    return withCertificate
      ? i18n.t('plugins.callSettingWithCertificate', [setting])
      : i18n.t('plugins.callSetting', [setting])
  }
  const name = host ?? scheme
  return withCertificate ? i18n.t('plugins.callWithCertificate', [name]) : i18n.t('plugins.call', [name])
}

function linkWords(plugin: Plugin, pattern: string): string {
  const place = placeIn(plugin, pattern)
  if (place.setting !== undefined) return i18n.t('plugins.linkSetting', [place.setting])
  if (place.host !== undefined) return i18n.t('plugins.linkSite', [place.host])
  return i18n.t('plugins.linkApp', [place.scheme])
}

/** Where a pattern leads: a setting of the account, a host, or a scheme. */
function placeIn({ account }: Plugin, pattern: string) {
  const setting = settingOf(pattern)
  const field = setting === undefined ? undefined : account[setting]
  const scheme = SCHEME.exec(pattern)?.[1] ?? pattern
  return {
    setting: setting === undefined ? undefined : field === undefined ? setting : inUserLanguage(field.label),
    host: WEB.exec(pattern)?.[1],
    scheme,
  }
}

function factWords(plugin: Plugin): readonly string[] {
  const actions = allActions(plugin)
  const [mine, theirs] = (['me', 'contact'] as const).map((person) => factsOf(actions, person))
  return [
    ...(mine === undefined || mine === '' ? [] : [i18n.t('plugins.factsOfMe', [mine])]),
    ...(theirs === undefined || theirs === '' ? [] : [i18n.t('plugins.factsOfContact', [theirs])]),
  ]
}

function factsOf(actions: readonly Action[], person: Action['for']): string {
  const facts = actions
    .filter((action) => action.for === person)
    .flatMap((action): readonly Fact[] => action.needs ?? [])
  const isOurs = (fact: Fact): fact is Exclude<Fact, 'username'> => fact !== 'username'
  return inOrder(facts.filter(isOurs)).map(factName).join(', ')
}

function actionRights(plugin: Plugin): readonly string[] {
  const actions = allActions(plugin)
  return [
    ...(actions.some(({ icon }) => icon === 'invite' || icon === 'schedule') ? [i18n.t('plugins.invites')] : []),
    ...(actions.some(({ asksFirst }) => asksFirst !== undefined) ? [i18n.t('plugins.reachesIn')] : []),
    ...(actions.some(({ confirm }) => confirm !== undefined) ? [i18n.t('plugins.confirms')] : []),
    ...(actions.some(({ inBulk }) => inBulk !== undefined) ? [i18n.t('plugins.inBulk')] : []),
    ...(plugin.target === undefined ? [] : [i18n.t('plugins.stores', [inUserLanguage(plugin.target.name)])]),
  ]
}

function allActions({ actions }: Plugin): readonly Action[] {
  return Object.values(actions).flat()
}
