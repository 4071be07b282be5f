// What the browser tells of the machine's strain. Where it tells nothing, the measured cost of the looks is all there is.
import type { Mode } from '../schedule.ts'
import { atEase, type Battery, modeOf, onBattery, onPressure, onTime, type Pressure } from './strain.ts'

type PressureObserver = {
  observe(source: 'cpu', options: { readonly sampleInterval: number }): Promise<void>
  disconnect(): void
}
type Machine = {
  readonly PressureObserver?: new (
    told: (records: readonly { readonly state: Pressure }[]) => void,
  ) => PressureObserver
}
type Powered = { readonly getBattery?: () => Promise<Battery & EventTarget> }

const SAMPLE_MS = 2_000
const TIME_MS = 5_000
const changes = ['chargingchange', 'levelchange'] as const

/** Tells every change of mode, beginning from the usual one, until it is left. */
export function watchStrain(onMode: (mode: Mode) => void): () => void {
  const left = new AbortController()
  let strain = atEase
  const become = (next: typeof strain) => {
    const changed = modeOf(next) !== modeOf(strain)
    strain = next
    if (changed && !left.signal.aborted) onMode(modeOf(next))
  }

  const watchBattery = async () => {
    const battery = await (navigator as Navigator & Powered).getBattery?.()
    if (!battery || left.signal.aborted) return
    const heard = () => become(onBattery(strain, battery))
    for (const change of changes) battery.addEventListener(change, heard, { signal: left.signal })
    heard()
  }
  const watchProcessor = async () => {
    const { PressureObserver } = globalThis as Machine
    if (!PressureObserver) return
    const observer = new PressureObserver((records) => {
      for (const { state } of records) become(onPressure(strain, state, performance.now()))
    })
    left.signal.addEventListener('abort', () => observer.disconnect())
    await observer.observe('cpu', { sampleInterval: SAMPLE_MS })
  }
  // A browser that knows the words and refuses the answer is as one that does not know them.
  void watchBattery().catch(() => {})
  void watchProcessor().catch(() => {})
  const timer = setInterval(() => become(onTime(strain, performance.now())), TIME_MS)

  return () => {
    left.abort()
    clearInterval(timer)
  }
}
