type Locks = Pick<LockManager, 'request' | 'query'>

/** The page before a reload may take a moment to die. */
const PATIENCE_MS = 6_000

/**
 * One recorder a session and browser: two would write two chains (docs/spec/ingest.md ING-3). Null: another tab records.
 * That nothing was heard for a while proves no other tab: a machine that labours answers late.
 */
export function holdLock(sessionId: string, locks: Locks = navigator.locks): Promise<(() => void) | null> {
  const name = `ochno-capture-${sessionId}`
  return new Promise((resolve) => {
    const given = new AbortController()
    let timer: ReturnType<typeof setTimeout>
    const ask = async () => {
      const { held = [], pending = [] } = await locks.query()
      // Ours still waits, and somebody's is held.
      if ([held, pending].every((all) => all.some((lock) => lock.name === name))) given.abort()
      else timer = setTimeout(ask, PATIENCE_MS)
    }
    timer = setTimeout(ask, PATIENCE_MS)
    locks
      .request(name, { signal: given.signal }, () => {
        clearTimeout(timer)
        const { promise, resolve: release } = Promise.withResolvers<void>()
        resolve(release)
        return promise
      })
      .catch(() => resolve(null))
  })
}
