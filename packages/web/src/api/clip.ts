// Records of an opened clip, for the player.
import { readClipRecords } from '@ochno/contract/clips'
import type { SessionId } from '@ochno/domain/ids'
import type { TrackId } from '@ochno/domain/recording/track'
import { call } from './client.ts'

export const fetchClip =
  (session: SessionId, view: string) =>
  async (
    tid: TrackId,
    { from, to, init }: { readonly from: number; readonly to: number; readonly init: number | null },
    signal: AbortSignal,
  ): Promise<Uint8Array<ArrayBuffer>> => {
    if (tid !== 'cam' && tid !== 'screen') throw new Error('not of a clip')
    const answer = await call(
      readClipRecords,
      { params: { sid: session, view, tid }, query: { from, to, ...(init === null ? {} : { init }) } },
      signal,
    )
    if (!answer.ok) throw new Error(answer.failure.code)
    return new Uint8Array(await answer.body.arrayBuffer())
  }
