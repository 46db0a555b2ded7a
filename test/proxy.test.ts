import { once } from 'node:events'
import { request } from 'node:http'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ConnectProxy, startProxy } from './proxy.ts'

const echo = createServer((socket) => socket.pipe(socket))
let proxy: ConnectProxy

beforeAll(async () => {
  echo.listen(0, '127.0.0.1')
  await once(echo, 'listening')
  proxy = await startProxy({ 'www.vendor.example': (echo.address() as AddressInfo).port })
})

afterAll(async () => {
  await proxy.close()
  echo.close()
})

async function tunnelTo(path: string): Promise<{ status: number | undefined; socket: Socket }> {
  const asked = request({ host: '127.0.0.1', port: proxy.port, method: 'CONNECT', path, agent: false }).end()
  const [response, socket] = await once(asked, 'connect')
  return { status: response.statusCode, socket }
}

test('a mapped host leads to its loopback port', async () => {
  const { status, socket } = await tunnelTo('www.vendor.example:443')
  expect(status).toBe(200)
  socket.write('through')
  expect(String((await once(socket, 'data'))[0])).toBe('through')
  socket.destroy()
})

test.each(['www.other.example:443', 'www.vendor.example:80', 'toString:443', '127.0.0.1:443'])(
  'a tunnel to %s is refused and noted',
  async (address) => {
    const { status, socket } = await tunnelTo(address)
    socket.destroy()
    expect(status).toBe(403)
    expect(proxy.refused).toContain(address)
  },
)

test('plain HTTP is cut', async () => {
  const asked = request({ host: '127.0.0.1', port: proxy.port, path: 'http://www.vendor.example/', agent: false }).end()
  await expect(once(asked, 'response')).rejects.toThrow('socket hang up')
  expect(proxy.refused).toContain('http://www.vendor.example/')
})
