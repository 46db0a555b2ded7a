import { request } from 'node:https'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Certificate, makeCertificate } from '../certificates.ts'
import { type FixtureServer, fixtureHosts, startFixtureServer } from './server.ts'

let certificate: Certificate
let server: FixtureServer

beforeAll(async () => {
  certificate = await makeCertificate([...fixtureHosts, 'somebody.example'])
  server = await startFixtureServer(certificate)
})
afterAll(() => server?.close())

function get(host: string, path: string): Promise<{ status?: number; type?: string; text: string }> {
  const options = {
    host: '127.0.0.1',
    port: server.port,
    path,
    servername: host,
    ca: certificate.ca,
    headers: { host },
  }
  return new Promise((resolve, reject) => {
    request(options, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part) => {
        text += part
      })
      response.on('end', () =>
        resolve({
          ...(response.statusCode === undefined ? {} : { status: response.statusCode }),
          ...(response.headers['content-type'] === undefined ? {} : { type: response.headers['content-type'] }),
          text,
        }),
      )
    })
      .on('error', reject)
      .end()
  })
}

test('each host shows its product’s page at every path', async () => {
  for (const path of ['/', '/index.php?module=Contacts', '/main.aspx', '/a/b/c']) {
    const { type, text } = await get('espocrm.example', path)
    expect(type).toBe('text/html; charset=utf-8')
    expect(text).toContain('<title>EspoCRM</title>')
  }
})

test('the product’s own scripts and style sheets are there, and empty', async () => {
  expect(await get('espocrm.example', '/client/lib/espo.js?r=1')).toEqual({
    status: 200,
    type: 'text/javascript; charset=utf-8',
    text: '',
  })
  expect(await get('espocrm.example', '/client/css/espo.css')).toMatchObject({
    type: 'text/css; charset=utf-8',
    text: '',
  })
})

test('the script that shows a fixture’s pages is there', async () => {
  const { text } = await get('espocrm.example', '/fixture.js')
  expect(text).toContain('template[data-address]')
})

test('a host that is no product’s shows nothing', async () => {
  expect(await get('somebody.example', '/')).toMatchObject({ status: 404, text: '' })
})
