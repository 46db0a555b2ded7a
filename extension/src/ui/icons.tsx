/** Pictograms: strokes on a grid of 24, hidden from screen readers because words stand beside them. @module */
const paths = {
  join: 'M3 7.5A1.5 1.5 0 0 1 4.5 6h9A1.5 1.5 0 0 1 15 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 3 16.5zM15 10.5l6-3.5v10l-6-3.5',
  invite: 'M10 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM3 20c.5-3.5 3.2-5 7-5s6.5 1.5 7 5M19 7v6M16 10h6',
  control:
    'M4 5h16a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM9 20h6M12 16v4M10 8l5 2.2-2.2.8-.8 2.2z',
  schedule: 'M5 6h14a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1zM4 11h16M8 3.5v4M16 3.5v4',
  manage:
    'M4 7h9M19 7h1M4 17h1M11 17h9M16 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM8 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16.2 16.2 20.5 20.5',
  settings:
    'M10.2 5.5L10.4 2.9L13.6 2.9L13.8 5.5L15.3 6.2L17.3 4.5L19.5 6.7L17.8 8.7L18.5 10.2L21.1 10.4L21.1 13.6L18.5 13.8L17.8 15.3L19.5 17.3L17.3 19.5L15.3 17.8L13.8 18.5L13.6 21.1L10.4 21.1L10.2 18.5L8.7 17.8L6.7 19.5L4.5 17.3L6.2 15.3L5.5 13.8L2.9 13.6L2.9 10.4L5.5 10.2L6.2 8.7L4.5 6.7L6.7 4.5L8.7 6.2zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  me: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 20c.5-3.5 3.2-5 7-5s6.5 1.5 7 5',
  account: 'M5 20V5a1 1 0 0 1 1-1h8a1 1 0 0 1 1 1v15M15 10h3a1 1 0 0 1 1 1v9M3 20h18M9 8h2M9 12h2M9 16h2',
  target: 'M6 20V5a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v15M3 20h18M14.5 12v1',
  shortcut: 'M13 3 5 13.5h6L10.5 21 19 10.5h-6z',
  site: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18',
  about: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.5v.1',
  vault:
    'M6 11h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11M12 14.5v2.5',
  certificate:
    'M5 4h14a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-1M8 15H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1M8 8h8M8 11h4M13 18.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM11.2 18v3.5l1.8-1 1.8 1V18',
  journal: 'M6 4h11a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H6zM6 4v16M9.5 8.5h5M9.5 12h5M9.5 15.5h3',
  plugin: 'M9 4v4M15 4v4M6 8h12v4a6 6 0 0 1-12 0zM12 18v3',
  backup: 'M12 4v10M8 10.5l4 4 4-4M5 16v3a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-3',
  add: 'M12 5v14M5 12h14',
  open: 'M9 5l7 7-7 7',
  edit: 'M4 20l1-4L16.5 4.5l3 3L8 19zM14 7l3 3',
  remove: 'M4 7h16M9 7V4.5h6V7M6.5 7l.8 13h9.4l.8-13M10 11v5M14 11v5',
  place: 'M12 3v4M12 17v4M3 12h4M17 12h4M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8z',
  done: 'M5 12.5l4.5 4.5L19 7.5',
  problem: 'M12 4 2.8 20h18.4zM12 10v4.5M12 17.2v.1',
} as const

/** A pictogram's name. */
export type IconName = keyof typeof paths

/** A pictogram in the colour of the text around it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}

/** The pictogram of an action; a plugin may name one that is not drawn here. */
export function actionIcon(name: string): IconName {
  return Object.hasOwn(paths, name) ? (name as IconName) : 'shortcut'
}
