import { readWatching } from '@ochno/contract/hints'
import type { SessionId } from '@ochno/domain/ids'
import { useLoad } from '../../api/load.ts'

/** The part of the picture that the act of this exam asks of a face; null where it asks none. */
export function useLeastFace(session: SessionId): number | null {
  const load = useLoad(readWatching, { params: { sid: session } })
  const least = load.is === 'ready' ? load.value.settings?.policy['camera.face_min_fraction'] : null
  return typeof least === 'number' ? least : null
}
