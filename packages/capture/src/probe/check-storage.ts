import type { Check } from './check.ts'

export type StorageFacts = { readonly freeBytes: number; readonly persistent: boolean }
/** Fifteen minutes without network at full quality, twice. */
export const STORAGE_NEEDED_BYTES = 200 * 1024 * 1024

/** Firefox asks the person and waits for as long as they think; the check goes on without the answer. */
const ANSWER_MS = 1_000

export async function checkStorage(): Promise<Check<'no_storage' | 'storage_low', StorageFacts>> {
  if (!navigator.storage?.estimate || !navigator.storage.getDirectory) return { ok: false, why: 'no_storage' }
  try {
    await navigator.storage.getDirectory()
    const persistent = await Promise.race([
      navigator.storage.persist().catch(() => false),
      new Promise<false>((resolve) => setTimeout(() => resolve(false), ANSWER_MS)),
    ])
    const { quota = 0, usage = 0 } = await navigator.storage.estimate()
    return quota - usage < STORAGE_NEEDED_BYTES
      ? { ok: false, why: 'storage_low' }
      : { ok: true, facts: { freeBytes: quota - usage, persistent } }
  } catch {
    return { ok: false, why: 'no_storage' }
  }
}
