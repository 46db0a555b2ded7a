/** What the browser's own surfaces tell the background: its menu, its address bar, its keys. No driver reaches these. @module */
import type { Session } from '../browsers/session.ts'

interface Told {
  dispatch(...values: readonly unknown[]): void
}
interface Line {
  readonly content: string
  readonly description: string
}
interface Surfaces {
  readonly omnibox: {
    readonly onInputChanged: Told
    readonly onInputEntered: Told
    setDefaultSuggestion(line: { readonly description: string }): Promise<void>
  }
  readonly contextMenus: { readonly onClicked: Told }
  readonly commands: { readonly onCommand: Told }
  readonly tabs: { query(query: object): Promise<readonly object[]> }
  readonly windows: { create(options: object): Promise<unknown> }
  readonly action: { getTitle(about: object): Promise<string>; getBadgeText(about: object): Promise<string> }
}
// Only for functions that run in the background.
declare const chrome: Surfaces

function background({ inBackground }: Session): NonNullable<Session['inBackground']> {
  if (inBackground === undefined) throw new Error('This browser does not let anybody into its background.')
  return inBackground
}

/** What is suggested for a text, but for the first line, which the browser shows in the text's own place. */
export async function suggestedFor(session: Session, text: string): Promise<readonly Line[]> {
  return await background(session)(
    (typed) =>
      new Promise<readonly Line[]>((resolve) => {
        chrome.omnibox.onInputChanged.dispatch(typed, resolve)
      }),
    text,
  )
}

/** Whether the browser takes a line's description, as it would have to show it. */
export async function isShowable(session: Session, description: string): Promise<boolean> {
  return await background(session)(
    async (given) =>
      await chrome.omnibox.setDefaultSuggestion({ description: given }).then(
        () => true,
        () => false,
      ),
    description,
  )
}

/** Presses Enter in the address bar. */
export async function enterText(session: Session, text: string, disposition = 'currentTab'): Promise<void> {
  await background(session)((typed, where) => chrome.omnibox.onInputEntered.dispatch(typed, where), text, disposition)
}

/** Chooses an item of the menu in the tab in front. */
export async function chooseItem(session: Session, id: string, on: object): Promise<void> {
  await background(session)(
    async (menuItemId, info) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
      chrome.contextMenus.onClicked.dispatch({ menuItemId, editable: false, ...info }, tab)
    },
    id,
    on,
  )
}

/** Gives a command in the tab in front. */
export async function giveCommand(session: Session, name: string): Promise<void> {
  await background(session)(async (command) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
    chrome.commands.onCommand.dispatch(command, tab)
  }, name)
}

/** Lets the browser refuse every further popup window with a web page in it. */
export async function refuseWindows(session: Session): Promise<void> {
  await background(session)(() => {
    const create = chrome.windows.create.bind(chrome.windows)
    Object.assign(chrome.windows, {
      create: async (options: { readonly url?: string }) => {
        if (options.url?.startsWith('https:')) throw new Error('Windows are not allowed.')
        return await create(options)
      },
    })
  })
}

/** What the toolbar's button tells. */
export async function toolbarOf(session: Session): Promise<{ readonly title: string; readonly badge: string }> {
  return await background(session)(async () => ({
    title: await chrome.action.getTitle({}),
    badge: await chrome.action.getBadgeText({}),
  }))
}
