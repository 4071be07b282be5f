// What the page notices of its own window: focus, screen, keys, translators. Nothing that is typed or copied is read.
import { isTranslated, type PageLanguage, takesPageAway, takesScreenshot } from '@ochno/domain/hint/facts'
import type { BrowserSignal, ScreenSignal } from '@ochno/domain/hint/signal'
import { firstLook, lookAtWindow, type Placed } from '@ochno/domain/hint/window'

type Watched = {
  readonly onScreen: (screen: Pick<ScreenSignal, 'extended' | 'focused' | 'fullscreen'>) => void
  readonly onBrowser: (browser: Pick<BrowserSignal, 'translator' | 'screenshotKey' | 'took'>) => void
}

/** How long a key counts as pressed, so that it is an interval somebody can look at. */
const PRESSED_MS = 1_000
const EVERY_MS = 500
/** A dialogue of the page takes the focus and gives it back within one turn, and tells so when it is closed. */
const BLINK_MS = 200

const isExtended = (): boolean | null =>
  (screen as Screen & { readonly isExtended?: boolean }).isExtended ?? null

/** False: this browser does not say whether there is a second monitor (Firefox, TR-50). */
export const tellsMonitors = (): boolean => isExtended() !== null

const language = (): PageLanguage => ({
  lang: document.documentElement.lang,
  classes: [...document.documentElement.classList],
  foreign: document.querySelectorAll('font font, #goog-gt-tt, .skiptranslate, [data-yandex-translate]')
    .length,
})

const placed = (): Placed => ({
  outerWidth,
  outerHeight,
  innerWidth,
  innerHeight,
  pixelRatio: devicePixelRatio,
  screenWidth: screen.availWidth,
  screenHeight: screen.availHeight,
  element: document.fullscreenElement !== null,
  touch: matchMedia('(any-pointer: coarse)').matches && !matchMedia('(any-pointer: fine)').matches,
})

export function watchPage({ onScreen, onBrowser }: Watched): () => void {
  const lang = language()
  let place = firstLook(placed())
  let took: { readonly until: number; readonly how?: 'copy' | 'print' } | null = null

  const lookAtScreen = () =>
    onScreen({
      extended: isExtended(),
      focused: document.hasFocus() && !document.hidden,
      fullscreen: place.whole,
    })
  const lookAtBrowser = () => {
    if (took && performance.now() >= took.until) took = null
    onBrowser({
      translator: isTranslated(lang, language()) || place.panel,
      screenshotKey: took !== null,
      ...(took?.how && { took: took.how }),
    })
  }
  const look = () => {
    place = lookAtWindow(place, placed(), performance.now())
    lookAtScreen()
    lookAtBrowser()
  }
  const take = (how?: 'copy' | 'print') => {
    took = { until: performance.now() + PRESSED_MS, ...(how && { how }) }
    lookAtBrowser()
  }
  const onKey = ({ key, shiftKey: shift, metaKey: meta, ctrlKey: ctrl }: KeyboardEvent) => {
    const pressed = { key, shift, meta, ctrl }
    if (takesScreenshot(pressed)) take()
    else if (takesPageAway(pressed)) take('print')
  }
  // What the examinee writes is the examinee's own to copy; the task is not.
  const onCopy = (event: Event) => {
    if (!(event.target instanceof HTMLElement && event.target.closest('input, textarea'))) take('copy')
  }
  const onPrint = () => take('print')

  const stop = new AbortController()
  const { signal } = stop
  for (const name of ['focus', 'resize']) addEventListener(name, look, { signal })
  let blink: ReturnType<typeof setTimeout> | undefined
  const onBlur = () => {
    clearTimeout(blink)
    blink = setTimeout(look, BLINK_MS)
  }
  addEventListener('blur', onBlur, { signal })
  for (const name of ['visibilitychange', 'fullscreenchange'])
    document.addEventListener(name, look, { signal })
  // Windows tells of the screenshot key only when it is let go.
  for (const name of ['keydown', 'keyup'] as const) addEventListener(name, onKey, { signal, capture: true })
  for (const name of ['copy', 'cut']) document.addEventListener(name, onCopy, { signal })
  addEventListener('beforeprint', onPrint, { signal })
  ;(screen as Screen & Partial<EventTarget>).addEventListener?.('change', look, { signal })
  const timer = setInterval(look, EVERY_MS)
  look()
  return () => {
    stop.abort()
    clearInterval(timer)
    clearTimeout(blink)
  }
}
