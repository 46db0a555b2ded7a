/** Links fall into pieces that make the link again. @module */
import { describe, expect, test } from 'vitest'
import { piecesOf } from './parts.ts'

const partsOf = (link: string) =>
  piecesOf(link).flatMap(({ part }) => (part === undefined ? [] : [`${part.kind} ${part.name}=${part.text}`]))

describe('a link', () => {
  test.each<[string, readonly string[]]>([
    ['https://meet.example', ['address =https://meet.example']],
    ['https://meet.example:8443/a%20b/c/', ['address =https://meet.example:8443', 'path 1=a b', 'path 2=c']],
    [
      'https://meet.example/?a=1&b=%26&&c',
      ['address =https://meet.example', 'parameter a=1', 'parameter b=&', 'parameter =c'],
    ],
    [
      'https://meet.example/x?q#config.a=true&b=2',
      ['address =https://meet.example', 'path 1=x', 'parameter =q', 'fragment config.a=true', 'fragment b=2'],
    ],
    ['teamviewerapi://remotecontrol?r=1', ['address =teamviewerapi://remotecontrol', 'parameter r=1']],
    ['mailto:ada@example.com?subject=x', ['address =mailto:', 'path 1=ada@example.com', 'parameter subject=x']],
    ['https://meet.example/%zz?a=%', ['address =https://meet.example', 'path 1=%zz', 'parameter a=%']],
    ['no link', []],
  ])('%s', (link, parts) => {
    expect(
      piecesOf(link)
        .map(({ raw }) => raw)
        .join(''),
    ).toBe(link)
    expect(partsOf(link).filter((part) => part !== 'parameter =')).toEqual(parts)
  })
})
