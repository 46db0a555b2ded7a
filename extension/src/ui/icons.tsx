/** Pictograms of the Lucide set: strokes on a grid of 24, hidden from screen readers because words stand beside them. @module */
import {
  ArrowDown,
  ArrowUp,
  Building2,
  Check,
  ChevronRight,
  CircleUserRound,
  Copy,
  Crosshair,
  DoorOpen,
  Download,
  FileBadge,
  Globe,
  GripVertical,
  Info,
  Keyboard,
  LockKeyhole,
  Mail,
  Pencil,
  Pin,
  PinOff,
  Plus,
  Puzzle,
  QrCode,
  ScrollText,
  Search,
  Settings,
  Trash2,
  TriangleAlert,
  X,
  Zap,
} from 'lucide'
import { h } from 'preact'
import { actionIcons } from '../action-icons.ts'

const icons = {
  ...actionIcons,
  search: Search,
  settings: Settings,
  me: CircleUserRound,
  account: Building2,
  target: DoorOpen,
  shortcut: Zap,
  site: Globe,
  about: Info,
  vault: LockKeyhole,
  certificate: FileBadge,
  backup: Download,
  add: Plus,
  open: ChevronRight,
  edit: Pencil,
  remove: Trash2,
  place: Crosshair,
  done: Check,
  problem: TriangleAlert,
  pin: Pin,
  unpin: PinOff,
  copy: Copy,
  code: QrCode,
  keys: Keyboard,
  close: X,
  mail: Mail,
  up: ArrowUp,
  down: ArrowDown,
  grip: GripVertical,
  journal: ScrollText,
  plugin: Puzzle,
} as const

/** A pictogram's name. */
export type IconName = keyof typeof icons

/** Those that point along the line of text, and turn with it. */
const POINTING: ReadonlySet<IconName> = new Set(['open'])

/** A pictogram in the colour of the text around it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      class={`icon icon-${name}${POINTING.has(name) ? ' icon-pointing' : ''}`}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      {icons[name].map(([part, attributes]) => h(part, attributes))}
    </svg>
  )
}

/** The pictogram of an action; a plugin may name one that is not drawn here. */
export function actionIcon(name: string): IconName {
  return Object.hasOwn(icons, name) ? (name as IconName) : 'shortcut'
}
