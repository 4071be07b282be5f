// B-06: when the person last did something. Timers, polls and pictures that run are not acts; a touch in another tab of ours is.
const QUIET_MS = 60_000
/** Other tabs are told at most so often. */
const TELL_MS = 5_000
const KEY = 'ochno.acted'
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

let actedAt = Date.now()
let toldAt = 0
let countedAt = Date.now()
const listeners = new Set<() => void>()

function acted(at: number): void {
  actedAt = Math.max(actedAt, at)
  for (const tell of listeners) tell()
}

export function watchActivity(page: Window): void {
  const act = () => {
    const now = Date.now()
    if (now - toldAt >= TELL_MS) {
      toldAt = now
      page.localStorage.setItem(KEY, String(now))
    }
    acted(now)
  }
  for (const sign of signs) page.addEventListener(sign, act, { capture: true, passive: true })
  page.addEventListener('storage', (event) => {
    if (event.key === KEY && event.newValue) acted(Number(event.newValue))
  })
}

export function onActed(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const idleMs = (): number => Date.now() - actedAt

/** Called with every request: true when it is the page that asks and not the person. */
export function asksByItself(): boolean {
  if (idleMs() >= QUIET_MS) return true
  countedAt = Date.now()
  return false
}

/** The person is at work, but no request has told the server so for a while. */
export const isUntold = (): boolean => idleMs() < QUIET_MS && Date.now() - countedAt >= QUIET_MS
