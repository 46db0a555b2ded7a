/** The icons, as strokes on a grid of 24. @module */

const NAMESPACE = 'http://www.w3.org/2000/svg'
const PATHS = {
  contacts: [
    'M16 20v-1a4 4 0 0 0-4-4H7a4 4 0 0 0-4 4v1',
    'M9.500 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7',
    'M21 20v-1a4 4 0 0 0-3-3.900M15.500 4.200a3.500 3.500 0 0 1 0 6.700',
  ],
  companies: ['M4 21V5a2 2 0 0 1 2-2h7a2 2 0 0 1 2 2v16', 'M15 9h3a2 2 0 0 1 2 2v10M2 21h20', 'M8 7h3M8 11h3M8 15h3'],
  cases: [
    'M4 6a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-6l-5 4v-4H6a2 2 0 0 1-2-2z',
    'M8.500 9h7M8.500 12.500h4',
  ],
  search: ['M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14M20 20l-4-4'],
  previous: ['M15 5l-7 7 7 7'],
  next: ['M9 5l7 7-7 7'],
  refresh: ['M20 11a8 8 0 0 0-14.300-4L4 9M4 4v5h5M4 13a8 8 0 0 0 14.300 4l1.700-2M20 20v-5h-5'],
  edit: ['M12 20h8M16.500 4.500a2.100 2.100 0 0 1 3 3L8 19l-4 1 1-4z'],
}

/** An icon that says nothing to a screen reader: the text beside it does. */
export function icon(name) {
  const image = document.createElementNS(NAMESPACE, 'svg')
  image.setAttribute('viewBox', '0 0 24 24')
  image.setAttribute('class', 'icon')
  image.setAttribute('aria-hidden', 'true')
  for (const line of PATHS[name]) {
    const path = document.createElementNS(NAMESPACE, 'path')
    path.setAttribute('d', line)
    image.append(path)
  }
  return image
}
