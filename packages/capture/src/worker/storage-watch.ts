// Says that the examinee's disk runs short while there is still time to do something about it.
import type { EngineState, WarningCode } from '../protocol.ts'
import { type BrowserStore, opfsStore, RESERVE_BYTES } from './opfs.ts'

/** Where the browser does say how much is left: about an hour at full quality. */
const LOW_BYTES = 300 * 1024 * 1024
const EVERY_MS = 10_000

type Ports = { readonly warn: (code: WarningCode, on: boolean) => void; readonly low: () => void }

export class StorageWatch {
  readonly #ports: Ports
  #disk: BrowserStore | null = null
  #askedAt = Number.NEGATIVE_INFINITY
  #isLow = false
  #closed = false
  seen: EngineState['storage'] = null

  constructor(ports: Ports) {
    this.#ports = ports
  }

  async open(folder: string): Promise<BrowserStore | null> {
    // After a reload the last worker's file handles may live a moment longer than its lock.
    for (let attempt = 0; attempt < 8 && !this.#disk; attempt++) {
      if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, 250))
      this.#disk = await opfsStore(folder, () => this.#low(true))
    }
    this.#ports.warn('storage_missing', this.#disk === null)
    return this.#disk
  }

  tick(now: number): void {
    if (now - this.#askedAt < EVERY_MS) return
    this.#askedAt = now
    navigator.storage.estimate().then(
      ({ usage = 0, quota = 0 }) => {
        const disk = this.#disk
        if (!disk || this.#closed) return
        const reserved = disk.reserve()
        // What the browser says is invented; that less than the reserve is left is not.
        const limit = reserved ? quota : Math.min(quota, usage + RESERVE_BYTES)
        this.seen = { usedBytes: usage, quotaBytes: limit }
        this.#low(!reserved || (quota > 0 && quota - usage < LOW_BYTES))
      },
      () => {},
    )
  }

  /** A record could not be kept. */
  failed(error: unknown): void {
    const full = error instanceof DOMException && error.name === 'QuotaExceededError'
    this.#ports.warn(full ? 'storage_full' : 'storage_lost', true)
  }

  close(): void {
    this.#closed = true
    this.#disk?.closeReserve()
  }

  async wipe(): Promise<void> {
    await this.#disk?.wipe().catch(() => {})
  }

  #low(low: boolean): void {
    if (low && !this.#isLow) this.#ports.low()
    this.#isLow = low
    this.#ports.warn('storage_low', low)
    if (!low) this.#ports.warn('storage_full', false)
  }
}
