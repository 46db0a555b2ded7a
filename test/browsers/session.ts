/** What a test or the demo does with a real browser, the same for both. @module */

import type { Certificate } from '../certificates.ts'
import type { BrowserName } from './browser-name.ts'
import type { ClientIdentity } from './certificate-store.ts'
import { launchChromium } from './chromium.ts'
import { findBrowser, VARIABLES } from './find.ts'
import { launchFirefox } from './firefox.ts'
import type { PolicyValues } from './policy.ts'
import type { ProtocolHandler } from './protocol-handler.ts'

export type { BrowserName } from './browser-name.ts'

/** How a browser is started. */
export interface LaunchOptions {
  /** The built extension whose origin, grants and background the session is about. */
  readonly extensionDirectory: string
  readonly moreExtensions?: readonly string[]
  /** Host name to loopback port of a TLS server; every other host but loopback fails. */
  readonly hosts: Readonly<Record<string, number>>
  /** Trusted by this browser's profile alone. */
  readonly certificate: Pick<Certificate, 'spkiHash'>
  /** Default true. */
  readonly headless?: boolean
  /** The browser's own language, where it has that one; default `en`. */
  readonly language?: string
  readonly colorScheme?: 'light' | 'dark'
  /** The program that links of a scheme open; without it the browser knows none. */
  readonly protocolHandler?: ProtocolHandler
  /** What the organisation's policy gives to the extension. Not every machine allows it, see `policy.ts`. */
  readonly policy?: PolicyValues
  /** Certificates in the user's own store, and the origins that get one of them without a question. */
  readonly clientCertificates?: { readonly identities: readonly ClientIdentity[]; readonly origins: readonly string[] }
  /** A folder for a profile that outlives the session and may come from an earlier one; default a new one, removed. */
  readonly profile?: string
  /**
   * Whether the browser may have served an earlier session of this process, and may serve a later one, where nothing else is
   * asked that only its start can give: it is as good as new, but starting it costs more than most tests. Firefox alone.
   */
  readonly isShared?: boolean
}

/** What a driver gets: the options, and the browser to start. */
export interface LaunchRequest extends LaunchOptions {
  readonly executablePath: string
}

/** A running browser, with a fresh profile unless one was given. Its first, empty tab belongs to the driver and is in no list. */
export interface Session {
  readonly name: BrowserName
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly extensionOrigin: string
  /** Those of the other extensions, in their order. */
  readonly moreOrigins: readonly string[]
  /** Opens a new tab in front, loaded. Rejects where the address cannot be loaded. */
  open(url: string): Promise<Page>
  /** Every tab and popup window, those of extensions too. */
  pages(): Promise<readonly Page[]>
  /** The first page whose address matches, loaded. */
  waitForPage(match: (url: string) => boolean, milliseconds?: number): Promise<Page>
  /**
   * Lets the extension's `permissions.request` for these origins, made in a real click, be granted without a prompt.
   * An origin is `https://host`, or a match pattern as in the manifest. Firefox grants all alike from then on.
   */
  allowGrants(origins: readonly string[]): Promise<void>
  /**
   * Changes the policy of a browser that was started with one, or takes it away. Chromium tells the extension within some
   * seconds, Firefox at the extension's next start.
   */
  setPolicy(values: PolicyValues | undefined): void
  clipboardText(): Promise<string>
  /** Starts the extension anew from its folder, as an update does, or the other extension of that number, from 0. */
  restartExtension(more?: number): Promise<void>
  /** Disables the extension, as its user does in the browser's own page, or enables it again. */
  setEnabled(isEnabled: boolean): Promise<void>
  /** Ends the service worker or event page; resolves when it is gone. */
  stopBackground(): Promise<void>
  /**
   * Ends the background in the middle of whatever it does, this many milliseconds from now (default 0); resolves when it
   * is gone.
   */
  killBackground(milliseconds?: number): Promise<void>
  /**
   * Lets the background run on until it comes to an `await` in its code for the `count`th time, and stand still there.
   * Where places are given, no others count. Only Chromium has a way to do that.
   */
  readonly haltBackground?: (count: number, among?: readonly Place[]) => Promise<Halt>
  /**
   * Runs in the background's own world; JSON values in and out. What no driver reaches, such as the browser's menus and its
   * address bar, is told to the extension by the events' own `dispatch` there. Only Chromium has a way to do that.
   */
  readonly inBackground?: <Arguments extends readonly unknown[], Result>(
    fn: (...args: Arguments) => Result | Promise<Result>,
    ...args: Arguments
  ) => Promise<Result>
  /** Resolves when the browser has ended, by `close` or because its user quit it. */
  readonly ended: Promise<void>
  /** Ends all processes of the browser at once, in the middle of whatever they do; `close` is still to be called. */
  kill(): Promise<void>
  /** Ends the browser and removes its profile; one that was given is kept, with all that the browser had to write. */
  close(): Promise<void>
}

/** A place in the background's code. */
export interface Place {
  readonly url: string
  readonly lineNumber: number
  readonly columnNumber: number
}

