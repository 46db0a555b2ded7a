/** What actions ask the user. @module */
import type { Fields, Values } from '@joinery/sdk'
import { CONTROL_TYPE, tenantIdForm } from './fields.ts'

/** To register a device: what its rollout file says, and how it is to be called. */
export const registerInput = {
  remotecontrolId: {
    type: 'text',
    label: { en: 'TeamViewer ID', de: 'TeamViewer-ID' },
    help: { en: 'With or without the r before it.', de: 'Mit oder ohne das r davor.' },
    maxLength: 40,
  },
  requestId: {
    type: 'text',
    label: { en: 'Request ID', de: 'Anfrage-ID' },
    help: { en: 'A GUID, with or without braces.', de: 'Eine GUID, mit oder ohne Klammern.' },
    maxLength: 40,
  },
  rolloutKey: {
    type: 'secret',
    label: { en: 'Rollout key', de: 'Rollout-Schlüssel' },
    help: { en: 'It is good for one request.', de: 'Er gilt für eine einzige Anfrage.' },
  },
  controlType: {
    type: 'text',
    label: { en: 'Control type', de: 'Steuerungsart' },
    help: {
      en: 'unattended, or attended: then somebody at the device must agree.',
      de: 'unattended, oder attended: Dann muss am Gerät jemand zustimmen.',
    },
    pattern: CONTROL_TYPE,
    default: 'unattended',
  },
  label: { type: 'text', label: { en: 'Name', de: 'Name' }, maxLength: 80, optional: true },
  company: { type: 'text', label: { en: 'Company', de: 'Firma' }, maxLength: 200, optional: true },
} as const satisfies Fields

/** To open a stored key. */
export const openKeyInput = {
  rolloutKey: {
    type: 'secret',
    label: { en: 'Another rollout key', de: 'Anderer Rollout-Schlüssel' },
    help: { en: 'Only if the stored one is wrong.', de: 'Nur wenn der gespeicherte falsch ist.' },
    optional: true,
  },
} as const satisfies Fields

/** To control a device. */
export const controlInput = {
  controlType: {
    type: 'text',
    label: { en: 'Control type', de: 'Steuerungsart' },
    help: {
      en: 'Leave empty for the one that it was registered with; no other works.',
      de: 'Leer lassen für die, mit der es registriert wurde; keine andere geht.',
    },
    pattern: CONTROL_TYPE,
    optional: true,
  },
} as const satisfies Fields

/** To unregister a device. */
export const unregisterInput = {
  isGoneThere: {
    type: 'boolean',
    label: {
      en: 'Remove it here if TeamViewer no longer knows it',
      de: 'Hier entfernen, wenn TeamViewer es nicht mehr kennt',
    },
  },
} as const satisfies Fields

/** To report connections. */
export const reportInput = {
  from: { type: 'datetime', label: { en: 'From', de: 'Von' } },
  to: { type: 'datetime', label: { en: 'To', de: 'Bis' } },
} as const satisfies Fields

/** To administer tenants. */
export const tenantsInput = {
  what: {
    type: 'choice',
    label: { en: 'What', de: 'Was' },
    options: {
      list: { en: 'list', de: 'auflisten' },
      create: { en: 'create', de: 'anlegen' },
      rename: { en: 'rename', de: 'umbenennen' },
      deactivate: { en: 'deactivate', de: 'deaktivieren' },
    },
    default: 'list',
  },
  tenantId: {
    ...tenantIdForm,
    label: { en: 'Tenant ID', de: 'Mandanten-ID' },
    help: {
      en: 'To list, rename or deactivate this one.',
      de: 'Um diesen aufzulisten, umzubenennen oder zu deaktivieren.',
    },
    optional: true,
  },
  tenantAccount: {
    type: 'email',
    label: { en: 'Account of the new tenant', de: 'Konto des neuen Mandanten' },
    when: { what: 'create' },
  },
  tenantName: {
    type: 'text',
    label: { en: 'Name', de: 'Name' },
    help: { en: 'To create or rename.', de: 'Zum Anlegen oder Umbenennen.' },
    pattern: '.{5,50}',
    patternHint: { en: '5 to 50 characters.', de: '5 bis 50 Zeichen.' },
    optional: true,
  },
  tenantDescription: {
    type: 'text',
    label: { en: 'Description', de: 'Beschreibung' },
    optional: true,
    when: { what: 'create' },
  },
} as const satisfies Fields

/** To register an Android app. */
export const appRegistrationInput = {
  signingKey: {
    type: 'text',
    label: { en: 'SHA-256 of the app’s signing key', de: 'SHA-256 des Signaturschlüssels der App' },
    help: { en: '64 hex digits, with or without colons.', de: '64 Hex-Ziffern, mit oder ohne Doppelpunkte.' },
    pattern: '\\s*(?:[0-9A-Fa-f]{64}|[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){31})\\s*',
    patternHint: { en: '64 hex digits.', de: '64 Hex-Ziffern.' },
    maxLength: 120,
  },
} as const satisfies Fields

/** The values of these. */
export type RegisterInput = Values<typeof registerInput>
export type TenantsInput = Values<typeof tenantsInput>
