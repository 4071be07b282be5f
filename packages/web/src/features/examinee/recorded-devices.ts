// Which camera and microphone have recorded this exam so far, by the names the browser gives them: after a reload another
// one is noticed and said. It stays in this browser, and only of the latest exam.
import type { DeviceKind } from '../../machine/chosen-devices.ts'

const KEY = 'ochno.recorded'
export const kinds = ['camera', 'microphone'] as const satisfies readonly DeviceKind[]

/** As a hint names it. */
const LONGEST = 200

type Names = Partial<Record<DeviceKind, string>>
export type RecordedDevices = {
  readonly now: Names
  /** What recorded before, where another came in its place and the person has not said that they read of it. */
  readonly before: Names
}

export const nothingRecorded: RecordedDevices = { now: {}, before: {} }

/** A device without a name is off, or not open yet. */
export function recordedNow(known: RecordedDevices, names: Names): RecordedDevices {
  const now: Names = { ...known.now }
  const before: Names = { ...known.before }
  for (const kind of kinds) {
    const [name, was] = [names[kind]?.slice(0, LONGEST), now[kind]]
    if (!name || name === was) continue
    now[kind] = name
    if (was) before[kind] ??= was
    // It is the first one again.
    if (before[kind] === name) delete before[kind]
  }
  return { now, before }
}

export function readOf(known: RecordedDevices, kind: DeviceKind): RecordedDevices {
  const { [kind]: _, ...before } = known.before
  return { ...known, before }
}

export function recordedBefore(session: string): RecordedDevices {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    if (!isObject(kept) || kept.session !== session) return nothingRecorded
    return { now: namesOf(kept.now), before: namesOf(kept.before) }
  } catch {
    return nothingRecorded
  }
}

export function keepRecorded(session: string, devices: RecordedDevices): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ session, ...devices }))
  } catch {
    // A browser that keeps nothing does not notice it over a reload.
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

function namesOf(value: unknown): Names {
  const names: Names = {}
  for (const kind of kinds) {
    const name = isObject(value) ? value[kind] : null
    if (typeof name === 'string' && name) names[kind] = name
  }
  return names
}
