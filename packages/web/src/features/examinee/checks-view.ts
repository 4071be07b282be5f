// The state of the check before the exam, as the page shows it.

export type CheckItem = { readonly is: 'idle' | 'running' | 'ok' | 'attention' | 'failed' }

export type ChecksView = {
  readonly browser: CheckItem
  readonly camera: CheckItem
  readonly microphone: CheckItem
  readonly screen: CheckItem
  readonly storage: CheckItem
  /** What is said under each item: what was found, or what to do. */
  readonly words: {
    readonly browser?: string
    readonly camera?: string
    readonly microphone?: string
    readonly screen?: string
    readonly storage?: string
  }
  readonly preview: MediaStream | null
  readonly level: number
}

export const idleChecks: ChecksView = {
  browser: { is: 'idle' },
  camera: { is: 'idle' },
  microphone: { is: 'idle' },
  screen: { is: 'idle' },
  storage: { is: 'idle' },
  words: {},
  preview: null,
  level: 0,
}

const usable = (item: CheckItem): boolean => item.is === 'ok' || item.is === 'attention'

/** Attention warns and lets through; only what makes a recording impossible holds back. */
export const canStart = (checks: ChecksView): boolean =>
  [checks.browser, checks.camera, checks.microphone, checks.screen].every(usable)
