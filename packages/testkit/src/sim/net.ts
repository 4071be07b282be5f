// Messages between processes: late, lost, twice, out of order, or not at all once the line is cut.
import type { Life, World } from './world.ts'

export type Weather = {
  readonly latencyMs: number
  readonly drop: number
  readonly twice: number
  readonly reorder: number
  readonly cut: number
}
export const fair: Weather = { latencyMs: 20, drop: 0, twice: 0, reorder: 0, cut: 0 }

export type Line = {
  /** Towards the server. */
  readonly up: (message: Uint8Array | string) => void
  readonly down: (message: string) => void
  readonly cut: () => void
  readonly open: () => boolean
}

type End = { readonly life: Life; readonly heard: (message: never) => void; readonly closed: () => void }

export function line(world: World, weather: () => Weather, near: End, far: End): Line {
  let open = true
  const last = { up: 0, down: 0 }
  const cut = () => {
    if (!open) return
    open = false
    const delay = weather().latencyMs
    world.after(delay, near.life, near.closed)
    world.after(delay, far.life, far.closed)
  }
  const send = (way: 'up' | 'down', to: End) => (message: Uint8Array | string) => {
    if (!open) return
    const { latencyMs, drop, twice, reorder, cut: cuts } = weather()
    if (world.rng.chance(cuts)) {
      cut()
      return
    }
    if (world.rng.chance(drop)) return
    for (let copies = world.rng.chance(twice) ? 2 : 1; copies > 0; copies--) {
      const late = world.rng.next() * latencyMs
      const at = world.rng.chance(reorder) ? world.now() + late * 4 : Math.max(last[way], world.now() + late)
      last[way] = Math.max(last[way], at)
      world.after(at - world.now(), to.life, () => {
        if (open) to.heard(message as never)
      })
    }
  }
  return { up: send('up', far), down: send('down', near), cut, open: () => open }
}
