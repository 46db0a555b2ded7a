/** Examples of what is done with a device: register, open, control, unregister (vendors.md 2.3 and 2.4). @module */
import { Secret } from '@joinery/sdk'
import type { Example } from '@joinery/sdk/testing'
import {
  DECOMMISSION_TOKEN,
  deviceKey,
  encryptedDecommissionToken,
  encryptedDeviceKey,
  encryptedDeviceSecret,
  ROLLOUT_KEY,
} from './example-device.ts'
import { API, account, DEVICE_KEY_ID, headers, NOW, REMOTECONTROL_ID, REQUEST_ID } from './example-values.ts'

const answer = {
  device_key_id: DEVICE_KEY_ID,
  encrypted_device_key: encryptedDeviceKey,
  encrypted_decommission_token: encryptedDecommissionToken,
}
const identity = {
  label: 'PC-4711',
  company: 'Contoso',
  remotecontrolId: REMOTECONTROL_ID,
  requestId: REQUEST_ID,
  controlType: 'unattended',
  registeredAt: NOW,
}
const sealedIdentity = { ...identity, state: 'sealed' }
const ready = {
  ...identity,
  answer: JSON.stringify(answer),
  deviceKeyId: DEVICE_KEY_ID,
  deviceKey,
  decommissionToken: DECOMMISSION_TOKEN,
  state: 'ready',
}
const readyTarget = {
  ...ready,
  answer: new Secret(ready.answer),
  deviceKey: new Secret(deviceKey),
  decommissionToken: new Secret(DECOMMISSION_TOKEN),
}
const rollout = {
  remotecontrolId: '124 124 124',
  requestId: REQUEST_ID,
  rolloutKey: ROLLOUT_KEY,
  label: 'PC-4711',
  company: 'Contoso',
}
const createKey = {
  method: 'POST',
  url: `${API}/oem/devices/createdevicekey`,
  headers,
  json: {
    remotecontrol_id: REMOTECONTROL_ID,
    request_id: REQUEST_ID,
    key_permissions: 'unattended',
    tenant_id: 't0001',
  },
}
const sealedWith = (text: string) => ({
  ...sealedIdentity,
  answer: new Secret(text),
  rolloutKey: new Secret(ROLLOUT_KEY),
})
const newCipher = { ...answer, encrypted_device_key: encryptedDeviceKey.replace('AES-256-CBC', 'ARIA-256-CTR') }

// What the host's random bytes are in examples: they count from zero.
const NONCE = '000102030405060708090a0b0c0d0e0f'
const requestControl = {
  method: 'POST',
  url: `${API}/oem/devices/requestcontrol`,
  headers,
  json: {
    tenant_id: 't0001',
    tenant_nonce: NONCE,
    remotecontrol_id: REMOTECONTROL_ID,
    device_key_id: DEVICE_KEY_ID,
    control_type: 'unattended',
  },
}
const secretAnswer = {
  encrypted_device_secret: encryptedDeviceSecret,
  target_nonce: '0123456789abcdef0123456789abcdef',
  teamviewer_protocol_url: 'teamviewerapi://control?d=124124124&s=YOURMASTERSECRET',
}
/** HMAC-SHA-512 by another implementation than ours, for the nonce above. */
const MASTER_SECRET = 'd54krgnIjsTcWcJQdB_REjwd8qiOxMOEVOdGrJIBc4lCBrz6mUF4khL8FKQM7NHpqxoP7infB1ncLRr4x97aRg'
const removal = {
  method: 'DELETE',
  url: `${API}/oem/devices/unregister`,
  headers,
  json: {
    tenant_id: 't0001',
    remotecontrol_id: REMOTECONTROL_ID,
    device_key_id: DEVICE_KEY_ID,
    decommission_token: DECOMMISSION_TOKEN,
  },
}
const unregistering = { ...readyTarget, state: 'unregistering' }

const refusal = { request: removal, status: 400, json: { error: 'invalid_request' } }
const listing = (deregistered: string | null) => ({
  request: { method: 'POST', url: `${API}/oem/tenants/t0001/devices`, headers, json: {} },
  json: {
    Devices: [{ DyngateId: 124124124, DeviceKeyId: DEVICE_KEY_ID, DeregistrationTime: deregistered }],
    ContinuationToken: null,
  },
})

const registering = { action: 'register', account, input: rollout, now: NOW } as const
const controlling = { action: 'control', account, target: ready, now: NOW } as const
const leaving = { action: 'unregister', account, target: ready, now: NOW } as const

