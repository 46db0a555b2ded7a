/**
 * Examples of joining and inviting; the checksums were made with `sha1sum` and its kin.
 *
 * @module
 */
import type { Example } from '@joinery/sdk/testing'
import { API, account, ada, asked, failure, linkAccount, meeting, NOW, success, zoe } from './example-values.ts'

const joining = { action: 'join', account, target: meeting, person: ada, now: NOW } as const
const linking = { ...joining, account: linkAccount } as const
const inviting = { ...joining, action: 'invite', person: zoe } as const
const opened = (signed: string) => ({ type: 'tab', url: `${API}/join?${signed}`, sensitive: true })
const handedOut = (signed: string) => ({ type: 'links', guest: `${API}/join?${signed}` })
const CREATE =
  'name=Support&meetingID=support-desk&checksum=29eb1d77898063b5c76ae0a27f42dafdfed64383e227f301652625fca9797733'
const MY_LINK =
  'fullName=Ada%20King&meetingID=support-desk&role=MODERATOR&userID=ada9&checksum=700649582c73c4f20caf6ba0d4ab09b315a5a92c81f0f412f6a36b509901c503'

/** Joining where the account starts meetings. */
const startExamples: readonly Example[] = [
  {
    ...joining,
    name: 'joining starts the meeting, and leads into this one alone',
    replies: [
      asked(
        'create',
        CREATE,
        success(
          '<meetingID>support-desk</meetingID>\n<createTime>1531155809613</createTime>\n<messageKey></messageKey>',
        ),
      ),
    ],
    outcome: opened(
      'fullName=Ada%20King&meetingID=support-desk&role=MODERATOR&createTime=1531155809613&userID=ada9&checksum=137a34864343e95dc3fd2f4469e7964cc1813393801d8365258e873fb20e0ca0',
    ),
  },
  {
    ...joining,
    name: 'the meeting is there already, made by somebody else',
    replies: [asked('create', CREATE, failure('idNotUnique'))],
    outcome: opened(MY_LINK),
  },
  {
    ...joining,
    name: 'a meeting that can be recorded, without a name and by SHA-512',
    account: { ...account, algorithm: 'sha512' },
    target: { meetingId: 'Demo Meeting', record: true },
    person: { lastName: 'King' },
    replies: [
      asked(
        'create',
        'name=Demo%20Meeting&meetingID=Demo%20Meeting&record=true&checksum=580f3e1466885a35f309e03a88bd03188198989df89843a4dffb82c63dbb31e86b22d384c5ecb183e36b4e5df8077a99cb1c21d35f0240f90cc27759bcef77c3',
        success('<createTime>1531155809613</createTime>\n<messageKey>duplicateWarning</messageKey>'),
      ),
    ],
    outcome: opened(
      'fullName=King&meetingID=Demo%20Meeting&role=MODERATOR&createTime=1531155809613&checksum=039d580f128e47b82300a688287dacd64220df18abbb6b8da3fecbf286def2baa66f5e3e7d355b54eaadc66e96f3520b158eecebc30a51dd4af2837da4420fd0',
    ),
  },
  {
    ...joining,
    name: 'the server does not accept the secret',
    replies: [asked('create', CREATE, failure('checksumError', 'Checksums do not match'))],
    error: { code: 'unauthorized', field: 'secret' },
  },
  {
    ...joining,
    name: 'the meeting was just ended',
    replies: [asked('create', CREATE, failure('meetingForciblyEnded'))],
    error: { code: 'conflict' },
  },
  {
    ...joining,
    name: 'the server refuses for a reason of its own',
    replies: [asked('create', CREATE, failure('validationError', 'Meeting name must be between 2 and 64 characters'))],
    error: { code: 'refused' },
  },
  {
    ...joining,
    name: 'a web page answers',
    replies: [asked('create', CREATE, '<!DOCTYPE html><html><title>Sign in</title></html>')],
    error: { code: 'bad-answer', field: 'server' },
  },
]

