/** TeamViewer REACH: registered devices, controlled by links that are completed on this machine (vendors.md 2). @module */
import { definePlugin } from '@joinery/sdk'
import { appRegistration } from './app-registration.ts'
import { control } from './control.ts'
import { devices } from './devices.ts'
import { accountFields, deviceFields } from './fields.ts'
import {
  appRegistrationInput,
  controlInput,
  openKeyInput,
  registerInput,
  reportInput,
  tenantsInput,
  unregisterInput,
} from './inputs.ts'
import { openKey } from './open-key.ts'
import { register } from './register.ts'
import { report } from './report.ts'
import { tenants } from './tenants.ts'
import { testConnection } from './test-connection.ts'
import { unregister } from './unregister.ts'

// 9 or 10 digits, often in groups of three, as people and links write them (vendors.md 2.5); never a part of more digits.
const TEAMVIEWER_ID = '(?<!\\d\\s?)((?:\\d\\s?)?\\d{3}\\s?\\d{3}\\s?\\d{3})(?!\\s?\\d)'
const prefix = { remotecontrolId: 'r' } as const
const onDevice = { for: 'me', icon: 'manage' } as const
const onAccount = { for: 'me', icon: 'manage', on: 'account' } as const

/** The TeamViewer REACH plugin. */
export const reach = definePlugin({
  api: 1,
  id: 'com.teamviewer.reach',
  name: 'TeamViewer REACH',
  version: '1.0.0',
  permissions: { open: ['teamviewerapi:*'], fetch: ['{account.apiUrl}/*'] },
  account: accountFields,
  target: { name: { en: 'Device', de: 'Gerät' }, fields: deviceFields },
  recognize: [
    { href: 'https://start.teamviewer.com/*', path: { remotecontrolId: '/(\\d{9,10})' }, prefix },
    { href: 'teamviewer10:*', query: { remotecontrolId: 'device' }, prefix },
  ],
  recognizeText: [{ text: TEAMVIEWER_ID, field: 'remotecontrolId', prefix: 'r' }],
  actions: ({ task }) => ({
    control: task({
      for: 'me',
      icon: 'control',
      label: { en: 'Remote control', de: 'Fernsteuern' },
      input: controlInput,
      asksFirst: { shows: ['remotecontrolId', 'controlType'] },
      run: control,
    }),
    register: task({
      ...onAccount,
      label: { en: 'Register a device', de: 'Gerät registrieren' },
      input: registerInput,
      inBulk: { identity: 'requestId' },
      run: register,
    }),
    openKey: task({
      ...onDevice,
      label: { en: 'Open the sealed key', de: 'Versiegelten Schlüssel öffnen' },
      input: openKeyInput,
      run: ({ target, input }) => openKey(target, input.rolloutKey),
    }),
    unregister: task({
      ...onDevice,
      label: { en: 'Unregister', de: 'Abmelden' },
      confirm: {
        text: {
          en: 'It can be controlled again only after it was registered anew.',
          de: 'Es lässt sich erst wieder fernsteuern, wenn es neu registriert wurde.',
        },
      },
      input: unregisterInput,
      run: unregister,
    }),
    test: task({
      ...onAccount,
      label: { en: 'Test the connection', de: 'Verbindung testen' },
      run: ({ account, host }) => testConnection(account, host),
    }),
    devices: task({
      ...onAccount,
      label: { en: 'Compare devices', de: 'Geräte abgleichen' },
      run: ({ account, host }) => devices(account, host),
    }),
    report: task({
      ...onAccount,
      label: { en: 'Report connections', de: 'Verbindungen berichten' },
      input: reportInput,
      run: ({ account, input, host }) => report(account, input, host),
    }),
    tenants: task({
      ...onAccount,
      label: { en: 'Tenants', de: 'Mandanten' },
      input: tenantsInput,
      run: ({ account, input, host }) => tenants(account, input, host),
    }),
    appRegistration: task({
      ...onAccount,
      label: { en: 'Register an Android app', de: 'Android-App registrieren' },
      input: appRegistrationInput,
      run: ({ account, input, host }) => appRegistration(account, input.signingKey, host),
    }),
  }),
})

export default reach
