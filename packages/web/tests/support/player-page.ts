// What the test's page holds: the player alone, reachable from the test.
import { readTimeline, watchSocket } from '@ochno/contract/watch'
import { SPEEDS } from '../../src/player/player-state.ts'
import { SessionPlayer } from '../../src/player/session-player.ts'
import { WatchClient } from '../../src/player/watch-client.ts'

const socket = () => {
  const one = new WebSocket(`ws://${location.host}${watchSocket.path}`)
  one.binaryType = 'arraybuffer'
  return one
}

const timelineOf = async (session: string) => {
  const answer = await fetch(`/api/sessions/${session}/timeline`)
  return readTimeline.reply.parse(await answer.json())
}

let asked = 0

/** `lost`: so many questions for the timeline stay without an answer. */
function build(session: string, live: boolean, lost = 0) {
  asked = 0
  const player = new SessionPlayer({
    live,
    fetch: async (tid, { from, to, init }, signal) => {
      const search = new URLSearchParams({
        from: `${from}`,
        to: `${to}`,
        ...(init === null ? {} : { init: `${init}` }),
      })
      const answer = await fetch(`/media/v1/sessions/${session}/tracks/${tid}/records?${search}`, { signal })
      if (!answer.ok) throw new Error(String(answer.status))
      return new Uint8Array(await answer.arrayBuffer())
    },
    timeline: async () => {
      if (++asked <= lost) throw new Error('no network')
      return timelineOf(session)
    },
  })
  for (const tid of ['cam', 'screen'] as const) {
    const video = document.createElement('video')
    video.width = 320
    document.body.append(video)
    player.attach(tid, video)
  }
  return player
}

const page = {
  speeds: SPEEDS,
  asked: () => asked,
  live(session: string, lost = 0) {
    const began = performance.now()
    const player = build(session, true, lost)
    const client = new WatchClient(socket)
    client.watch(session, player)
    return { player, client, first: shown(player, 'cam').then(() => performance.now() - began) }
  },
  async review(session: string) {
    const player = build(session, false)
    player.load(await timelineOf(session))
    await shown(player, 'cam')
    return { player }
  },
  /** Milliseconds until both tracks show the asked moment. */
  async seek(player: SessionPlayer, ms: number) {
    const began = performance.now()
    const both = (['cam', 'screen'] as const).map((tid) => shown(player, tid, ms))
    player.seek(ms)
    await Promise.all(both)
    return performance.now() - began
  },
  times: (player: SessionPlayer) =>
    (['cam', 'screen'] as const).map((tid) => player.track(tid)?.video.currentTime ?? Number.NaN),
}

/** Resolves with the next presented picture (of the given moment). */
function shown(player: SessionPlayer, tid: 'cam' | 'screen', ms?: number): Promise<void> {
  const video = player.track(tid)?.video
  return new Promise((resolve) => {
    const look = (_now: number, frame: { mediaTime: number }) => {
      if (ms === undefined || Math.abs(frame.mediaTime * 1000 - ms) < 1000) resolve()
      else video?.requestVideoFrameCallback(look)
    }
    video?.requestVideoFrameCallback(look)
  })
}

declare global {
  interface Window {
    page: typeof page
  }
}
window.page = page
document.title = 'ready'
