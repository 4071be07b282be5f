import type { Minimums } from './minimums.ts'

/** What a browser measured. Null: this browser does not say, or the check was not made. */
export type Readings = {
  readonly os: { readonly windows: boolean; readonly nt: number | null } | null
  /** `navigator.deviceMemory`, in GB: a power of two, capped. */
  readonly deviceMemoryGb: number | null
  readonly browser: { readonly brand: string; readonly major: number } | null
  readonly mbps: { readonly down: number; readonly up: number } | null
  readonly camera: { readonly width: number; readonly height: number; readonly fps: number } | null
  readonly microphoneHeard: boolean | null
  readonly toneConfirmed: boolean | null
  readonly screenExtended: boolean | null
  readonly mobile: boolean | null
}

export type Item =
  | 'device'
  | 'os'
  | 'ram'
  | 'cpu'
  | 'browser'
  | 'net'
  | 'camera'
  | 'microphone'
  | 'speakers'
  | 'disk'
  | 'monitor'

/** `unproven`: no browser can tell, so the examinee says so and answers for it; `failed` is measured and no word undoes it. */
export type Proof = 'proven' | 'failed' | 'unproven'

/** The newest versions as the administrator keeps them, and how far behind is still accepted (a setting). */
export type BrowserTable = {
  readonly newest: Readonly<Partial<Record<string, number>>>
  readonly tolerance: number
}

const proof = (holds: boolean): Proof => (holds ? 'proven' : 'failed')

function ram(needMb: number, gb: number | null): Proof {
  if (gb === null) return 'unproven'
  // Rounding to a power of two hides half of the reading below and as much again above.
  if (gb * 1024 * 2 <= needMb) return 'failed'
  return (gb * 1024) / 2 >= needMb ? 'proven' : 'unproven'
}

function browser(allowed: readonly string[], table: BrowserTable, seen: Readings['browser']): Proof {
  if (seen === null) return 'unproven'
  if (!allowed.includes(seen.brand)) return 'failed'
  const newest = table.newest[seen.brand]
  return newest === undefined ? 'unproven' : proof(seen.major >= newest - table.tolerance)
}

function os(nt: number, seen: Readings['os']): Proof {
  if (seen === null) return 'unproven'
  if (!seen.windows) return 'failed'
  return seen.nt === null ? 'unproven' : proof(seen.nt >= nt)
}

function camera(need: Minimums['camera'], seen: Readings['camera']): Proof {
  if (seen === null) return 'failed'
  if (need === null) return 'proven'
  return proof(seen.width >= need.width && seen.height >= need.height && seen.fps >= need.fps)
}

const heard = (value: boolean | null): Proof => (value === null ? 'unproven' : proof(value))

/** Every minimum of the act and what the browser can say about it; an item that the act does not set is absent. */
export function prove(
  need: Minimums,
  seen: Readings,
  table: BrowserTable,
): Readonly<Partial<Record<Item, Proof>>> {
  const found: Partial<Record<Item, Proof>> = {}
  if (!need.mobileAllowed) found.device = seen.mobile === null ? 'unproven' : proof(!seen.mobile)
  if (need.windowsNt !== null) found.os = os(need.windowsNt, seen.os)
  if (need.ramMb !== null) found.ram = ram(need.ramMb, seen.deviceMemoryGb)
  if (need.cpu !== null) found.cpu = 'unproven'
  if (need.browsers !== null) found.browser = browser(need.browsers, table, seen.browser)
  found.net =
    seen.mbps === null ? 'unproven' : proof(Math.min(seen.mbps.down, seen.mbps.up) >= (need.netMbps ?? 0))
  found.camera = camera(need.camera, seen.camera)
  found.microphone = heard(seen.microphoneHeard)
  // A tone is heard by a person alone: a yes is that person's word, a no is a fact.
  if (need.speakersRequired) found.speakers = seen.toneConfirmed === false ? 'failed' : 'unproven'
  if (need.diskFreeMb !== null) found.disk = 'unproven'
  if (need.oneMonitor) found.monitor = seen.screenExtended === null ? 'unproven' : proof(!seen.screenExtended)
  return found
}
