/** What the reader takes, and what it does not. @module */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readXml, type XmlElement } from './xml.ts'

/** An element as a pair of its name and what is in it. */
function shown({ name, children, text }: XmlElement): unknown {
  return [name, children.length > 0 ? children.map(shown) : text]
}

const read = (document: string) => {
  const root = readXml(document)
  return root === undefined ? undefined : shown(root)
}

describe('a document is read', () => {
  test.each([
    ['<a/>', ['a', '']],
    ['<a></a>', ['a', '']],
    ['\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<a>\n b \n</a >\n', ['a', 'b']],
    [
      '<a><b>1</b>\n<b>2</b><c /></a>',
      [
        'a',
        [
          ['b', '1'],
          ['b', '2'],
          ['c', ''],
        ],
      ],
    ],
    ['<!-- - - --><a><!----><b/><!-- <c> --></a><!-- end -->', ['a', [['b', '']]]],
    ['<a>&lt;b&gt; &amp;amp; &quot;&apos;&#39;&#x1F600;&#228;</a>', ['a', "<b> &amp; \"''😀ä"]],
    ['<a>1<![CDATA[ <b>&amp;]] ]> ]]>2</a>', ['a', '1 <b>&amp;]] ]> 2']],
    [
      '<a><gl-listed_1.x>ä</gl-listed_1.x><größe>1</größe></a>',
      [
        'a',
        [
          ['gl-listed_1.x', 'ä'],
          ['größe', '1'],
        ],
      ],
    ],
  ])('%j', (document, expected) => {
    expect(read(document)).toEqual(expected)
  })

  test('with its attributes', () => {
    const root = readXml(`<a one="1 &gt; 0" two = 'say "x" > y'\n three=""/>`)
    expect(root && [...root.attributes]).toEqual([
      ['one', '1 > 0'],
      ['two', 'say "x" > y'],
      ['three', ''],
    ])
  })

  test('whatever texts are in it', () => {
    const text = fc
      .string({ unit: 'grapheme' })
      .filter((one) => one.isWellFormed() && !/\p{Cc}|[\ufffe\uffff]/u.test(one))
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const written = texts.map((one) => `<b>${one.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</b>`)
        expect(readXml(`<a>${written.join('')}</a>`)?.children.map((child) => child.text)).toEqual(
          texts.map((one) => one.trim()),
        )
      }),
    )
  })
})

describe('a document is refused', () => {
  test.each([
    ['nothing', ''],
    ['text alone', 'response'],
    ['white space', ' \n'],
    ['JSON', '{"returncode":"SUCCESS"}'],
    ['a web page', '<!doctype html><title>Sign in</title>'],
    ['a web page without its end tags', '<html><body><p>Sign in<br></body></html>'],
    ['two outermost elements', '<a/><b/>'],
    ['text before it', 'x<a/>'],
    ['text behind it', '<a/>x'],
    ['CDATA behind it', '<a/><![CDATA[x]]>'],
    ['an end that is missing', '<a><b></b>'],
    ['an end too many', '<a></a></a>'],
    ['ends in the wrong order', '<a><b></a></b>'],
    ['an end in other letters', '<a></A>'],
    ['a tag that breaks off', '<a><b'],
    ['a comment that breaks off', '<a><!-- '],
    ['CDATA that breaks off', '<a><![CDATA[x]]</a>'],
    ['65 attributes', `<a${Array.from({ length: 65 }, (_, index) => ` b${index}="1"`).join('')}/>`],
    ['a space before a name', '< a></ a>'],
    ['an attribute without quotes', '<a b=1/>'],
    ['an attribute without a value', '<a b/>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['attributes without a space', '<a b="1"c="2"/>'],
    ['an attribute with a tag in it', '<a b="<c/>"/>'],
    ['a bare ampersand', '<a>R&D</a>'],
    ['an entity that XML does not have', '<a>&nbsp;</a>'],
    ['an entity of XML in capitals', '<a>&LT;</a>'],
    ['an entity in an attribute', '<a b="&x;"/>'],
    ['a document type', '<!DOCTYPE a><a/>'],
    ['an entity of its own', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['entities that grow', '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>'],
    ['an instruction', '<a><?php echo 1 ?></a>'],
    ['a declaration within', '<a><?xml version="1.0"?></a>'],
    ['a null character', '<a>\0</a>'],
    ['a reference to a null character', '<a>&#0;</a>'],
    ['a reference to a control character', '<a>&#x1b;</a>'],
    ['a reference to half a character', '<a>&#xd83d;</a>'],
    ['a reference beyond all characters', '<a>&#x110000;</a>'],
    ['half a character', '<a>\ud83d</a>'],
    ['33 elements within each other', `${'<a>'.repeat(33)}${'</a>'.repeat(33)}`],
    ['100,001 elements', `<a>${'<b/>'.repeat(100_000)}</a>`],
  ])('%s', (_title, document) => {
    expect(readXml(document)).toBeUndefined()
  })

  test('whichever part of it is missing', () => {
    const whole = '<a b="1"><c>x &amp; y</c><![CDATA[z]]><!-- d --></a>'
    expect(readXml(whole)).toBeDefined()
    for (let length = 0; length < whole.length; length += 1) expect(readXml(whole.slice(0, length))).toBeUndefined()
  })
})

test('32 elements within each other and 100,000 in all are taken', () => {
  expect(readXml(`${'<a>'.repeat(32)}${'</a>'.repeat(32)}`)).toBeDefined()
  expect(readXml(`<a>${'<b/>'.repeat(99_999)}</a>`)?.children).toHaveLength(99_999)
})

test.each([
  ['an element', '<'],
  ['elements', '<a'],
  ['spaces in a tag', '<a '.padEnd(100, ' ')],
  ['attributes', '<a b="1" '],
  ['a value', '<a b="'],
  ['comments', '<!--'],
  ['CDATA', '<![CDATA['],
  ['brackets', ']]'],
  ['entities', '&#'],
  ['names', 'aaaaaaaaaa'],
  ['spaces', '          '],
])('a million characters of %s are refused at once', (_title, part) => {
  const count = Math.floor(1_000_000 / part.length)
  for (const start of ['', '<a>', '<a b="1"', '<a ', '<a><!--', '<a><![CDATA[']) {
    const begun = performance.now()
    expect(readXml(start + part.repeat(count))).toBeUndefined()
    expect(performance.now() - begun).toBeLessThan(5000)
  }
})