/** Every way a registration goes. */
export const registerExamples: readonly Example[] = [
  {
    ...registering,
    name: 'a device is registered: the answer is stored first, then its key is opened',
    replies: [{ request: createKey, json: answer }],
    saves: [sealedWith(JSON.stringify(answer))],
    outcome: { type: 'target', target: readyTarget },
  },
  {
    ...registering,
    name: 'an algorithm that is not read leaves the device sealed, by its name',
    replies: [{ request: createKey, json: newCipher }],
    saves: [
      sealedWith(JSON.stringify(newCipher)),
      {
        ...sealedWith(JSON.stringify(newCipher)),
        deviceKeyId: DEVICE_KEY_ID,
        decommissionToken: new Secret(encryptedDecommissionToken),
        unreadAlgorithm: 'ARIA-256-CTR',
      },
    ],
    error: { code: 'unsupported' },
  },
  {
    ...registering,
    name: 'an answer that is not understood is stored all the same',
    replies: [{ request: createKey, text: '<html>Sign in</html>' }],
    saves: [sealedWith('<html>Sign in</html>'), sealedWith('<html>Sign in</html>')],
    error: { code: 'bad-answer' },
  },
  {
    ...registering,
    name: 'an answer that does not come is not asked for again',
    replies: [{ request: createKey, status: 502 }],
    error: { code: 'ambiguous' },
  },
  {
    ...registering,
    name: 'the limit of requests is told by 403',
    replies: [{ request: createKey, status: 403, json: { error: 'rate_limit_reached', error_code: 7 } }],
    error: { code: 'rate-limited' },
  },
  {
    ...registering,
    name: 'the id of a contact list is refused before the call',
    input: { ...rollout, remotecontrolId: 'd124124124' },
    error: { code: 'invalid', field: 'remotecontrolId' },
  },
  {
    ...registering,
    name: 'what is no GUID is refused before the call',
    input: { ...rollout, requestId: '8c4fa1a7' },
    error: { code: 'invalid', field: 'requestId' },
  },
  {
    ...registering,
    name: 'a control type that nobody allowed is refused before the call',
    input: { ...rollout, controlType: 'viewonly' },
    error: { code: 'invalid', field: 'controlType' },
  },
  {
    action: 'openKey',
    name: 'a sealed key is opened later, without a call',
    account,
    target: { ...sealedIdentity, answer: ready.answer, rolloutKey: ROLLOUT_KEY, unreadAlgorithm: 'ARIA-256-CTR' },
    now: NOW,
    outcome: { type: 'target', target: readyTarget },
  },
  {
    action: 'openKey',
    name: 'another rollout key that is wrong leaves it sealed',
    account,
    target: { ...sealedIdentity, answer: ready.answer, rolloutKey: ROLLOUT_KEY },
    input: { rolloutKey: 'another rollout key, and a wrong one' },
    now: NOW,
    error: { code: 'invalid', field: 'rolloutKey' },
  },
]

/** Every way a session starts. */
export const controlExamples: readonly Example[] = [
  {
    ...controlling,
    name: 'a device is controlled',
    replies: [{ request: requestControl, json: secretAnswer }],
    outcome: { type: 'app', url: `teamviewerapi://control?d=124124124&s=${MASTER_SECRET}`, sensitive: true },
  },
  {
    ...controlling,
    name: 'another control type than the registered one is refused before the call',
    input: { controlType: 'attended' },
    error: { code: 'invalid', field: 'controlType' },
  },
  {
    ...controlling,
    name: 'a sealed device is not controlled',
    target: { ...ready, state: 'sealed' },
    error: { code: 'conflict', field: 'state' },
  },
  {
    ...controlling,
    name: 'a link that could pass an option to the client is not opened',
    replies: [
      {
        request: requestControl,
        json: { ...secretAnswer, teamviewer_protocol_url: 'teamviewerapi://x?s=YOURMASTERSECRET%20--play%20x' },
      },
    ],
    error: { code: 'unsafe' },
  },
  {
    ...controlling,
    name: 'a device that has another key is not controlled',
    replies: [{ request: requestControl, json: { ...secretAnswer, encrypted_device_secret: 'AAAA' } }],
    error: { code: 'bad-answer' },
  },
]

/** Every way a device leaves. */
export const unregisterExamples: readonly Example[] = [
  {
    ...leaving,
    name: 'a device is unregistered',
    replies: [{ request: removal, status: 204 }],
    saves: [unregistering],
    outcome: { type: 'removed' },
  },
  {
    ...leaving,
    name: 'any other success than 204 is none',
    replies: [{ request: removal, json: {} }],
    saves: [unregistering, readyTarget],
    error: { code: 'bad-answer' },
  },
  {
    ...leaving,
    name: 'a device that is gone there stays here until the user says otherwise',
    replies: [{ request: removal, status: 404 }],
    saves: [unregistering, readyTarget],
    error: { code: 'not-found', field: 'isGoneThere' },
  },
  {
    ...leaving,
    name: 'a device that is gone there is removed here where the user says so',
    input: { isGoneThere: true },
    replies: [{ request: removal, status: 404 }],
    saves: [unregistering],
    outcome: { type: 'removed' },
  },
  {
    ...leaving,
    name: 'a device that TeamViewer refuses is removed here where its list bears the user out',
    input: { isGoneThere: true },
    replies: [refusal, listing('2023-11-02T08:00:00Z')],
    saves: [unregistering],
    outcome: { type: 'removed' },
  },
  {
    ...leaving,
    name: 'a device that TeamViewer refuses and still lists stays here',
    input: { isGoneThere: true },
    replies: [refusal, listing(null)],
    saves: [unregistering, readyTarget],
    error: { code: 'refused' },
  },
  {
    ...leaving,
    name: 'an answer that does not come leaves the device as being unregistered',
    replies: [{ request: removal, status: 500, json: { error: 'internal_error' } }],
    saves: [unregistering],
    error: { code: 'ambiguous' },
  },
]
