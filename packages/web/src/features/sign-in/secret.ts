// React's strict mode asks twice, and by then the address bar is already clean.
const taken = new Map<string, string>()

/** The one-time secret of a link lies behind `#`: no server log and no Referer ever sees it. It leaves the address bar at once. */
export function takeSecret(): string {
  const { hash, pathname } = location
  if (hash.length > 1) {
    taken.set(pathname, hash.slice(1))
    history.replaceState(history.state, '', pathname)
  }
  return taken.get(pathname) ?? ''
}
