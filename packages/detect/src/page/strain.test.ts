import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Mode } from '../schedule.ts'
import { atEase, isWeak, modeOf, onBattery, onPressure, onTime } from './strain.ts'
import { watchStrain } from './watch-strain.ts'

describe('how often to look on this machine', () => {
  test('one core or 4 GB is weak; what is not told is not held against a machine', () => {
    expect(isWeak({ hardwareConcurrency: 1, deviceMemory: 8 })).toBe(true)
    expect(isWeak({ hardwareConcurrency: 8, deviceMemory: 4 })).toBe(true)
    expect(isWeak({ hardwareConcurrency: 2, deviceMemory: 8 })).toBe(false)
    expect(isWeak({ hardwareConcurrency: 2 })).toBe(false)
  })

  test('a battery that ends: from 20 %, back from 25 % or at the charger', () => {
    const at = (level: number, charging = false, was = atEase) => onBattery(was, { level, charging })
    expect(modeOf(at(0.21))).toBe('usual')
    expect(modeOf(at(0.2))).toBe('low')
    expect(modeOf(at(0.2, true))).toBe('usual')
    const low = at(0.2)
    expect(modeOf(at(0.24, false, low))).toBe('low')
    expect(modeOf(at(0.25, false, low))).toBe('usual')
    expect(modeOf(at(0.05, true, low))).toBe('usual')
  })

  test('a labouring processor: at once, and back after a whole minute at ease', () => {
    expect(modeOf(onPressure(atEase, 'fair', 0))).toBe('usual')
    for (const hot of ['serious', 'critical'] as const) {
      const labours = onPressure(atEase, hot, 0)
      expect(modeOf(labours)).toBe('low')
      expect(modeOf(onTime(labours, 3_600_000))).toBe('low')
      const calm = onPressure(labours, 'fair', 10_000)
      expect(modeOf(onTime(calm, 69_999))).toBe('low')
      expect(modeOf(onTime(calm, 70_000))).toBe('usual')
      // It labours anew within the minute: the minute begins anew.
      const again = onPressure(onPressure(calm, hot, 60_000), 'nominal', 65_000)
      expect(modeOf(onTime(again, 70_000))).toBe('low')
      expect(modeOf(onPressure(again, 'fair', 125_000))).toBe('usual')
    }
  })

  test('either is enough, and both have to pass', () => {
    const both = onPressure(onBattery(atEase, { level: 0.1, charging: false }), 'critical', 0)
    const charged = onBattery(both, { level: 0.1, charging: true })
    expect(modeOf(charged)).toBe('low')
    expect(modeOf(onTime(onPressure(charged, 'nominal', 0), 60_000))).toBe('usual')
  })
})

class Battery extends EventTarget {
  charging = true
  level = 1
  now(level: number, charging: boolean) {
    Object.assign(this, { level, charging })
    this.dispatchEvent(new Event('levelchange'))
  }
}

describe('what the browser tells', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  const watched = async () => {
    const modes: Mode[] = []
    const leave = watchStrain((mode) => modes.push(mode))
    await vi.advanceTimersByTimeAsync(0)
    return { modes, leave }
  }

  test('the battery', async () => {
    const battery = new Battery()
    vi.stubGlobal('navigator', { getBattery: async () => battery })
    const { modes, leave } = await watched()
    battery.now(0.5, false)
    expect(modes).toEqual([])
    battery.now(0.2, false)
    battery.now(0.19, false)
    expect(modes).toEqual(['low'])
    battery.now(0.19, true)
    expect(modes).toEqual(['low', 'usual'])
    leave()
    battery.now(0.1, false)
    expect(modes).toEqual(['low', 'usual'])
  })

  test('the processor, of which only changes are told', async () => {
    let tell: (records: readonly { readonly state: string }[]) => void = () => {}
    let gone = false
    vi.stubGlobal('navigator', {})
    vi.stubGlobal(
      'PressureObserver',
      class {
        constructor(told: typeof tell) {
          tell = told
        }
        observe = async () => {}
        disconnect = () => {
          gone = true
        }
      },
    )
    const { modes, leave } = await watched()
    tell([{ state: 'critical' }])
    expect(modes).toEqual(['low'])
    tell([{ state: 'nominal' }])
    await vi.advanceTimersByTimeAsync(55_000)
    expect(modes).toEqual(['low'])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(modes).toEqual(['low', 'usual'])
    leave()
    expect(gone).toBe(true)
  })

  test('a browser that knows neither, or refuses both, stays as it is', async () => {
    vi.stubGlobal('navigator', {})
    expect((await watched()).modes).toEqual([])
    const refused = async () => Promise.reject(new DOMException('no', 'NotAllowedError'))
    vi.stubGlobal('navigator', { getBattery: refused })
    vi.stubGlobal(
      'PressureObserver',
      class {
        observe = refused
        disconnect() {}
      },
    )
    expect((await watched()).modes).toEqual([])
  })
})
