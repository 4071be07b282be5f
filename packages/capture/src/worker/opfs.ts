import type { Store } from '../core/store.ts'

export type BrowserStore = Store & {
  readonly wipe: () => Promise<void>
  /** Takes the reserve (again); false when there is no room for it. */
  readonly reserve: () => boolean
  readonly closeReserve: () => void
}

/**
 * About twelve minutes at full quality. Chromium tells pages an invented quota, so nobody can say how much room is left;
 * a reserve that can not be taken, or has to be given up, is the early warning, and the time it buys.
 */
export const RESERVE_BYTES = 64 * 1024 * 1024
const RESERVE = 'reserve'

/** The browser's private disk of this origin, one folder a session; null where there is none (private windows). */
export async function opfsStore(folder: string, onLow: () => void): Promise<BrowserStore | null> {
  try {
    const root = await navigator.storage.getDirectory()
    const home = await root.getDirectoryHandle('ochno', { create: true })
    const dir = await home.getDirectoryHandle(folder, { create: true })
    const spare = await (await dir.getFileHandle(RESERVE, { create: true })).createSyncAccessHandle()
    const giveUp = (): boolean => {
      if (spare.getSize() === 0) return false
      spare.truncate(0)
      onLow()
      return true
    }
    return {
      reserve: () => {
        try {
          spare.truncate(RESERVE_BYTES)
          return spare.getSize() === RESERVE_BYTES
        } catch {
          return false
        }
      },
      closeReserve: () => spare.close(),
      open: async (name) => {
        const handle = await (await dir.getFileHandle(name, { create: true })).createSyncAccessHandle()
        return {
          size: () => handle.getSize(),
          read: (at, length) => {
            const bytes = new Uint8Array(length)
            return bytes.subarray(0, handle.read(bytes, { at }))
          },
          write: (at, bytes) => {
            const put = () => {
              const written = handle.write(bytes as Uint8Array<ArrayBuffer>, { at })
              if (written !== bytes.length)
                throw new DOMException('the disk took a part only', 'QuotaExceededError')
            }
            try {
              put()
            } catch (error) {
              if (!giveUp()) throw error
              put()
            }
          },
          truncate: (size) => handle.truncate(size),
          flush: () => handle.flush(),
          close: () => handle.close(),
        }
      },
      names: async () => {
        const names: string[] = []
        for await (const name of dir.keys()) names.push(name)
        return names
      },
      remove: (name) => dir.removeEntry(name),
      wipe: async () => {
        await home.removeEntry(folder, { recursive: true })
      },
    }
  } catch {
    return null
  }
}

/** Nobody will ask for it again: the late-upload time of every policy is shorter. */
const OLD_MS = 14 * 24 * 3_600_000

/** Folders of other sessions that were never finished on this machine do not stay for ever. */
export async function sweepOld(keep: string): Promise<void> {
  try {
    const home = await (await navigator.storage.getDirectory()).getDirectoryHandle('ochno', { create: true })
    for await (const [name, entry] of home.entries()) {
      if (name === keep || entry.kind !== 'directory') continue
      let newest = 0
      for await (const file of (entry as FileSystemDirectoryHandle).values())
        if (file.kind === 'file')
          newest = Math.max(newest, (await (file as FileSystemFileHandle).getFile()).lastModified)
      if (Date.now() - newest > OLD_MS) await home.removeEntry(name, { recursive: true })
      // Another session's reserve is room this one may need; one that still records holds its file, and keeps it.
      else await (entry as FileSystemDirectoryHandle).removeEntry(RESERVE).catch(() => {})
    }
  } catch {
    // In use by another tab, or no such disk: the next start tries again.
  }
}

/** The secret by which the server knows this device again (ING-15); it opens nothing but its own lease. */
export async function deviceSecret(): Promise<string> {
  const fresh = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
      '',
    )
  try {
    const home = await (await navigator.storage.getDirectory()).getDirectoryHandle('ochno', { create: true })
    const file = await (await home.getFileHandle('device', { create: true })).createSyncAccessHandle()
    try {
      const bytes = new Uint8Array(32)
      const text = new TextDecoder().decode(bytes.subarray(0, file.read(bytes, { at: 0 })))
      if (/^[0-9a-f]{32}$/.test(text)) return text
      const secret = fresh()
      file.truncate(0)
      file.write(new TextEncoder().encode(secret), { at: 0 })
      file.flush()
      return secret
    } finally {
      file.close()
    }
  } catch {
    return fresh()
  }
}
