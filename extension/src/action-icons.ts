/** The pictograms of what a plugin can do, the same in pages of ours and of others. @module */
import type { ActionIcon } from '@joinery/sdk'
import { CalendarPlus, type IconNode, MonitorSmartphone, SlidersHorizontal, UserRoundPlus, Video } from 'lucide'

/** Elements of SVG on a grid of 24, as strokes. */
export const actionIcons: { readonly [Icon in ActionIcon]: IconNode } = {
  join: Video,
  invite: UserRoundPlus,
  control: MonitorSmartphone,
  schedule: CalendarPlus,
  manage: SlidersHorizontal,
}
