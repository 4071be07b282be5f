/** Milliseconds since the recorder's first start; never goes back, also across reloads, where only the wall clock remembers. */
export type MonoBase = { readonly mono: number; readonly wall: number }

export function monoAtStart(last: MonoBase | null, wallNow: number): number {
  if (!last) return 0
  return last.mono + Math.max(1, wallNow - last.wall)
}
