/** What happens to a PEM on its way, and must not stop a reader; and what must. @module */

/** Changes the text of a PEM. */
export type Dress = (pem: string) => string

/** Harmless changes: the key within can be read all the same. */
export const DRESSES = {
  untouched: (pem) => pem,
  'lines that end as on Windows': (pem) => pem.replaceAll('\n', '\r\n'),
  'line ends spelt out': (pem) => pem.replaceAll('\n', '\\n'),
  'no blank line after the headers': (pem) => pem.replace('\n\n', '\n'),
  'text before the armour': (pem) => `Key of the device\n\n${pem}`,
  'cipher in lower case': (pem) => pem.replace(/(?<=DEK-Info: )[^,]+/, (cipher) => cipher.toLowerCase()),
} as const satisfies Readonly<Record<string, Dress>>

/** Harmful changes: a reader has to say what is wrong. */
export const DAMAGES = {
  'left with an IV as short as in the vendor’s document': (pem) => pem.replace(/(?<=DEK-Info: [^,]+,).*/, '309AA16'),
  'cut in the middle': (pem) => pem.slice(0, pem.length / 2),
  // Many readers notice nothing: a traditional PEM has no code that would tell.
  'altered by one bit': flipBit,
} as const satisfies Readonly<Record<string, Dress>>

function flipBit(pem: string): string {
  const [before = '', content = '', after = ''] = pem.split(/(?<=\n\n|KEY-----\n)([A-Za-z0-9+/=\n]+)(?=\n-----END)/)
  const bytes = Buffer.from(content, 'base64')
  const middle = bytes.length >> 1
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  return `${before}${bytes.toString('base64').replace(/.{64}(?!$)/g, '$&\n')}${after}`
}
