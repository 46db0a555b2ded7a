/** The page behind the toolbar's button: how it stands with Joinery. @module */
import { lastState } from './status.ts'

declare const chrome: { readonly runtime: { sendMessage(message: string): Promise<unknown> } }

const sentences: Readonly<Record<string, string>> = {
  asks: 'Joinery asks you whether this plugin is allowed: open its settings, Plugins.',
  allowed: 'Joinery uses this plugin.',
  suspended: 'This version asks for more than you allowed: open Joinery’s settings, Plugins.',
  refused: 'You did not allow this plugin. You may still do so in Joinery’s settings, Plugins.',
  taken: 'Joinery has another plugin of this name.',
  busy: 'Joinery does not listen now. Try again in a minute.',
  malformed: 'Joinery cannot read this plugin.',
  'companion-too-old': 'This extension is too old for your Joinery. Update this extension.',
  'host-too-old': 'Your Joinery is too old for this extension. Update Joinery.',
}

const place = document.querySelector('p') as HTMLElement
const button = document.querySelector('button') as HTMLElement

async function announce(): Promise<void> {
  place.textContent = '…'
  await chrome.runtime.sendMessage('announce')
  const { state = '' } = await lastState()
  place.dataset.state = state
  place.textContent = sentences[state] ?? 'Joinery is not installed, or disabled.'
}

button.addEventListener('click', () => void announce())
void announce()
