// The window of the exam page from look to look: whether it fills its screen, and whether a panel took a part of it away.

export type Placed = {
  readonly outerWidth: number
  readonly outerHeight: number
  readonly innerWidth: number
  readonly innerHeight: number
  readonly pixelRatio: number
  readonly screenWidth: number
  readonly screenHeight: number
  /** The page itself fills the screen. */
  readonly element: boolean
  /** Fingers alone: its keyboard takes the bottom of the page away, and no panel does. */
  readonly touch: boolean
}

/** Frames and rounding of window managers. */
const EDGE = 16

/** «На весь экран» (004 4.5.1): the page fills the screen, or its window is maximised. */
export const fillsScreen = ({
  element,
  outerWidth,
  outerHeight,
  screenWidth,
  screenHeight,
}: Placed): boolean => element || (outerWidth >= screenWidth - EDGE && outerHeight >= screenHeight - EDGE)

/** Points that a panel takes at least: the tools of developers, a side panel with a translator or an assistant. */
const PANEL = 150
/** Tabs, address and bars that come back when a full screen is left. */
const BARS = 170

/** A panel took a part of the window away (R3-6.6.4), measured in the window's own points, whatever the zoom. */
export function panelOpened(before: Placed, now: Placed): boolean {
  if (isZoomUntold(before, now)) return false
  // Where nothing stood beside the page at first, the zoom it began with follows from its width.
  const zoom = before.innerWidth > 0 ? before.outerWidth / before.innerWidth : 1
  const zoomNow = (zoom * now.pixelRatio) / before.pixelRatio
  const above = before.outerHeight - before.innerHeight * zoom
  const beside = now.outerWidth - now.innerWidth * zoomNow
  const more = now.outerHeight - now.innerHeight * zoomNow - above
  return beside >= PANEL || (!now.touch && more >= (above < EDGE ? PANEL + BARS : PANEL))
}

/** Safari zooms without a word of it in the pixels' ratio: then both sides of the page change alike, and the window does not. */
function isZoomUntold(before: Placed, now: Placed): boolean {
  if (before.pixelRatio !== now.pixelRatio) return false
  if (before.outerWidth !== now.outerWidth || before.outerHeight !== now.outerHeight) return false
  const [wide, high] = [now.innerWidth / before.innerWidth, now.innerHeight / before.innerHeight]
  return wide < 1 && Math.abs(wide - high) < 0.02
}

/** A zoom and a dialogue change sizes one after another: a panel is believed when it has stood for this long. */
const STANDS_MS = 1_000
/** How long window managers take to lay windows out anew when the screen is turned or becomes another. */
const LAID_OUT_MS = 2_000

export type WindowWatch = {
  /** The window as it was when nothing stood beside the page. */
  readonly measure: Placed
  readonly now: Placed
  /** Until then the window is being laid out on another screen, and measured when that is over. */
  readonly unsettledUntil: number | null
  readonly panelSince: number | null
  readonly whole: boolean
  readonly panel: boolean
}

export const firstLook = (now: Placed): WindowWatch => ({
  measure: now,
  now,
  unsettledUntil: null,
  panelSince: null,
  whole: fillsScreen(now),
  panel: false,
})

const isOtherScreen = (a: Placed, b: Placed) =>
  a.screenWidth !== b.screenWidth || a.screenHeight !== b.screenHeight

export function lookAtWindow(before: WindowWatch, now: Placed, at: number): WindowWatch {
  if (isOtherScreen(before.now, now))
    return {
      ...before,
      now,
      unsettledUntil: at + LAID_OUT_MS,
      panelSince: null,
      // A window that fills the new screen at once needs no time.
      whole: before.whole || fillsScreen(now),
      panel: false,
    }
  if (before.unsettledUntil !== null && at < before.unsettledUntil)
    return { ...before, now, whole: before.whole || fillsScreen(now) }
  if (before.unsettledUntil !== null) return firstLook(now)
  const since = panelOpened(before.measure, now) ? (before.panelSince ?? at) : null
  return {
    ...before,
    now,
    panelSince: since,
    whole: fillsScreen(now),
    panel: since !== null && at - since >= STANDS_MS,
  }
}
