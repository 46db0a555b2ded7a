/** The simulated server by itself: what it checks of each byte, by a client that shares nothing with the plugin. */
import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { type BigBlueButton, type BigBlueButtonOptions, startBigBlueButton } from './bigbluebutton.ts'
import type { Algorithm } from './query.ts'

let server: BigBlueButton
afterEach(() => server.close())

async function start(options: BigBlueButtonOptions = {}): Promise<void> {
  server = await startBigBlueButton(options)
}

function sign(call: string, query: string, algorithm: Algorithm = 'sha256', secret = server.secret): string {
  const checksum = createHash(algorithm).update(`${call}${query}${secret}`).digest('hex')
  return `${call}?${query}${query === '' ? '' : '&'}checksum=${checksum}`
}

async function ask(signed: string, method = 'GET'): Promise<string> {
  const reply = await fetch(`${server.address}api/${signed}`, { redirect: 'manual', method })
  if (reply.status === 302) return `to ${reply.headers.get('location')?.split('=')[0]}`
  const text = await reply.text()
  const said = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1]
  return said('returncode') === 'SUCCESS'
    ? `SUCCESS ${said('messageKey') ?? said('running')}`
    : `FAILED ${said('messageKey')}`
}

const MAKE = 'name=Support&meetingID=desk'
const joining = (more: string) => sign('join', `fullName=Ada&meetingID=desk${more}`)

describe('the checksum', () => {
  test.each(['sha1', 'sha256', 'sha384', 'sha512'] as const)(
    'by %s is taken, and by no other where it is the only one',
    async (one) => {
      await start({ algorithms: [one] })
      for (const algorithm of ['sha1', 'sha256', 'sha384', 'sha512'] as const) {
        const expected = algorithm === one ? 'SUCCESS false' : 'FAILED checksumError'
        expect(await ask(sign('isMeetingRunning', 'meetingID=desk', algorithm))).toBe(expected)
      }
    },
  )

  test('may stand before and between the parameters', async () => {
    await start()
    const [, checksum = ''] = sign('create', MAKE).split(`${MAKE}&`)
    expect(await ask(`create?${checksum}&${MAKE}`)).toBe('SUCCESS ')
    expect(await ask(`create?name=Support&${checksum}&meetingID=desk`)).toBe('FAILED idNotUnique')
  })

  test.each<[string, () => string]>([
    ['none', () => 'create?name=Support&meetingID=desk'],
    ['that of another call', () => sign('end', MAKE).replace('end?', 'create?')],
    ['that of another secret', () => sign('create', MAKE, 'sha256', 'another')],
    [
      'that of the parameters in another order',
      () => sign('create', MAKE).replace(MAKE, 'meetingID=desk&name=Support'),
    ],
    ['that of the same values otherwise encoded', () => sign('create', MAKE).replace('desk', '%64esk')],
    [
      'one in capital letters',
      () => sign('create', MAKE).replace(/checksum=.*/, (text) => `checksum=${text.slice(9).toUpperCase()}`),
    ],
    ['a part of it', () => sign('create', MAKE).slice(0, -1)],
    ['an empty one', () => `create?${MAKE}&checksum=`],
  ])('is refused where it is %s', async (_title, make) => {
    await start()
    expect(await ask(make())).toBe('FAILED checksumError')
    expect(server.meeting('desk')).toBeUndefined()
  })
})

