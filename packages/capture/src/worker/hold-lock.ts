/** One recorder a session and browser: two would write two chains (docs/spec/ingest.md ING-3). Null: another tab records. */
export function holdLock(sessionId: string): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    // The page before a reload may take a moment to die.
    const signal = AbortSignal.timeout(6_000)
    navigator.locks
      .request(`ochno-capture-${sessionId}`, { signal }, () => {
        const { promise, resolve: release } = Promise.withResolvers<void>()
        resolve(release)
        return promise
      })
      .catch(() => resolve(null))
  })
}
