/** The settings of an account at a Jitsi Meet server, or at JaaS, which is Jitsi hosted by 8x8. @module */
import type { Fields, Values } from '@joinery/sdk'

// A condition names one value, so a server with tokens and the way of signing them are two choices.
const signed = { authentication: 'token' } as const
const withSecret = { ...signed, algorithm: 'HS256' } as const
const withKey = { ...signed, algorithm: 'RS256' } as const

/** What JaaS calls features that are open to moderators ("The Jitsi JSON Web Token (JWT)", supported keys). */
const FEATURE = '[a-z][a-z-]{0,39}'

/** What an organisation sets up once. */
export const accountFields = {
  server: {
    type: 'url',
    label: { en: 'Address of the server', de: 'Adresse des Servers' },
    help: {
      en: 'Such as https://meet.example.com; with a tenant, https://meet.example.com/tenant. At JaaS the tenant is the AppID.',
      de: 'Etwa https://meet.example.com; mit Mandant https://meet.example.com/mandant. Bei JaaS ist die AppID der Mandant.',
    },
  },
  authentication: {
    type: 'choice',
    label: { en: 'The server lets in', de: 'Der Server lässt ein' },
    options: {
      none: { en: 'everybody, without a token', de: 'alle, ohne Token' },
      token: {
        en: 'holders of a token, signed on this computer',
        de: 'wer einen Token hat, auf diesem Computer signiert',
      },
    },
    default: 'none',
  },
  algorithm: {
    type: 'choice',
    label: { en: 'Tokens are signed with', de: 'Token werden signiert mit' },
    options: {
      HS256: { en: 'the app secret (HS256)', de: 'dem App-Geheimnis (HS256)' },
      RS256: { en: 'a private key (RS256), as at JaaS', de: 'einem privaten Schlüssel (RS256), wie bei JaaS' },
    },
    default: 'HS256',
    when: signed,
  },
  appId: {
    type: 'text',
    label: { en: 'App ID', de: 'App-ID' },
    help: {
      en: 'Who issues the tokens (app_id on the server). At JaaS: chat.',
      de: 'Wer die Token ausstellt (app_id auf dem Server). Bei JaaS: chat.',
    },
    maxLength: 200,
    when: signed,
  },
  appSecret: {
    type: 'secret',
    label: { en: 'App secret', de: 'App-Geheimnis' },
    help: {
      en: 'app_secret on the server. Whoever has it can make themselves moderator of every room.',
      de: 'app_secret auf dem Server. Wer es hat, kann sich in jedem Raum zum Moderator machen.',
    },
    when: withSecret,
  },
  keyId: {
    type: 'text',
    label: { en: 'Key ID', de: 'Schlüssel-ID' },
    help: {
      en: 'Under which the server knows the public key; at JaaS it begins with the AppID and a slash.',
      de: 'Unter der der Server den öffentlichen Schlüssel kennt; bei JaaS beginnt sie mit der AppID und einem Schrägstrich.',
    },
    maxLength: 200,
    when: withKey,
  },
  privateKey: {
    type: 'secret',
    multiline: true,
    label: { en: 'Private key', de: 'Privater Schlüssel' },
    help: {
      en: 'RSA, 2048 bits or more, as PEM (PKCS#8): from -----BEGIN PRIVATE KEY----- to its end.',
      de: 'RSA ab 2048 Bit, als PEM (PKCS#8): von -----BEGIN PRIVATE KEY----- bis zum Ende.',
    },
    when: withKey,
  },
  audience: {
    type: 'text',
    label: { en: 'Audience', de: 'Empfänger' },
    help: {
      en: 'For whom the tokens are (aud): jitsi, unless your server asks for something else.',
      de: 'Für wen die Token sind (aud): jitsi, sofern Ihr Server nichts anderes verlangt.',
    },
    default: 'jitsi',
    maxLength: 200,
    when: signed,
  },
  subject: {
    type: 'text',
    label: { en: 'Subject of the tokens', de: 'Gegenstand der Token' },
    help: {
      en: 'The XMPP domain, if it is not the server’s name, or * (sub). Empty: the tenant, or the server’s name.',
      de: 'Die XMPP-Domain, wenn sie nicht wie der Server heißt, oder * (sub). Leer: der Mandant oder der Name des Servers.',
    },
    maxLength: 200,
    optional: true,
    when: signed,
  },
  tokenMinutes: {
    type: 'number',
    label: { en: 'My tokens are valid for (minutes)', de: 'Meine Token gelten (Minuten)' },
    integer: true,
    min: 1,
    max: 1440,
    default: 60,
    when: signed,
  },
  guests: {
    type: 'choice',
    label: { en: 'Guests get', de: 'Gäste bekommen' },
    options: {
      token: { en: 'a token of their own, not as moderator', de: 'einen eigenen Token, nicht als Moderator' },
      plain: {
        en: 'a link without a token, if the server lets guests in',
        de: 'einen Link ohne Token, wenn der Server Gäste einlässt',
      },
    },
    default: 'token',
    when: signed,
  },
  guestMinutes: {
    type: 'number',
    label: { en: 'Guests’ tokens are valid for (minutes)', de: 'Token der Gäste gelten (Minuten)' },
    integer: true,
    min: 1,
    max: 43_200,
    default: 1440,
    when: { ...signed, guests: 'token' },
  },
  avatar: {
    type: 'url',
    label: { en: 'Address of my picture', de: 'Adresse meines Bildes' },
    optional: true,
    when: signed,
  },
  features: {
    type: 'text',
    label: { en: 'Features for me as moderator', de: 'Funktionen für mich als Moderator' },
    help: {
      en: 'Such as recording, transcription; separated by commas. Empty: none at JaaS, what the server allows elsewhere.',
      de: 'Etwa recording, transcription; durch Kommas getrennt. Leer: bei JaaS keine, sonst was der Server erlaubt.',
    },
    pattern: `${FEATURE}(\\s*,\\s*${FEATURE})*`,
    patternHint: {
      en: 'names of small letters and hyphens, separated by commas.',
      de: 'Namen aus Kleinbuchstaben und Bindestrichen, durch Kommas getrennt.',
    },
    optional: true,
    when: signed,
  },
} as const satisfies Fields

/** An account's settings. */
export type Account = Values<typeof accountFields>
