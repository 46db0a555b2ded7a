/** The settings of a REACH account and of a device (vendors.md 2). @module */
import type { Fields, Values } from '@joinery/sdk'

/** A tenant's id; leading zeros count. */
const TENANT_ID = 't\\d{1,20}'
const TENANT_ID_HINT = { en: 't and digits, such as t0001.', de: 't und Ziffern, etwa t0001.' } as const

/** The form of a control type: what an administrator may allow besides the two that are known. */
export const CONTROL_TYPE = '[A-Za-z][A-Za-z0-9_.-]{0,39}'

/** The form of the tenant id in every form that asks for one. */
export const tenantIdForm = { type: 'text', pattern: TENANT_ID, patternHint: TENANT_ID_HINT } as const

/** The id of a device, as the vendor's interface has it. */
export const REMOTECONTROL_ID = 'r\\d{1,20}'

/** What an organisation sets up once. */
export const accountFields = {
  apiUrl: {
    type: 'url',
    label: { en: 'Address of the interface', de: 'Adresse der Schnittstelle' },
    help: {
      en: 'Leave as it is unless TeamViewer told you another.',
      de: 'So lassen, wenn TeamViewer keine andere genannt hat.',
    },
    default: 'https://webapi.teamviewer.com',
  },
  tenantId: {
    ...tenantIdForm,
    label: { en: 'Tenant ID', de: 'Mandanten-ID' },
    help: { en: 'With all its zeros.', de: 'Mit allen Nullen.' },
  },
  token: {
    type: 'secret',
    label: { en: 'Script token', de: 'Skript-Token' },
    help: {
      en: 'Of the tenant’s account; it must be allowed to create device keys, request control and delete device keys.',
      de: 'Des Mandantenkontos; er muss Geräteschlüssel anlegen, Fernsteuerung anfordern und Geräteschlüssel löschen dürfen.',
    },
  },
  vendorToken: {
    type: 'secret',
    label: { en: 'Vendor token', de: 'Vendor-Token' },
    help: {
      en: 'Only to administer tenants; leave empty otherwise.',
      de: 'Nur zum Verwalten von Mandanten; sonst leer lassen.',
    },
    optional: true,
  },
  controlTypes: {
    type: 'text',
    label: { en: 'Further control types', de: 'Weitere Steuerungsarten' },
    help: {
      en: 'Besides attended and unattended, separated by commas, as TeamViewer named them to you.',
      de: 'Außer attended und unattended, durch Kommas getrennt, wie TeamViewer sie Ihnen genannt hat.',
    },
    pattern: `\\s*${CONTROL_TYPE}(\\s*,\\s*${CONTROL_TYPE})*\\s*`,
    patternHint: { en: 'names separated by commas.', de: 'durch Kommas getrennte Namen.' },
    optional: true,
  },
  padMasterSecret: {
    type: 'boolean',
    label: { en: 'Pad the master secret with “=”', de: 'Master-Secret mit „=“ auffüllen' },
    help: {
      en: 'Only if TeamViewer rejects every link; whether it wants this is not documented.',
      de: 'Nur wenn TeamViewer jeden Link ablehnt; ob es das verlangt, ist nicht dokumentiert.',
    },
    default: false,
  },
} as const satisfies Fields

/** What is kept of one device. */
export const deviceFields = {
  label: { type: 'text', label: { en: 'Name', de: 'Name' }, maxLength: 80, optional: true },
  company: { type: 'text', label: { en: 'Company', de: 'Firma' }, maxLength: 200, optional: true },
  remotecontrolId: {
    type: 'text',
    label: { en: 'Remote control ID', de: 'Fernsteuerungs-ID' },
    help: { en: 'r and the TeamViewer ID.', de: 'r und die TeamViewer-ID.' },
    pattern: REMOTECONTROL_ID,
    patternHint: { en: 'r and digits, such as r123456789.', de: 'r und Ziffern, etwa r123456789.' },
  },
  deviceKeyId: {
    type: 'text',
    label: { en: 'Device key ID', de: 'ID des Geräteschlüssels' },
    pattern: '\\S{1,100}',
    patternHint: { en: 'as TeamViewer gave it.', de: 'wie von TeamViewer vergeben.' },
    optional: true,
  },
  deviceKey: {
    type: 'secret',
    label: { en: 'Device key', de: 'Geräteschlüssel' },
    help: {
      en: 'A private RSA key as PKCS#8 in PEM format, not encrypted.',
      de: 'Ein privater RSA-Schlüssel als PKCS#8 im PEM-Format, unverschlüsselt.',
    },
    multiline: true,
    optional: true,
  },
  decommissionToken: {
    type: 'secret',
    label: { en: 'Decommission token', de: 'Token zum Abmelden' },
    multiline: true,
    optional: true,
  },
  controlType: {
    type: 'text',
    label: { en: 'Control type', de: 'Steuerungsart' },
    help: { en: 'The one that it was registered with.', de: 'Die, mit der es registriert wurde.' },
    pattern: CONTROL_TYPE,
    default: 'unattended',
  },
  registeredAt: { type: 'datetime', label: { en: 'Registered', de: 'Registriert' }, optional: true },
  state: {
    type: 'choice',
    label: { en: 'State', de: 'Zustand' },
    options: {
      sealed: { en: 'stored, key not opened yet', de: 'gespeichert, Schlüssel noch nicht geöffnet' },
      ready: { en: 'ready', de: 'bereit' },
      unregistering: { en: 'being unregistered', de: 'wird abgemeldet' },
    },
    default: 'ready',
  },
  requestId: {
    type: 'text',
    label: { en: 'Request ID of the registration', de: 'Anfrage-ID der Registrierung' },
    maxLength: 40,
    optional: true,
  },
  unreadAlgorithm: {
    type: 'text',
    label: { en: 'Algorithm that could not be read', de: 'Nicht lesbares Verfahren' },
    maxLength: 200,
    optional: true,
    when: { state: 'sealed' },
  },
  rolloutKey: {
    type: 'secret',
    label: { en: 'Rollout key', de: 'Rollout-Schlüssel' },
    optional: true,
    when: { state: 'sealed' },
  },
  answer: {
    type: 'secret',
    label: { en: 'TeamViewer’s answer, as it came', de: 'TeamViewers Antwort im Original' },
    help: { en: 'Kept so that nothing of it is ever lost.', de: 'Aufbewahrt, damit nichts davon verloren geht.' },
    multiline: true,
    optional: true,
  },
} as const satisfies Fields

/** An account's settings. */
export type Account = Values<typeof accountFields>

/** A stored device. */
export type Device = Values<typeof deviceFields>
