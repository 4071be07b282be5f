import type { HelloTrack, Waiting } from './uploader-types.ts'

export type Local = { readonly next: number; readonly head: string | null; readonly waiting: ReadonlyMap<number, Waiting> }

export type Plan =
  | { readonly is: 'resume' }
  /** The server lacks what it once confirmed (restored from an older copy): nothing to send, but to be told. */
  | { readonly is: 'server_behind' }
  | { readonly is: 'rebase'; readonly why: 'storage_lost' | 'other_device' }

/** Compares our chain with the server's hello (ING-10). Records without a receipt may be rewritten; others never. */
export function reconcile(local: Local, hello: HelloTrack): Plan {
  if (hello.next > local.next) return { is: 'rebase', why: local.next === 0 ? 'storage_lost' : 'other_device' }
  if (hello.next === 0) return local.next > 0 && !local.waiting.has(0) ? { is: 'server_behind' } : { is: 'resume' }
  const ours = hello.next === local.next ? local.head : local.waiting.get(hello.next - 1)?.head
  if (ours !== undefined && ours !== null && hello.head !== null && ours !== hello.head) return { is: 'rebase', why: 'other_device' }
  const lowest = Math.min(...local.waiting.keys(), local.next)
  return hello.next < lowest ? { is: 'server_behind' } : { is: 'resume' }
}
