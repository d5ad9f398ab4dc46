/** Frames to wait for what may still have to be fetched. */
const mostFrames = 300

/** Gives the focus to the first of the elements that is there, once one is. */
export function focusOn(selector: string, frames = mostFrames): void {
  requestAnimationFrame(() => {
    const element = document.querySelector<HTMLElement>(selector)
    if (element) element.focus()
    else if (frames > 0) focusOn(selector, frames - 1)
  })
}