/** Joining by a link alone. */
const linkExamples: readonly Example[] = [
  { ...linking, name: 'a link by SHA-256', outcome: opened(MY_LINK) },
  {
    ...linking,
    name: 'a link by SHA-1',
    account: { ...linkAccount, algorithm: 'sha1' },
    outcome: opened(
      'fullName=Ada%20King&meetingID=support-desk&role=MODERATOR&userID=ada9&checksum=49fd8ac96e08d887791751d7f919713959004415',
    ),
  },
  {
    ...linking,
    name: 'a link by SHA-384',
    account: { ...linkAccount, algorithm: 'sha384' },
    outcome: opened(
      'fullName=Ada%20King&meetingID=support-desk&role=MODERATOR&userID=ada9&checksum=b364f1c2fe65ea21ed04079141c9398b1b3d2586f2f27120ce8ad35448e8b73f92fbff7a8efa971c061b9a0a46805e31',
    ),
  },
  {
    ...linking,
    name: 'a secret with the end of its line, and an address as load balancers give it',
    account: { ...linkAccount, secret: `${account.secret}\n`, server: API },
    outcome: opened(MY_LINK),
  },
  {
    ...linking,
    name: 'an address without its path',
    account: { ...linkAccount, server: 'https://bbb.example.com' },
    outcome: opened(MY_LINK),
  },
]

/** Inviting. */
const inviteExamples: readonly Example[] = [
  {
    ...inviting,
    name: 'a guest with letters beyond ASCII',
    outcome: handedOut(
      'fullName=Zo%C3%AB%20Ann%20O%27Br%C3%AFen%20%26%20Co&meetingID=support-desk&role=VIEWER&checksum=aa9adbaeacb53e745d975b45f8a61fa6bb2dabe7d04abea1fc4ea090097e3f29',
    ),
  },
  {
    ...inviting,
    name: 'a guest of whom the last name is known',
    person: { lastName: 'Cohen' },
    outcome: handedOut(
      'fullName=Cohen&meetingID=support-desk&role=VIEWER&checksum=96868fddb769054a13e132c611b05ff9cba03f7d04833f59e420a1c5fa388889',
    ),
  },
]

const invalid = (field: string) => ({ code: 'invalid', field }) as const
const missing = (field: string) => ({ code: 'missing', field }) as const

/** What is refused before anything is asked. */
const refusals: readonly Example[] = [
  { ...linking, name: 'no server', account: { ...linkAccount, server: '' }, error: missing('server') },
  {
    ...linking,
    name: 'a server without encryption',
    account: { ...linkAccount, server: 'http://bbb.example.com/bigbluebutton/' },
    error: invalid('server'),
  },
  {
    ...linking,
    name: 'a server’s address with a query',
    account: { ...linkAccount, server: `${account.server}?x=1` },
    error: invalid('server'),
  },
  { ...linking, name: 'no secret', account: { ...linkAccount, secret: '' }, error: missing('secret') },
  { ...linking, name: 'a secret of spaces', account: { ...linkAccount, secret: '  ' }, error: missing('secret') },
  {
    ...linking,
    name: 'an unknown checksum',
    account: { ...linkAccount, algorithm: 'md5' },
    error: invalid('algorithm'),
  },
  { ...linking, name: 'no meeting', target: {}, error: missing('meetingId') },
  { ...linking, name: 'two meetings', target: { meetingId: 'one,two' }, error: invalid('meetingId') },
  { ...linking, name: 'an ID of one letter', target: { meetingId: 'a' }, error: invalid('meetingId') },
  { ...linking, name: 'an ID with a space at its end', target: { meetingId: 'desk ' }, error: invalid('meetingId') },
  { ...linking, name: 'a name with a comma', target: { ...meeting, label: 'Support, first' }, error: invalid('label') },
  { ...linking, name: 'a user without a last name', person: { firstName: 'Ada' }, error: missing('lastName') },
  { ...inviting, name: 'a guest without a last name', person: { firstName: 'Zoë' }, error: missing('lastName') },
]

/** All of them. */
export const joinExamples: readonly Example[] = [...startExamples, ...linkExamples, ...inviteExamples, ...refusals]
