// What a page notices of its own window, and what that hints at. All of it can have another reason: a hint, never a proof.

export type PageLanguage = {
  readonly lang: string
  readonly classes: readonly string[]
  /** Elements that translators of browsers put in: `font` within `font`, frames of their own. */
  readonly foreign: number
}

/** A page that was translated wears the marks of its translator (R3-6.6.4). */
export const isTranslated = (before: PageLanguage, now: PageLanguage): boolean =>
  now.classes.some((name) => name.startsWith('translated-')) ||
  now.foreign > before.foreign ||
  (now.lang !== before.lang && now.foreign > 0)

export type WindowSizes = {
  readonly outerWidth: number
  readonly outerHeight: number
  readonly innerWidth: number
  readonly innerHeight: number
  readonly pixelRatio: number
}

/** Pixels that a panel takes at least: the tools of developers, a side panel with a translator or an assistant. */
const PANEL = 150

/** A panel took a part of the window away, and the zoom is the same (R3-6.6.4). */
export function panelOpened(before: WindowSizes, now: WindowSizes): boolean {
  if (before.pixelRatio !== now.pixelRatio) return false
  const taken = (sizes: WindowSizes, side: 'Width' | 'Height') =>
    sizes[`outer${side}`] - sizes[`inner${side}`]
  return (
    taken(now, 'Width') - taken(before, 'Width') >= PANEL ||
    taken(now, 'Height') - taken(before, 'Height') >= PANEL
  )
}

export type PressedKey = {
  readonly key: string
  readonly shift: boolean
  readonly meta: boolean
  readonly ctrl: boolean
}

/** Keys that take a picture of the screen, where a browser is told of them at all (R3-6.9.2). */
export const takesScreenshot = ({ key, shift, meta, ctrl }: PressedKey): boolean => {
  const pressed = key.toLowerCase()
  if (pressed === 'printscreen') return true
  if (meta && shift) return ['3', '4', '5', 's', 'ы'].includes(pressed)
  return ctrl && shift && (pressed === 's' || pressed === 'ы')
}

/** Printing and saving the page: the questions leave the exam. */
export const takesPageAway = ({ key, meta, ctrl }: PressedKey): boolean =>
  (meta || ctrl) && ['p', 'з', 's', 'ы'].includes(key.toLowerCase())

export type Placed = WindowSizes & {
  readonly screenWidth: number
  readonly screenHeight: number
  /** The page itself fills the screen. */
  readonly element: boolean
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
