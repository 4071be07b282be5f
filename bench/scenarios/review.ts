// The review: seeking in a three-hour recording by the player alone, then the whole desk by the keyboard alone.
import { publisher } from '@ochno/testkit/watching/publisher'
import { realWebm } from '@ochno/testkit/watching/synthetic'
import type { TestPerson } from '@ochno/testkit/server'
import { deskFigures } from '../client/review-desk.ts'
import { sessionFigures } from '../client/review-session.ts'
import { watchStand } from '../client/watch-stand.ts'
import { type Figures, round, type Say } from '../scenario.ts'

export const targets = { seek_p95_ms: 300, opens_ms: 1000, jump_p95_ms: 300 }

const HOURS = 3
const SEEKS = 60

export async function run(say: Say): Promise<Figures> {
  const only = process.env.OCHNO_BENCH_ONLY
  return {
    ...(only === undefined || only === 'seek' ? await seeking(say) : {}),
    ...(only === undefined || only === 'desk' ? await deskFigures(say) : {}),
    ...(only === undefined || only === 'sample' ? await sessionFigures(say) : {}),
  }
}

async function seeking(say: Say): Promise<Figures> {
  const stand = await watchStand()
  try {
    const session = await stand.server.running()
    const media = { cam: realWebm('cam'), screen: realWebm('screen') }
    const seconds = HOURS * 3600
    const camera = await publisher(stand.server.url, session, media, { pastMs: seconds * 1000 })
    await camera.backlog(seconds)
    camera.stop()
    say(`${HOURS} hours recorded`)
    const page = await stand.open(session.proctors[0] as TestPerson)
    page.on('console', (line) => say(line.text()))
    const took = await page.evaluate(
      async (id, count, length) => {
        const { player } = await window.page.review(id)
        const out: number[] = []
        // A golden-ratio walk visits the whole length and never the same place.
        for (let i = 1; i <= count; i++) {
          const to = ((i * 0.618034) % 1) * length * 0.999
          // A picture that does not come counts as the limit and is told.
          const limit = new Promise<number>((resolve) => setTimeout(() => resolve(5_000), 5_000))
          const ms = await Promise.race([window.page.seek(player, to), limit])
          if (ms >= 5_000) console.log(`no picture at ${to}`, JSON.stringify(player.state()))
          out.push(ms)
        }
        return out
      },
      session.id,
      SEEKS,
      seconds * 1000,
    )
    const sorted = took.toSorted((a, b) => a - b)
    say(`median ${sorted[SEEKS >> 1]?.toFixed(0)} ms, worst ${sorted.at(-1)?.toFixed(0)} ms`)
    return { seek_p95_ms: round(sorted[Math.floor(SEEKS * 0.95)] ?? Number.NaN, 0) }
  } finally {
    await stand.close()
  }
}
