// A random word that this browser keeps, so that a later check knows the same device again. It is made of nothing and tells nothing.
const NAME = 'ochno.device'

/** Null where the browser keeps nothing: then no earlier check is taken over. */
export function deviceMark(): string | null {
  try {
    const kept = localStorage.getItem(NAME)
    if (kept !== null && /^[a-z0-9]{16,40}$/.test(kept)) return kept
    const made = crypto.randomUUID().replaceAll('-', '')
    localStorage.setItem(NAME, made)
    return made
  } catch {
    return null
  }
}
