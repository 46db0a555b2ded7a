/** What the desk shows to popup and options: plain data, no secret, no link. @module */
import type { ErrorCode, Fact } from '@joinery/sdk'
import type { CompanionState, PluginData } from '@joinery/sdk/companion'
import type { AnyDoubt } from '../page-messages.ts'
import type { ShortcutColour } from '../shortcut-colours.ts'
import type { VaultErrorCode } from '../vault/error.ts'

/** What went wrong, in the user's language. */
export interface Problem {
  readonly code: ErrorCode | VaultErrorCode
  readonly text: string
  /** The field at fault, and the form that it stands in. */
  readonly field?: string
  readonly form?: 'account' | 'target' | 'me' | 'contact'
  /** Milliseconds until it may be tried again. */
  readonly retryAfter?: number
}

/** How a click ended; `opened` where a tab or window is in front now. */
export type RunReply =
  | {
      readonly ok: true
      readonly text: string
      readonly opened: boolean
      /** What was copied can be handed out in other ways, too: the invitation that waits for that. */
      readonly invitationId?: string
    }
  | { readonly ok: false; readonly problem: Problem }

/** A table as the user sees it. */
export interface TableView {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/** How an action that the options page ran ended. */
export type ActionReply =
  | { readonly ok: true; readonly text: string; readonly table?: TableView }
  | { readonly ok: false; readonly problem: Problem }

/** How far a list is. */
export interface BulkView {
  readonly accountId: string
  readonly action: string
  readonly state: 'running' | 'paused' | 'cancelled' | 'finished'
  readonly count: number
  /** How many lines are in which state. */
  readonly counts: { readonly [state: string]: number }
  /** Milliseconds that the vendor wants to be left alone. */
  readonly wait?: number
  /** Why it was paused, where the user did not do it. */
  readonly reason?: string
}

/** What the window shows that asks about a click. */
export interface ConfirmView {
  readonly shortcut: string
  readonly icon: string
  /** The page's host. */
  readonly site: string
  /** Whom the page showed at the click. */
  readonly person: PersonView
  readonly doubts: readonly AnyDoubt[]
}

/** A target that an action is asked about. */
export interface ControlTarget {
  readonly id: string
  readonly label: string
  readonly company: string
  readonly details: readonly { readonly label: string; readonly text: string }[]
  /** Whether the user turned the question off for it. */
  readonly asksNoMore: boolean
}

/** What the control window shows. */
export type ControlView =
  | {
      readonly ok: true
      readonly accountId: string
      /** The action's own word. */
      readonly action: string
      /** Whether it reaches into somebody's computer. */
      readonly reachesIn: boolean
      /** What the plugin calls a target, such as "Device". */
      readonly targetName: string
      /** Whom the record shows, and their company; empty where there is none. */
      readonly person: string
      readonly company: string
      /** Whether the user is asked before anything is done. */
      readonly asks: boolean
      /** Whether another target may be picked. */
      readonly maySearch: boolean
      /** The target in question; `null` where the user has to pick one. */
      readonly target: ControlTarget | null
    }
  | { readonly ok: false; readonly problem: Problem }

/** How an action ended in the control window; the link is for that window alone, and is kept nowhere. */
export type ControlReply =
  | {
      readonly ok: true
      readonly text: string
      readonly link?: { readonly url: string; readonly freshUntil: number }
      /** Whether something else was opened in front. */
      readonly opened?: true
    }
  | { readonly ok: false; readonly problem: Problem }

/** A certificate, or the request for one, without its private key. */
export interface CertificateView {
  readonly id: string
  readonly revision: number
  /** Whether a request waits for its certificate, the certificate came, or its end alone is watched. */
  readonly state: 'waiting' | 'issued' | 'watched'
  /** Whom the request names; of a watched one, whom the certificate names. */
  readonly name: string
  readonly organisation?: string
  readonly email?: string
  readonly keyKind?: string
  /** When the request was made, in milliseconds since 1970. */
  readonly made?: number
  /** PEM. */
  readonly request?: string
  /** PEM; the request's own certificate first, then its chain. */
  readonly certificates?: string
  readonly subject?: string
  readonly issuer?: string
  /** When the certificate ends, in milliseconds since 1970. */
  readonly ends?: number
}

/** A private key on its way into a file: base64 of its PKCS#8. */
export type KeyReply =
  | { readonly ok: true; readonly privateKey: string }
  | { readonly ok: false; readonly problem: Problem }

/** How a change ended. */
export type SaveReply = { readonly ok: true; readonly id?: string } | { readonly ok: false; readonly problem: Problem }

/** Which of two extensions is to be updated before they understand each other. */
export type TooOld = Extract<CompanionState, 'companion-too-old' | 'host-too-old'>

/** A companion extension: a plugin that lives in an extension of its own. What it says of itself is for showing alone. */
export interface CompanionView {
  readonly extensionId: string
  readonly state: 'asks' | 'allowed' | 'suspended' | 'refused' | 'too-old'
  /** Which side is to be updated before they understand each other. */
  readonly tooOld?: TooOld
  /** What it asks for; where it is allowed, what it was allowed. */
  readonly data?: PluginData
  /** What it was allowed before it asked for more. */
  readonly before?: PluginData
  /** Names what is shown, so that nothing else is agreed to. */
  readonly revision?: string
  /** Whether it answers; of those that are not allowed, nobody asks. */
  readonly isThere: boolean
}

/** An account without its secrets. */
export interface AccountView {
  readonly id: string
  /** The version that was read; a change names it. */
  readonly revision: number
  /** Whether the organisation's policy set it up, so that it cannot be edited here. */
  readonly isManaged: boolean
  /** How many targets belong to it. */
  readonly targets: number
  readonly pluginId: string
  readonly name: string
  /** Raw settings by field; secret fields are absent. */
  readonly settings: { readonly [field: string]: unknown }
  /** The secret fields that hold something. */
  readonly storedSecrets: readonly string[]
  /** What this account says of the user instead of the profile. */
  readonly me: PersonView
}

/** A person's facts. */
export type PersonView = { readonly [F in Fact]?: string }

/** A target without its secrets. */
export interface TargetView {
  readonly id: string
  readonly revision: number
  readonly isManaged: boolean
  readonly accountId: string
  readonly label: string
  readonly fields: { readonly [field: string]: unknown }
  readonly storedSecrets: readonly string[]
  /** Whether actions that ask first go ahead without a question. */
  readonly asksNoMore: boolean
}

/** A target in a list. */
export interface TargetLine {
  readonly id: string
  readonly accountId: string
  readonly label: string
  readonly isManaged: boolean
}

/** Targets by what was typed, and whether there are more. */
export interface TargetLines {
  readonly targets: readonly TargetLine[]
  readonly more: boolean
}

/** A shortcut. */
export interface ShortcutView {
  readonly id: string
  readonly revision: number
  /** The policy's name for it, where it comes from there. */
  readonly managed?: string
  readonly name: string
  readonly accountId: string
  readonly action: string
  readonly targetId?: string
  /** Its button stands in CRM pages too, not in the popup alone. */
  readonly inPage: boolean
  /** A link for a guest is shown with all ways to hand it out, instead of copied. */
  readonly opensInvitation?: true
  /** Where it is not in the popup's list. */
  readonly inPopup?: false
  readonly colour?: ShortcutColour
  /** The rules of the sites on whose pages alone it stands. */
  readonly sites?: readonly string[]
}

/** Everything that the options page shows. */
export interface DeskView {
  readonly me: PersonView
  /** The version of it that was read; absent where none was written yet. */
  readonly meStored?: { readonly id: string; readonly revision: number }
  readonly accounts: readonly AccountView[]
  readonly shortcuts: readonly ShortcutView[]
  /** Match patterns of the enabled sites. */
  readonly sites: readonly string[]
  /** Origins that the organisation wants enabled. */
  readonly wantedSites: readonly string[]
  /** Origins whose clicks count although the browser cannot see covers. */
  readonly trustedSites: readonly string[]
  /** Origins over whose pages no bar floats. */
  readonly sitesWithoutFloating: readonly string[]
  readonly mayAddAccounts: boolean
}

/** What there is to say of the vault, locked or not. */
export interface VaultView {
  readonly state: 'absent' | 'locked' | 'unlocked'
  readonly staysUnlocked: boolean
  readonly mayStayUnlocked: boolean
  readonly mayBackUp: boolean
  readonly idleMinutes: number
  /** Whether the organisation set the idle time. */
  readonly isIdleTimeManaged: boolean
  /** When everything was last exported, in milliseconds since 1970. */
  readonly backedUpAt?: number
  /** Whether something was added since then. */
  readonly needsBackup: boolean
  /** Ends of certificates that the user is to be warned of, the earliest first, in milliseconds since 1970. */
  readonly endingCertificates: readonly number[]
  /** How many companion extensions wait for the user's answer. */
  readonly waitingCompanions: number
  readonly companyName?: string
  readonly supportText?: string
  /** What the policy says wrongly, by path. */
  readonly policyFaults: readonly string[]
}
