import { trackIds, trackNumbers } from '@ochno/domain/recording/track'
import { hex } from '@ochno/evidence/bytes'
import type { Log } from '../../ports/log.ts'
import type { Recordings } from '../../ports/recordings.ts'
import type { Door, DoorDeps } from './door.ts'
import type { Entrance } from './entrance.ts'
import { topOf } from './track.ts'

/** What both lanes work with. */
export type LaneDeps = DoorDeps & {
  readonly entrance: Entrance
  readonly recordings: Recordings
  readonly log: Log
}

/** Where each track stands (ING-10). Every track is opened, so that its nonce can begin the client's chain. */
export async function tracksNow(
  { acceptor }: Pick<LaneDeps, 'acceptor'>,
  { seat, tracks: known }: Pick<Door, 'seat' | 'tracks'>,
) {
  // `cam2` is opened by its own device.
  const tids = trackIds.filter((tid) => tid !== 'cam2')
  const tracks = await Promise.all(tids.map((tid) => acceptor.open(seat.tenant, seat.session, tid)))
  // Parts are taken only of a track whose next fragment is known.
  for (const track of tracks) known.set(track.tid, track)
  return Object.fromEntries(
    tracks.map((track) => {
      const { top, head } = topOf(track)
      return [
        track.tid,
        {
          no: trackNumbers[track.tid],
          nonce: hex(track.nonce),
          next: track.next,
          head: track.next === 0 ? null : hex(track.head),
          epoch: track.epoch,
          top,
          topHead: top === 0 ? null : hex(head),
        },
      ]
    }),
  )
}
