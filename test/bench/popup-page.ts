/** The parts of the popup's benchmark that run inside the page; self-contained, since they are sent there. @module */

/** When a page was seen first, and when its first line stood there; in milliseconds since it began. */
export interface Opening {
  readonly paint: number
  readonly result: number
}

/** Opens a page of the extension in a frame, and waits for its first line. */
export async function openInFrame(address: string): Promise<Opening> {
  const frame = document.createElement('iframe')
  frame.style.cssText = 'position: fixed; inset: 0; inline-size: 380px; block-size: 600px; z-index: 9'
  frame.src = address
  document.body.append(frame)
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  const inside = frame.contentWindow as Window & typeof globalThis
  const result = await new Promise<number>((resolve) => {
    const look = () => {
      if (inside.document.querySelector('[role=option]') === null) return false
      resolve(inside.performance.now())
      return true
    }
    if (look()) return
    const observer = new MutationObserver(() => look() && observer.disconnect())
    observer.observe(inside.document, { childList: true, subtree: true })
  })
  const paint = await new Promise<number>((resolve) => {
    const look = () => {
      const [first] = inside.performance.getEntriesByName('first-paint')
      if (first === undefined) inside.requestAnimationFrame(look)
      else resolve(first.startTime)
    }
    look()
  })
  frame.remove()
  return { paint, result }
}

/** Types into the popup's search, a letter at a time, and measures until what it finds stands there; in milliseconds. */
export async function measureKeystrokes(address: string): Promise<readonly number[]> {
  const frame = document.createElement('iframe')
  frame.style.cssText = 'position: fixed; inset: 0; inline-size: 380px; block-size: 600px; z-index: 9'
  frame.src = address
  document.body.append(frame)
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  const inside = frame.contentWindow as Window & typeof globalThis
  const settled = () =>
    new Promise<number>((resolve) => {
      let last = performance.now()
      const observer = new MutationObserver(() => {
        last = performance.now()
      })
      observer.observe(inside.document.body, { childList: true, subtree: true, characterData: true, attributes: true })
      setTimeout(() => {
        observer.disconnect()
        resolve(last)
      }, 150)
    })
  await settled()
  const input = inside.document.querySelector<HTMLInputElement>('[role=combobox]')
  if (input === null) throw new Error('The popup has no search')
  const figures: number[] = []
  for (const word of ['device 4711', 'ahrens 17', 'müller', '1000']) {
    for (let letters = 1; letters <= word.length; letters += 1) {
      input.value = word.slice(0, letters)
      const start = performance.now()
      const end = settled()
      input.dispatchEvent(new inside.Event('input', { bubbles: true }))
      figures.push((await end) - start)
    }
  }
  frame.remove()
  return figures
}

/** Scrolls the table of targets from end to end, and measures each frame; in milliseconds. */
export async function measureScroll(): Promise<readonly number[]> {
  const rows = document.querySelector('.target-rows')
  if (rows === null) throw new Error('There is no table')
  const steps = 120
  const frames: number[] = []
  let last = performance.now()
  for (let step = 1; step <= steps; step += 1) {
    rows.scrollTop = ((rows.scrollHeight - rows.clientHeight) * step) / steps
    await new Promise((resolve) => requestAnimationFrame(resolve))
    const now = performance.now()
    frames.push(now - last)
    last = now
  }
  return frames
}
