import { useSoundOut } from '../../talk/sound-out.ts'
import type { RoomSeen } from './room.ts'

/** Every voice that is sent to this page. */
export function Sounds({ seen }: { seen: RoomSeen }) {
  return [...seen.tracks]
    .filter(([slot]) => slot.startsWith('a'))
    .map(([slot, track]) => <Voice key={slot} track={track} />)
}

function Voice({ track }: { track: MediaStreamTrack }) {
  useSoundOut(track)
  return null
}
