import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, createServer, type TLSSocket } from 'node:tls'
import { expect, test } from 'vitest'
import { type Certificate, makeCertificate } from './certificates.ts'

/** Shakes hands with a server that shows the certificate, as a client that trusts only `authority`. */
async function shakeHands(certificate: Certificate, servername: string, authority: string): Promise<TLSSocket> {
  const server = createServer({ key: certificate.key, cert: certificate.cert }, (socket) => socket.end())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, servername, ca: authority })
  try {
    await once(socket, 'secureConnect')
    return socket
  } finally {
    socket.destroy()
    server.close()
  }
}

test('a client that trusts the authority accepts every named host', async () => {
  const certificate = await makeCertificate(['www.vendor.example', 'api.vendor.example'])
  for (const host of ['www.vendor.example', 'api.vendor.example']) {
    expect((await shakeHands(certificate, host, certificate.ca)).authorized).toBe(true)
  }
})

test('a host that was not named is refused', async () => {
  const certificate = await makeCertificate(['www.vendor.example'])
  await expect(shakeHands(certificate, 'www.other.example', certificate.ca)).rejects.toThrow('altnames')
})

test('an authority made at another time is not trusted', async () => {
  const certificate = await makeCertificate(['www.vendor.example'])
  const other = await makeCertificate(['www.vendor.example'])
  await expect(shakeHands(certificate, 'www.vendor.example', other.ca)).rejects.toThrow('certificate')
})

test('the certificate is valid from yesterday to next week, for 127.0.0.1 too', async () => {
  const { cert } = await makeCertificate(['www.vendor.example'])
  const parsed = new X509Certificate(cert)
  expect(parsed.validFromDate.getTime()).toBeLessThan(Date.now() - 23 * 3_600_000)
  expect(parsed.validToDate.getTime()).toBeGreaterThan(Date.now() + 6 * 86_400_000)
  expect(parsed.checkIP('127.0.0.1')).toBe('127.0.0.1')
})
