import jsqr from 'jsqr'
import type { VNode } from 'preact'
import { expect, test } from 'vitest'
import { fitsQrCode, QrCode } from './qr.tsx'

type Properties = { readonly [name: string]: unknown }
type Decode = (pixels: Uint8ClampedArray, width: number, height: number) => { readonly data: string } | null

const LABEL = 'QR code of the link'
const SCALE = 3
const RUN = /M(\d+) (\d+)h(\d+)v1h-\d+z/g

const linkOf = (length: number) => 'https://meet.example/join?token='.padEnd(length, 'aB3_-%2F')

function drawn(text: string) {
  const drawing = QrCode({ text, label: LABEL }) as VNode<Properties>
  const [paper, squares] = drawing.props.children as unknown as readonly VNode<Properties>[]
  return { properties: drawing.props as Properties, paper: paper?.props, squares: squares?.props }
}

/** What a camera that looks at the drawing reads, and how wide the white around the squares is. */
function seen(text: string) {
  const { paper, squares } = drawn(text)
  const side = Number(paper?.width)
  const width = side * SCALE
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  const runs = [...String(squares?.d).matchAll(RUN)].map(([, ...numbers]) => numbers.map(Number))
  for (const [x = 0, y = 0, length = 0] of runs) {
    for (let row = y * SCALE; row < (y + 1) * SCALE; row++) {
      for (let column = x * SCALE; column < (x + length) * SCALE; column++) {
        pixels.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3)
      }
    }
  }
  const margin = Math.min(...runs.flatMap(([x = 0, y = 0, length = 0]) => [x, y, side - x - length, side - y - 1]))
  return { text: (jsqr as unknown as Decode)(pixels, width, width)?.data, margin }
}

test.each([
  ['short', 'https://meet.example/a'],
  ['long', linkOf(600)],
  ['as long as vendors make them', linkOf(2048)],
  ['beyond Latin', 'https://meet.example/?name=Зоя-זהבה'],
])('a camera reads a link that is %s, with its quiet zone around it', (_, text) => {
  expect(seen(text)).toEqual({ text, margin: 4 })
})

test('it is a picture with a name, dark on white in every scheme, and does not say the link', () => {
  const { properties, paper, squares } = drawn('https://meet.example/a')
  expect(properties).toMatchObject({ role: 'img', 'aria-label': LABEL, style: { forcedColorAdjust: 'none' } })
  expect([paper?.fill, squares?.fill]).toEqual(['#fff', '#000'])
  expect(JSON.stringify(properties)).not.toContain('meet.example')
})

test('what no code has room for gets none', () => {
  expect(fitsQrCode(linkOf(2953))).toBe(true)
  expect(QrCode({ text: linkOf(2954), label: LABEL })).toBeNull()
})