/** A background that stands still somewhere. */
export interface Halt {
  /** Resolves when it does; never, where it does not come so far. */
  readonly reached: Promise<void>
  /** Where it came by since, in order. */
  readonly passed: readonly Place[]
  /** Lets it go on, without further stops. */
  release(): Promise<void>
}

/**
 * One tab or window. Selectors also look into open shadow roots; all input is real and goes to the page in front,
 * where the page is brought first. Functions run inside the page: they see nothing of the test's scope.
 */
export interface Page {
  url(): Promise<string>
  /** Loads an address, in front: a page that nobody sees does no work for its buttons. */
  goto(url: string): Promise<void>
  reload(): Promise<void>
  /** Runs in the page's own world; JSON values in and out. */
  evaluate<Arguments extends readonly unknown[], Result>(
    fn: (...args: Arguments) => Result | Promise<Result>,
    ...args: Arguments
  ): Promise<Result>
  /** Waits until the function returns something truthy; one that throws is asked again. */
  waitFor<Arguments extends readonly unknown[]>(fn: (...args: Arguments) => unknown, ...args: Arguments): Promise<void>
  /** Waits until the element is there, at rest, enabled and uncovered, scrolls it into view and clicks its middle. */
  click(selector: string): Promise<void>
  /** Coordinates are CSS pixels of the viewport, here and below. */
  clickAt(x: number, y: number): Promise<void>
  hoverAt(x: number, y: number): Promise<void>
  mouseDown(x: number, y: number): Promise<void>
  mouseUp(x: number, y: number): Promise<void>
  /** Presses and releases the mouse where it rests, without moving it. */
  clickHere(): Promise<void>
  /** Replaces the text of a field. */
  fill(selector: string, text: string): Promise<void>
  /** Chooses an option by its value. */
  select(selector: string, value: string): Promise<void>
  /** A key by its DOM name, as `Enter`, `Tab`, `Space`, `ArrowDown` or `a`; with modifiers as `Control+Shift+Y`. */
  press(key: string): Promise<void>
  /** Every button that the extension put into the page, in document order. */
  buttons(): Promise<readonly ShadowButton[]>
  /** The HTML within each element that the extension mounted. Only Chromium has a way to ask. */
  readonly ownMarkup?: () => Promise<readonly string[]>
  screenshot(path: string, options?: { readonly fullPage?: boolean }): Promise<void>
  setViewport(width: number, height: number): Promise<void>
  /** Shows the page as it is printed, or again as on a screen. */
  emulatePrint(isPrinted: boolean): Promise<void>
  /**
   * Runs a function in every document that the page loads from now on, before anything of the document's own. Only Chromium
   * has a way to do that without a file.
   */
  readonly beforeLoad?: <Arguments extends readonly unknown[]>(
    fn: (...args: Arguments) => unknown,
    ...args: Arguments
  ) => Promise<void>
  /** Shows the page to somebody who has chosen other colours; the session's own where nothing is said. Only Chromium. */
  readonly emulateColours?: (wishes: ColourWishes) => Promise<void>
  /** Role and name of everything that assistive technology is told of, in order. Only Chromium has a way to ask. */
  readonly accessibleNames?: () => Promise<readonly string[]>
  /** The outer size of the page's window. */
  windowSize(): Promise<{ readonly width: number; readonly height: number }>
  close(): Promise<void>
}

/** What a user may have chosen for all pages. */
export interface ColourWishes {
  readonly scheme?: 'light' | 'dark'
  /** Few colours of the system's own, in place of the page's. */
  readonly forced?: boolean
}

/** Where something is, in CSS pixels of the viewport. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * A button inside the closed shadow root of an element whose name starts with `x-joinery`; where that root holds a frame,
 * any control in it.
 */
export interface ShadowButton {
  /** Its text, or else its `aria-label`. */
  readonly label: string
  readonly title: string
  /** Its `data-state`, or an empty text; in a frame `focused` where it has the focus. */
  readonly state: string
  readonly disabled: boolean
  readonly hasFocus: boolean
  /** The computed colour that it stands on. */
  readonly background: string
  /** What the note beside the buttons says, or an empty text; in a frame all that it says. */
  readonly note: string
  /** Null where the button is not rendered. */
  readonly box: Box | null
  /** The `data-record-id` of the closest ancestor that has one, or an empty text. */
  readonly host: string
  /** Scrolls the button to the middle of the viewport; ask for the buttons again to get its new box. */
  scrollIntoView(): Promise<void>
}

/** Starts a browser of this machine. */
export async function launch(name: BrowserName, options: LaunchOptions): Promise<Session> {
  const executablePath = findBrowser(name)
  if (executablePath === undefined) {
    throw new Error(`No ${name} was found: run test/browsers/install.ts, or set ${VARIABLES[name]}.`)
  }
  return name === 'chromium'
    ? await launchChromium({ ...options, executablePath })
    : await launchFirefox({ ...options, executablePath })
}
