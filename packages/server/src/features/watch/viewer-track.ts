// What one viewer has of one track, and so what he needs next (media.md pitfall 6). Pure bookkeeping, no bytes.

export type ViewerTrack = {
  /** Epochs whose decoder head was sent. */
  readonly heads: Set<number>
  /** The open fragment and how much of it was sent without a hole. */
  open: { readonly seq: number; sent: number } | null
  /** Frames are left out until the next fragment begins on a free line. */
  dropping: boolean
}

export const newViewerTrack = (): ViewerTrack => ({ heads: new Set(), open: null, dropping: false })

export type Line = 'free' | 'busy' | 'full'

/** Bytes waiting in the socket: above `full` a live picture is only getting older. */
const FULL_BYTES = 1_500_000
const FREE_BYTES = 200_000
export const lineOf = (waiting: number): Line =>
  waiting > FULL_BYTES ? 'full' : waiting > FREE_BYTES ? 'busy' : 'free'

type Part = { readonly epoch: number; readonly seq: number; readonly offset: number; readonly length: number }

export function takePart(track: ViewerTrack, part: Part, line: Line): 'part' | 'dropped' | null {
  if (!track.heads.has(part.epoch)) return null
  if (line === 'full') return drop(track)
  if (track.dropping && !(part.offset === 0 && line === 'free')) return null
  if (part.offset === 0) {
    track.dropping = false
    track.open = { seq: part.seq, sent: part.length }
    return 'part'
  }
  if (track.open?.seq !== part.seq || track.open.sent !== part.offset) return null
  track.open.sent += part.length
  return 'part'
}

type Whole = {
  readonly epoch: number
  readonly seq: number
  readonly length: number
  readonly key: boolean
  /** It was sealed from the very parts that were passed on; a fragment that came whole may hold other bytes. */
  readonly cameAsParts: boolean
}

export function takeFragment(
  track: ViewerTrack,
  whole: Whole,
  line: Line,
): 'record' | 'sealed' | 'dropped' | null {
  if (!track.heads.has(whole.epoch)) return null
  const complete = whole.cameAsParts && track.open?.seq === whole.seq && track.open.sent === whole.length
  track.open = null
  if (complete) return 'sealed'
  if (line === 'full') return drop(track)
  if (track.dropping && !(whole.key && line === 'free')) return null
  track.dropping = false
  return 'record'
}

function drop(track: ViewerTrack): 'dropped' | null {
  const first = !track.dropping
  track.dropping = true
  track.open = null
  return first ? 'dropped' : null
}
