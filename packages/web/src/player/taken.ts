// Moments taken from a recording for a verdict that is being written; nothing of it is kept in the browser.

/** Unix ms, by the server's clock. */
export type Taken = { readonly fromMs: number; readonly toMs: number }

const none: readonly Taken[] = []
const taken = new Map<string, readonly Taken[]>()
const listeners = new Set<() => void>()

const set = (of: string, moments: readonly Taken[]) => {
  taken.set(of, moments)
  for (const listener of listeners) listener()
}

export const takenFor = (of: string): readonly Taken[] => taken.get(of) ?? none
const same = (a: Taken, b: Taken) => a.fromMs === b.fromMs && a.toMs === b.toMs
export const dropTaken = (of: string, moment: Taken) =>
  set(
    of,
    takenFor(of).filter((one) => !same(one, moment)),
  )
/** The same moment is taken once. */
export const take = (of: string, moment: Taken) =>
  set(of, [...takenFor(of).filter((one) => !same(one, moment)), moment])
export const clearTaken = (of: string) => set(of, none)

export const subscribeTaken = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
