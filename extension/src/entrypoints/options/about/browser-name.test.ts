import { expect, test } from 'vitest'
import { browserIn } from './browser-name.ts'

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  [`${CHROME} Chrome/140.0.0.0 Safari/537.36`, 'Chrome 140.0.0.0'],
  [`${CHROME} HeadlessChrome/140.0.0.0 Safari/537.36`, 'Chrome 140.0.0.0'],
  [`${CHROME} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.1.2`, 'Edge 140.0.1.2'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox 140.0'],
  ['Something else', ''],
])('%s is %s', (userAgent, name) => {
  expect(browserIn(userAgent)).toBe(name)
})
