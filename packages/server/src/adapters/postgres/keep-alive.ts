import { setTimeout as pause } from 'node:timers/promises'
import { alive, type Postgres, startPostgres } from './supervisor.ts'

const LOOK_MS = 500
const AGAIN_MS = 500

export type Fallen = (event: 'fell' | 'up_again' | 'still_down', cause?: unknown) => void

/** Someone killed the database (the kernel, short of memory): it comes back on the same port, and the pools find it again (F-09). */
export function keepAlive(postgres: Postgres, dataDir: string, tell: Fallen): { stop: () => Promise<void> } {
  let now = postgres
  let wanted = true
  const watching = (async () => {
    while (wanted) {
      await pause(LOOK_MS, undefined, { ref: false })
      if (!wanted || alive(now.pid)) continue
      tell('fell')
      await raise()
    }
  })()

  async function raise(): Promise<void> {
    while (wanted) {
      try {
        now = await startPostgres(dataDir, {}, postgres.port)
        return tell('up_again')
      } catch (cause) {
        // Right after a kill its children still hold the folder; they leave within a second or two.
        tell('still_down', cause)
        await pause(AGAIN_MS)
      }
    }
  }

  return {
    stop: async () => {
      wanted = false
      await Promise.race([watching, pause(2 * LOOK_MS)])
      await now.stop()
    },
  }
}
