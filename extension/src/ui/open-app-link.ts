/** Hands a link to the program that the system has for it; the browser may ask first. @module */

let frame: HTMLIFrameElement | undefined

/** Opens it. This page stays where it is, and the link stands in no attribute. */
export function openAppLink(link: string): void {
  if (!import.meta.env.FIREFOX) {
    location.href = link
    return
  }
  // Where no program takes the link, Firefox leaves the page for an error page that has it as its address: let that be
  // a frame's, which nobody sees.
  frame?.remove()
  frame = document.createElement('iframe')
  frame.hidden = true
  document.body.append(frame)
  if (frame.contentWindow !== null) frame.contentWindow.location.href = link
}
