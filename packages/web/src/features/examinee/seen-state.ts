import type { RecorderState } from '@ochno/capture'
import { RHYTHM_S } from './show-recording.ts'

/** What the recorder counts four times a second is news to the page only where somebody could see it. */
export function looksTheSame(a: RecorderState, b: RecorderState): boolean {
  const counted = (state: RecorderState) => [
    ...[state.phase, state.reason, state.unsupported, state.camera, state.microphone, state.screen],
    ...[state.lane, state.lastReceiptMs === null, state.level, state.warnings.join()],
    state.lane === null || state.backlog.seconds > RHYTHM_S ? Math.round(state.backlog.seconds) : 0,
    // The end is told by its bytes, and the disk that is filling by its minutes.
    state.phase === 'recording' ? null : state.backlog.bytes,
    state.warnings.includes('storage_low') ? state.storage?.usedBytes : null,
  ]
  const [before, after] = [counted(a), counted(b)]
  return before.every((one, at) => one === after[at])
}
