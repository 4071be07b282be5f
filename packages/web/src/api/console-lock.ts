// B-26: whose console is locked in this browser, in every tab of it, until the password is given again.
const KEY = 'ochno.locked'
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

export const lockedAccount = (): string | null => localStorage.getItem(KEY)

export function lockConsole(account: string): void {
  localStorage.setItem(KEY, account)
  tell()
}

export function openConsole(): void {
  localStorage.removeItem(KEY)
  tell()
}

/** Hears of other tabs too. */
export function onConsoleLock(listener: () => void): () => void {
  const elsewhere = (event: StorageEvent) => {
    if (event.key === KEY || event.key === null) listener()
  }
  listeners.add(listener)
  addEventListener('storage', elsewhere)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', elsewhere)
  }
}
