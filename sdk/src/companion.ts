/** A plugin that lives in an extension of its own: what its author serves it with, and how a host reads what it says. @module */
export { type Announcement, readAnnouncement } from './companion/announcement.ts'
export { type AskCompanion, companionPlugin } from './companion/companion-plugin.ts'
export { dataHalf } from './companion/data-half.ts'
export {
  type ActionData,
  type AnnouncedMessage,
  type AnnounceMessage,
  COMPANION_VERSION,
  type CompanionState,
  type ErrorData,
  type PluginData,
  type RanMessage,
  type RunMessage,
  type VersionMessage,
  type WhoMessage,
} from './companion/envelope.ts'
export { grownPermissions } from './companion/grown-permissions.ts'
export { readReply } from './companion/reply.ts'
export {
  type Companion,
  type CompanionOptions,
  type CompanionRuntime,
  type MessageSender,
  serveCompanion,
} from './companion/serve.ts'
