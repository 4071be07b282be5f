import type { SessionId } from '@ochno/domain/ids'

/** How long a face at the door counts as now. */
const FRESH_MS = 15_000
const MOST = 500

/** The last face of each person who waits: in memory, for seconds, written nowhere. */
export function makeFrames(nowMs: () => number) {
  const last = new Map<SessionId, { readonly bytes: Uint8Array; readonly atMs: number }>()
  const sweep = () => {
    for (const [session, { atMs }] of last) if (nowMs() - atMs > FRESH_MS) last.delete(session)
  }
  return {
    put: (session: SessionId, bytes: Uint8Array): void => {
      sweep()
      if (last.size < MOST || last.has(session)) last.set(session, { bytes, atMs: nowMs() })
    },
    get: (session: SessionId): Uint8Array | null => {
      const frame = last.get(session)
      return frame && nowMs() - frame.atMs <= FRESH_MS ? frame.bytes : null
    },
    drop: (session: SessionId): void => void last.delete(session),
  }
}

export type Frames = ReturnType<typeof makeFrames>
