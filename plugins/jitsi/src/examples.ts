/** Examples of the Jitsi Meet plugin: every way in, what a link tells the room, and every refusal. @module */
import type { Example } from '@joinery/sdk/testing'
import {
  APP_ID,
  ada,
  DAY_LATER,
  HOUR_LATER,
  jaas,
  NOT_BEFORE,
  NOW,
  open,
  room,
  SERVER,
  tokenWithKey,
  tokenWithSecret,
  withKey,
  withSecret,
  zoe,
} from './example-values.ts'
import { refusals } from './refusal-examples.ts'

const ROOM = `${SERVER}/Northwind-Support`
const ADA = '#userInfo.displayName=%22Ada%20King%22'
const ADA_IN_TOKEN = '{"id":"ada9","name":"Ada King","email":"ada@example.com","moderator":"true"}'
const ZOE_IN_TOKEN = '{"id":"zoe@example.com","name":"Zoë Ann O\'Brïen","email":"zoe@example.com","moderator":"false"}'

const join = { action: 'join', account: open, target: room, person: ada, now: NOW } as const
const invite = { ...join, action: 'invite', person: zoe } as const

const tab = (url: string) => ({ type: 'tab', url })
const tabWith = (url: string, exp = HOUR_LATER) => ({ ...tab(url), expiresAt: exp * 1000, sensitive: true })
const guest = (url: string) => ({ type: 'links', guest: url })
const guestWith = (url: string, exp = DAY_LATER) => ({ ...guest(url), expiresAt: exp * 1000 })

/** The claims that all tokens of one account begin with. */
const claims = (who: string, sub: string, exp: number, iss = 'joinery', aud = 'jitsi', name = 'northwind-support') =>
  `{"aud":"${aud}","iss":"${iss}","sub":"${sub}","room":"${name}","nbf":${NOT_BEFORE},"exp":${exp},"context":${who}}`
const host = 'meet.example.com'

const withoutTokens: readonly Example[] = [
  { ...join, name: 'a server without tokens', outcome: tab(ROOM + ADA) },
  { ...join, name: 'an agent without a name', person: {}, outcome: tab(ROOM) },
  {
    ...invite,
    name: 'a guest is greeted by name',
    outcome: guest(`${ROOM}#userInfo.displayName=%22Zo%C3%AB%20Ann%20O%27Br%C3%AFen%22`),
  },
  { ...invite, name: 'a guest whom nobody knows', person: {}, outcome: guest(ROOM) },
  {
    ...join,
    name: 'signs that the room would alter are escaped',
    person: { firstName: '“Ada” & Co', lastName: '\\& ‘x’' },
    outcome: tab(
      `${ROOM}#userInfo.displayName=%22%5Cu201cAda%5Cu201d%20%5Cu0026%20Co%20%5C%5C%5Cu0026%20%5Cu2018x%5Cu2019%22`,
    ),
  },
  {
    ...join,
    name: 'a tenant, and a room beyond ASCII',
    account: { server: `${SERVER}/Acme/` },
    target: { room: 'Böhme – Beratung' },
    outcome: tab(`${SERVER}/Acme/B%C3%B6hme%20%E2%80%93%20Beratung${ADA}`),
  },
  {
    ...join,
    name: 'everything that a room may be told',
    target: {
      ...room,
      subject: 'R&D #7',
      prejoin: 'skip',
      audioMuted: true,
      videoMuted: true,
      knocks: true,
      parameters: 'config.startAudioOnly=true\n\nconfig.toolbarButtons=["hangup"]\n',
    },
    outcome: tab(
      `${ROOM}#config.prejoinConfig.enabled=false&config.startWithAudioMuted=true&config.startWithVideoMuted=true&config.lobby.autoKnock=true&config.autoKnockLobby=true&config.subject=%22R%5Cu0026D%20%237%22&config.startAudioOnly=true&config.toolbarButtons=%5B%22hangup%22%5D&userInfo.displayName=%22Ada%20King%22`,
    ),
  },
]

const withTokens: readonly Example[] = [
  {
    ...join,
    name: 'moderator by the app’s secret',
    account: withSecret,
    outcome: tabWith(`${ROOM}?jwt=${await tokenWithSecret(claims(`{"user":${ADA_IN_TOKEN}}`, host, HOUR_LATER))}`),
  },
  {
    ...invite,
    name: 'a guest’s own token by the app’s secret',
    account: withSecret,
    outcome: guestWith(`${ROOM}?jwt=${await tokenWithSecret(claims(`{"user":${ZOE_IN_TOKEN}}`, host, DAY_LATER))}`),
  },
  {
    ...invite,
    name: 'a guest’s link without a token, where the server lets guests in',
    account: { ...withSecret, guests: 'plain' },
    outcome: guest(`${ROOM}#userInfo.displayName=%22Zo%C3%AB%20Ann%20O%27Br%C3%AFen%22`),
  },
  {
    ...join,
    name: 'moderator by the organisation’s key, below a tenant, with settings of the room',
    account: { ...withKey, server: `${SERVER}/Acme`, audience: 'rooms', avatar: 'https://example.com/ada.png' },
    target: { ...room, prejoin: 'show' },
    outcome: tabWith(
      `${SERVER}/Acme/Northwind-Support?jwt=${await tokenWithKey('joinery/2023', claims('{"user":{"id":"ada9","name":"Ada King","email":"ada@example.com","avatar":"https://example.com/ada.png","moderator":"true"}}', 'acme', HOUR_LATER, 'joinery', 'rooms'))}#config.prejoinConfig.enabled=true`,
    ),
  },
  {
    ...join,
    name: 'a domain of its own, five minutes, chosen features, a room in small letters beyond ASCII',
    account: { ...withSecret, subject: 'meet.jitsi', tokenMinutes: 5, features: 'recording , livestreaming' },
    target: { room: 'ТЕСТ 1' },
    outcome: tabWith(
      `${SERVER}/%D0%A2%D0%95%D0%A1%D0%A2%201?jwt=${await tokenWithSecret(claims(`{"user":${ADA_IN_TOKEN},"features":{"recording":"true","livestreaming":"true"}}`, 'meet.jitsi', 1_700_000_300, 'joinery', 'jitsi', 'тест 1'))}`,
      1_700_000_300,
    ),
  },
  {
    ...join,
    name: 'moderator at JaaS',
    account: { ...jaas, features: 'recording' },
    outcome: tabWith(
      `https://8x8.vc/${APP_ID}/Northwind-Support?jwt=${await tokenWithKey(jaas.keyId, claims(`{"user":${ADA_IN_TOKEN},"features":{"recording":"true"}}`, APP_ID, HOUR_LATER, 'chat'))}`,
    ),
  },
  {
    ...invite,
    name: 'a guest at JaaS has no features',
    account: { ...jaas, features: 'recording', guestMinutes: 60 },
    outcome: guestWith(
      `https://8x8.vc/${APP_ID}/Northwind-Support?jwt=${await tokenWithKey(jaas.keyId, claims(`{"user":${ZOE_IN_TOKEN},"features":{}}`, APP_ID, HOUR_LATER, 'chat'))}`,
      HOUR_LATER,
    ),
  },
]

export default [...withoutTokens, ...withTokens, ...refusals]
