import type { HelloTrack, Waiting } from './uploader-types.ts'

export type Local = {
  readonly next: number
  readonly head: string | null
  readonly waiting: ReadonlyMap<number, Waiting>
}

export type Plan =
  | { readonly is: 'resume' }
  /** The server lacks what it once confirmed (restored from an older copy): nothing to send, but to be told. */
  | { readonly is: 'server_behind' }
  | { readonly is: 'rebase'; readonly why: 'storage_lost' | 'other_device' }

/** Compares our chain with the server's hello (ING-10). Records without a receipt may be rewritten; others never. */
export function reconcile(local: Local, hello: HelloTrack): Plan {
  // Another device may have left a hole below what it went on to send: a chain can only go on above all of it.
  const { top, head } = topOf(hello)
  if (top > local.next) return { is: 'rebase', why: local.next === 0 ? 'storage_lost' : 'other_device' }
  if (top === 0) return local.next > 0 && !local.waiting.has(0) ? { is: 'server_behind' } : { is: 'resume' }
  const ours = top === local.next ? local.head : local.waiting.get(top - 1)?.head
  if (ours !== undefined && ours !== null && head !== null && ours !== head)
    return { is: 'rebase', why: 'other_device' }
  const lowest = Math.min(...local.waiting.keys(), local.next)
  return top < lowest ? { is: 'server_behind' } : { is: 'resume' }
}

/** Where a chain can go on: above everything the server has, also above records that came past a hole. */
export const topOf = ({ next, head, top, topHead }: HelloTrack): { top: number; head: string | null } =>
  top !== undefined && top !== null && top > next ? { top, head: topHead ?? null } : { top: next, head }
