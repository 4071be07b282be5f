// A piece of a recording: its timeline cut to what is shown, and nothing beside it.
import { type Fragment, packIndex, unpackIndex } from '@ochno/contract/index-columns'
import type { TimelineView } from '@ochno/contract/watch'
import type { Span } from '@ochno/domain/recording/coverage'

/** The viewer's own name is added by the transport's caller. */
export type Timeline = Omit<TimelineView, 'viewer'>

type CutTrack = Omit<Timeline['tracks'][number], 'fragments'> & {
  readonly fragments: readonly Fragment[]
}

export const within = ({ atMs, durMs }: Pick<Fragment, 'atMs' | 'durMs'>, { from, to }: Span): boolean =>
  atMs < to && atMs + durMs > from

/** `span` on the timeline of the session. */
export const tracksWithin = (
  whole: Timeline,
  span: Span,
  shown: (tid: string) => boolean = () => true,
): readonly CutTrack[] =>
  whole.tracks.flatMap((track) => {
    if (!shown(track.tid)) return []
    const fragments = unpackIndex(track.fragments).filter((one) => within(one, span))
    const epochs = track.epochs.filter(({ epoch }) => fragments.some((one) => one.epoch === epoch))
    const gaps = track.gaps.filter(({ fromMs, toMs }) => fromMs < span.to && toMs > span.from)
    return fragments.length > 0 ? [{ ...track, epochs, fragments, gaps }] : []
  })

export const timelineWithin = (whole: Timeline, span: Span, tracks: readonly CutTrack[]): Timeline => ({
  ...whole,
  lengthMs: Math.round(span.to),
  control: { fromMs: Math.round(span.from), toMs: Math.round(span.to) },
  tracks: tracks.map((track) => ({ ...track, fragments: packIndex(track.fragments) })),
})
