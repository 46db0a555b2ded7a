/** Examples of asking about a meeting; the checksums were made with `sha256sum`. @module */
import type { Example } from '@joinery/sdk/testing'
import { account, asked, failure, meeting, NOW, success } from './example-values.ts'

const about = { account, target: meeting, now: NOW } as const
const RUNNING = 'meetingID=support-desk&checksum=4c2fc7fd44f2041deb60d98484e2c50b0a1dc81640f7903b2f1a221406a70369'
const END = 'meetingID=support-desk&checksum=898eec41536e279d03f2e094e21fd9a69e1888b992bb9d76b70cae37556681b8'
const RECORDINGS = 'meetingID=support-desk&checksum=f7e98bd1bdc8f211d225c5e8dbed13cfc2d48b1bd7a67ddbf7d7fae8ae28e539'
const TEST =
  'meetingID=joinery-connection-test&checksum=208f5ce983335fc3015e2392770c3101853c0e4cc9188e336ce4565f9a6ad7e1'
const columns = [
  { en: 'Name', de: 'Name' },
  { en: 'Start', de: 'Beginn' },
  { en: 'Minutes', de: 'Minuten' },
  { en: 'State', de: 'Zustand' },
  { en: 'People', de: 'Personen' },
  { en: 'Format', de: 'Format' },
  { en: 'Address', de: 'Adresse' },
]
const title = { en: 'Recordings', de: 'Aufzeichnungen' }
const format = (type: string, path: string) =>
  `<format><type>${type}</type><url>https://bbb.example.com/${path}</url><length>33</length><preview><images><image alt="It&#39;s &quot;1 &gt; 0&quot;" width="176">https://bbb.example.com/thumb-1.png</image></images></preview></format>`
const older = `<recording><recordID>a-1530278898111</recordID><meetingID>support-desk</meetingID><name>Fred&apos;s Room</name><published>true</published><state>published</state><startTime>1530278898111</startTime><endTime>1530281194326</endTime><participants>7</participants><metadata><gl-listed>true</gl-listed></metadata><playback>${format('podcast', 'podcast/audio.ogg')}${format('presentation', 'playback.html?meetingId=a&amp;x=1')}</playback></recording>`
const newer = `<recording><name><![CDATA[R&D]]></name><state>unpublished</state><startTime>1530718721124</startTime><endTime></endTime><participants></participants><playback/></recording>`

/** All of them. */
export const manageExamples: readonly Example[] = [
  {
    ...about,
    name: 'the meeting is running',
    action: 'running',
    replies: [asked('isMeetingRunning', RUNNING, success('<running>true</running>'))],
    outcome: { type: 'done', message: { en: 'The meeting is running.', de: 'Die Besprechung läuft.' } },
  },
  {
    ...about,
    name: 'the meeting is not running',
    action: 'running',
    replies: [asked('isMeetingRunning', RUNNING, success('<running>false</running>'))],
    outcome: {
      type: 'done',
      message: { en: 'The meeting is not running now.', de: 'Die Besprechung läuft gerade nicht.' },
    },
  },
  {
    ...about,
    name: 'whether it is running is told by another word',
    action: 'running',
    replies: [asked('isMeetingRunning', RUNNING, success('<running>maybe</running>'))],
    error: { code: 'bad-answer', field: 'server' },
  },
  {
    ...about,
    name: 'the meeting is ended',
    action: 'end',
    replies: [asked('end', END, success('<messageKey>sentEndMeetingRequest</messageKey>'))],
    outcome: {
      type: 'done',
      message: {
        en: 'The meeting is being ended; that may take some seconds.',
        de: 'Die Besprechung wird beendet; das kann einige Sekunden dauern.',
      },
    },
  },
  {
    ...about,
    name: 'there is no meeting to end',
    action: 'end',
    replies: [asked('end', END, failure('notFound'))],
    error: { code: 'not-found', field: 'meetingId' },
  },
  {
    ...about,
    name: 'a gateway answers in place of the server that was to end the meeting',
    action: 'end',
    replies: [{ ...asked('end', END, '<h1>Bad gateway</h1>'), status: 502 }],
    error: { code: 'ambiguous' },
  },
  {
    ...about,
    name: 'recordings, each form of playing them a row, the newest first',
    action: 'recordings',
    replies: [asked('getRecordings', RECORDINGS, success(`<recordings>${older}${newer}</recordings>`))],
    outcome: {
      type: 'table',
      title,
      columns,
      rows: [
        ['R&D', '2018-07-04 15:38 UTC', '', 'unpublished', '', '', ''],
        [
          "Fred's Room",
          '2018-06-29 13:28 UTC',
          38,
          'published',
          7,
          'podcast',
          'https://bbb.example.com/podcast/audio.ogg',
        ],
        [
          "Fred's Room",
          '2018-06-29 13:28 UTC',
          38,
          'published',
          7,
          'presentation',
          'https://bbb.example.com/playback.html?meetingId=a&x=1',
        ],
      ],
    },
  },
  {
    ...about,
    name: 'no recordings',
    action: 'recordings',
    replies: [
      asked('getRecordings', RECORDINGS, success('<recordings></recordings><messageKey>noRecordings</messageKey>')),
    ],
    outcome: { type: 'table', title, columns, rows: [] },
  },
  {
    ...about,
    name: 'a recording that began at no time',
    action: 'recordings',
    replies: [
      asked(
        'getRecordings',
        RECORDINGS,
        success('<recordings><recording><startTime>soon</startTime></recording></recordings>'),
      ),
    ],
    error: { code: 'bad-answer', field: 'server' },
  },
  {
    ...about,
    name: 'the connection is right',
    action: 'test',
    replies: [asked('isMeetingRunning', TEST, success('<running>false</running>'))],
    outcome: {
      type: 'done',
      message: { en: 'The server accepts the shared secret.', de: 'Der Server nimmt das gemeinsame Geheimnis an.' },
    },
  },
  {
    ...about,
    name: 'the secret is wrong, told as versions with a list of errors do',
    action: 'test',
    replies: [
      asked(
        'isMeetingRunning',
        TEST,
        '<response><returncode>FAILED</returncode><errors><error key="checksumError" message="You did not pass."/></errors></response>',
      ),
    ],
    error: { code: 'unauthorized', field: 'secret' },
  },
]