describe('the parameters', () => {
  test.each([
    ['create', 'name=Support', 'missingParamMeetingID'],
    ['create', 'meetingID=desk', 'validationError'],
    ['create', 'name=S&meetingID=desk', 'validationError'],
    ['create', 'name=A,B&meetingID=desk', 'validationError'],
    ['create', 'name=A%2CB&meetingID=desk', 'validationError'],
    ['create', 'name=Support&meetingID=d', 'validationError'],
    ['create', 'name=Support&meetingID=desk&record=yes', 'validationError'],
    ['create', 'name=Support&meetingId=desk', 'validationError'],
    ['create', 'name=Support&meetingID=desk&meetingID=desk', 'validationError'],
    ['create', 'name=Sup%00port&meetingID=desk', 'validationError'],
    ['create', 'name=Sup%port&meetingID=desk', 'validationError'],
    ['create', 'name=Sup%ffport&meetingID=desk', 'validationError'],
    ['create', "name=Sup'port&meetingID=desk", 'checksumError'],
    ['join', 'fullName=Ada&meetingID=other&role=VIEWER', 'notFound'],
    ['join', 'meetingID=desk&role=VIEWER', 'missingParamFullName'],
    ['end', 'meetingID=other', 'notFound'],
    ['getMeetings', '', 'unsupportedRequest'],
  ])('%s %s is refused as %s', async (call, query, key) => {
    await start()
    expect(await ask(sign(call, query))).toBe(`FAILED ${key}`)
  })

  test('are read in the query of a GET alone', async () => {
    await start()
    expect(await ask(sign('create', MAKE), 'POST')).toBe('FAILED unsupportedContentType')
  })
})

describe('a meeting', () => {
  test('is entered by role, by password, and by the right creation time', async () => {
    await start()
    expect(await ask(joining('&role=MODERATOR'))).toBe('FAILED notFound')
    await ask(sign('create', `${MAKE}&attendeePW=ap&moderatorPW=mp`))
    expect(await ask(sign('isMeetingRunning', 'meetingID=desk'))).toBe('SUCCESS false')
    for (const how of ['&role=moderator', '&password=ap', '&password=mp', '&role=VIEWER&password=mp']) {
      expect(await ask(joining(how))).toBe('to /html5client/join?sessionToken')
    }
    expect(await ask(joining(`&role=VIEWER&createTime=${server.meeting('desk')?.createTime}`))).toMatch('to ')
    expect(server.meeting('desk')?.joined.map(({ role }) => role)).toEqual([
      'MODERATOR',
      'VIEWER',
      'MODERATOR',
      'VIEWER',
      'VIEWER',
    ])
    expect(await ask(sign('isMeetingRunning', 'meetingID=desk'))).toBe('SUCCESS true')
    expect(await ask(joining('&role=ADMIN'))).toBe('FAILED invalidPassword')
    expect(await ask(joining('&role=VIEWER&createTime=1'))).toBe('FAILED mismatchCreateTimeParam')
  })

  test('is made again with the same passwords, and without any as the version goes', async () => {
    await start()
    await ask(sign('create', `${MAKE}&attendeePW=ap&moderatorPW=mp`))
    expect(await ask(sign('create', `${MAKE}&attendeePW=ap&moderatorPW=mp`))).toBe('SUCCESS duplicateWarning')
    expect(await ask(sign('create', MAKE))).toBe('FAILED idNotUnique')
    await server.close()
    await start({ repeatsCreate: true })
    expect(await ask(sign('create', MAKE))).toBe('SUCCESS ')
    expect(await ask(sign('create', MAKE))).toBe('SUCCESS duplicateWarning')
    expect(await ask(sign('create', 'name=Other&meetingID=desk'))).toBe('FAILED idNotUnique')
  })

  test('is ended once, then entered by nobody until it is made again', async () => {
    await start()
    await ask(sign('create', MAKE))
    expect(await ask(sign('end', 'meetingID=desk'))).toBe('SUCCESS sentEndMeetingRequest')
    expect(await ask(sign('end', 'meetingID=desk'))).toBe('FAILED notFound')
    expect(await ask(joining('&role=VIEWER'))).toBe('FAILED meetingForciblyEnded')
    const before = server.meeting('desk')?.createTime
    expect(await ask(sign('create', MAKE))).toBe('SUCCESS ')
    expect(server.meeting('desk')?.createTime).toBeGreaterThan(before ?? 0)
  })
})
