// Before the exam: how one sits, told as it changes. The same networks as during the exam, so the advice is about what they will see.
import { nothingSaid, sayNext, type SeatWord, seatWord } from '@ochno/domain/equipment/seat'
import { framesOf } from './frames-of.ts'
import { openEyes } from './watch.ts'

/** Tells each word once; null: this machine can not tell. `least`: the part of the picture the act asks for. Answers how to end it. */
export function coachSeat(
  stream: MediaStream,
  least: number | null,
  onWord: (word: SeatWord | null) => void,
): () => void {
  const frames = framesOf(stream)
  if (!frames) return () => {}
  let said = nothingSaid
  const eyes = openEyes({
    frames: frames.port,
    onSignals: () => {},
    onSeat: (seen) => {
      const next = sayNext(said, seatWord(seen, least))
      if (next.said !== said.said) onWord(next.said)
      said = next
    },
    onState: (now) => {
      if (now.is === 'cannot') onWord(null)
    },
  })
  return () => {
    eyes.stop()
    frames.close()
  }
}
