import { open, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Disk, DiskState } from '../../ports/disk.ts'
import type { Log } from '../../ports/log.ts'

export type DiskLimits = {
  readonly reserveBytes: number
  readonly alarmAt: number
  readonly refuseNewAt: number
  readonly refuseOthersAt: number
}

/** Under this much free space even a running exam is told to wait: PostgreSQL needs room to finish what it promised. */
const LAST_BYTES = 24 * 1024 * 1024

/**
 * Watches the disk and keeps a reserve file that is given up for running exams when the rest is gone, and made again when
 * there is room. The reserve is at most a fiftieth of the disk, so that a small machine is not filled by it.
 */
export async function watchDisk(dir: string, limits: DiskLimits, log: Log): Promise<Disk> {
  const reserve = join(dir, 'reserve')
  let state: DiskState = { usedShare: 0, freeBytes: 0, alarm: false, takesNew: true, takesExams: true }

  let closed = false
  let total = 0

  async function refresh(): Promise<void> {
    await measure()
    await keepReserve()
  }

  async function measure(): Promise<void> {
    const { bsize, blocks, bavail } = await statfs(dir)
    total = bsize * blocks
    const kept = await sizeOf(reserve)
    const free = bsize * bavail
    const usedShare = total === 0 ? 1 : 1 - (free + kept) / total
    const alarm = usedShare >= limits.alarmAt
    if (alarm && !state.alarm) log.error('disk.alarm', { used: Math.round(usedShare * 1000) / 10 })
    state = {
      usedShare,
      freeBytes: free,
      alarm,
      takesNew: usedShare < limits.refuseNewAt,
      takesExams: free > LAST_BYTES,
    }
  }

  /** Two gigabytes take seconds to write, so the server does not wait for them before it serves. */
  async function keepReserve(): Promise<void> {
    const { usedShare, freeBytes } = state
    const kept = await sizeOf(reserve)
    const wanted = Math.min(limits.reserveBytes, Math.floor(total / 50))
    if (kept > 0 && usedShare >= limits.refuseOthersAt && freeBytes < LAST_BYTES * 2) {
      await rm(reserve, { force: true })
      log.error('disk.reserve_given_up', { used: Math.round(usedShare * 1000) / 10 })
    } else if (kept === 0 && usedShare < limits.refuseNewAt && freeBytes > wanted * 2)
      await allocate(reserve, wanted, () => closed)
  }

  await measure()
  return {
    state: () => state,
    refresh,
    close: () => {
      closed = true
    },
  }
}

/** Really written: a sparse file would reserve nothing. */
async function allocate(path: string, bytes: number, stopped: () => boolean): Promise<void> {
  const chunk = new Uint8Array(1024 * 1024)
  const file = await open(path, 'w', 0o600)
  try {
    for (let at = 0; at < bytes; at += chunk.length) {
      if (stopped()) throw new Error('the server is leaving')
      await file.write(chunk, 0, Math.min(chunk.length, bytes - at), at)
    }
  } catch {
    // No room for a reserve is what the alarm is for; a half one would be worse than none.
    await rm(path, { force: true })
  } finally {
    await file.close()
  }
}

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )
