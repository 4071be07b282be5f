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
