/** What the self-check says: what was looked at, and what to do where it failed. @module */
import { i18n } from '#i18n'
import type { CheckName } from '../../../desk/self-check.ts'

/** What was looked at. */
export const checkNames: { readonly [Name in CheckName]: () => string } = {
  background: () => i18n.t('selfCheck.background'),
  storage: () => i18n.t('selfCheck.storage'),
  space: () => i18n.t('selfCheck.space'),
  persistence: () => i18n.t('selfCheck.persistence'),
  cryptography: () => i18n.t('selfCheck.cryptography'),
  vault: () => i18n.t('selfCheck.vault'),
  damage: () => i18n.t('selfCheck.damage'),
  clock: () => i18n.t('selfCheck.clock'),
  scripts: () => i18n.t('selfCheck.scripts'),
  registration: () => i18n.t('selfCheck.registration'),
  alarms: () => i18n.t('selfCheck.alarms'),
  policy: () => i18n.t('selfCheck.policy'),
}

/** What to do. */
export const remedies: { readonly [Name in CheckName]: () => string } = {
  background: () => i18n.t('selfCheck.backgroundHelp'),
  storage: () => i18n.t('selfCheck.storageHelp'),
  space: () => i18n.t('selfCheck.spaceHelp'),
  persistence: () => i18n.t('selfCheck.persistenceHelp'),
  cryptography: () => i18n.t('selfCheck.cryptographyHelp'),
  vault: () => i18n.t('selfCheck.vaultHelp'),
  damage: () => i18n.t('selfCheck.damageHelp'),
  clock: () => i18n.t('selfCheck.clockHelp'),
  scripts: () => i18n.t('selfCheck.scriptsHelp'),
  registration: () => i18n.t('selfCheck.registrationHelp'),
  alarms: () => i18n.t('selfCheck.alarmsHelp'),
  policy: () => i18n.t('selfCheck.policyHelp'),
}
