/** What moves, moves only for those who do not mind. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const source = fileURLToPath(new URL('..', import.meta.url))
const MOVING = /\b(?:transition|animation|scroll-behavior)\s*:/
const ASKING = /@media \(prefers-reduced-motion: no-preference\) \{(?:[^{}]|\{[^{}]*\})*\}/g

test('a style that moves something stands where the user was asked for their wish', () => {
  const styles = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.css$|style\.ts$/.test(path),
  )
  expect(styles.length).toBeGreaterThan(10)
  const moving = styles.filter((path) => MOVING.test(readFileSync(join(source, path), 'utf8').replace(ASKING, '')))
  expect(moving).toEqual([])
})
