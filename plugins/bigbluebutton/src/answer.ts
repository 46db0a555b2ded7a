/** Reads a server's answers (docs.bigbluebutton.org, development/api, "API Calls" and "Error handling"). @module */
import { PluginError } from '@joinery/sdk'
import { readXml, type XmlElement } from './xml.ts'

/** An answer, and why it was refused where it was. */
export interface Answer {
  readonly response: XmlElement
  readonly failure: { readonly key: string; readonly message: string } | undefined
}

/** @throws PluginError `bad-answer` for anything but a server's success or failure. */
export function readAnswer(text: string): Answer {
  const response = readXml(text)
  if (response === undefined || response.name !== 'response') throw badAnswer()
  const code = textAt(response, 'returncode')
  if (code === 'SUCCESS') return { response, failure: undefined }
  if (code === 'FAILED') return { response, failure: failureIn(response) }
  throw badAnswer()
}

/** The answer is none of a BigBlueButton server. */
export function badAnswer(): PluginError {
  const text = {
    en: 'What answered is no BigBlueButton server, or its answer is broken. Check the address of the server.',
    de: 'Was antwortet, ist kein BigBlueButton-Server, oder seine Antwort ist beschädigt. Bitte die Adresse des Servers prüfen.',
  }
  return new PluginError('bad-answer', text, { field: 'server' })
}

/** @throws PluginError `bad-answer` where there is more than one of this name. */
export function childAt({ children }: XmlElement, name: string): XmlElement | undefined {
  const [child, another] = children.filter((one) => one.name === name)
  if (another !== undefined) throw badAnswer()
  return child
}

/** The children of a list, by their name; none where there is no list. */
export function childrenAt(element: XmlElement, list: string, name: string): readonly XmlElement[] {
  return childAt(element, list)?.children.filter((child) => child.name === name) ?? []
}

/**
 * The text of a child; empty where there is none.
 *
 * @throws PluginError `bad-answer` where it holds more than text, or stands there twice.
 */
export function textAt(element: XmlElement, name: string): string {
  const child = childAt(element, name)
  if (child === undefined) return ''
  if (child.children.length > 0) throw badAnswer()
  return child.text
}

/** Failures stand in the answer itself, or, one or several, in a list whose items were attributes in earlier versions. */
function failureIn(response: XmlElement): Answer['failure'] {
  const key = textAt(response, 'messageKey')
  if (key !== '') return { key, message: textAt(response, 'message') }
  const [first] = childrenAt(response, 'errors', 'error')
  const said = (name: string) => (first === undefined ? '' : first.attributes.get(name) || textAt(first, name))
  return { key: said('key'), message: said('message') || textAt(response, 'message') }
}
