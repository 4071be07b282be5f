// At the equipment check: how somebody sits who looks at the screen. Three numbers come of it, and no picture is kept.
import { middlePosture, type UsualPosture } from '../sense/baseline.ts'
import { framesOf } from './frames-of.ts'
import { openEyes } from './watch.ts'

const LOOKS = 10
const LEAST = 4
const AT_MOST_MS = 8_000
/** Nobody is before the camera: it is not waited for. */
const NOBODY_MS = 2_500

/** Null where no face was followed, or this machine runs no network: then the first looks of the exam are all there is. */
export async function learnPosture(stream: MediaStream, forMs = AT_MOST_MS): Promise<UsualPosture | null> {
  const frames = framesOf(stream)
  if (!frames) return null
  const seen: UsualPosture[] = []
  await new Promise<void>((resolve) => {
    const enough = setTimeout(done, forMs)
    const eyes = openEyes({
      frames: frames.port,
      onSignals: () => {},
      onPosture: (posture) => {
        seen.push(posture)
        if (seen.length >= LOOKS) done()
      },
      onState: (now) => {
        if (now.is === 'cannot') done()
        if (now.is === 'watching' && !now.things) setTimeout(() => seen.length === 0 && done(), NOBODY_MS)
      },
    })
    function done() {
      clearTimeout(enough)
      eyes?.stop()
      resolve()
    }
  })
  frames.close()
  return seen.length >= LEAST ? middlePosture(seen) : null
}
