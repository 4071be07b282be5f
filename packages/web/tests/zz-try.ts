import { playerServer, RECORDED, liveSession } from '/work/main/packages/web/tests/support/player-server.ts'
import puppeteer from 'puppeteer-core'
const s = await playerServer(3)
const b = await puppeteer.launch({
  executablePath: '/usr/bin/chromium',
  headless: true,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-dev-shm-usage',
    '--autoplay-policy=no-user-gesture-required',
  ],
})
const p = await b.newPage()
p.on('console', (m) => console.log('[page]', m.text()))
p.on('pageerror', (e) => console.log('[err]', e))
await p.goto(s.url)
await p.waitForFunction(() => document.title === 'ready')
const what = process.argv[2] ?? 'review'
if (what === 'review') {
  console.log(
    await p.evaluate(async (id) => {
      const t0 = performance.now()
      const { player } = await window.page.review(id)
      const out: any = { open: performance.now() - t0, edge: player.edgeMs }
      const seeks = []
      for (const ms of [
        5_000_000,
        9_999_000,
        100_000,
        605_000 - 8000,
        7_777_777,
        3_000,
        10_700_000,
        1_234_567,
      ]) {
        try {
          seeks.push(
            Math.round(
              await Promise.race([
                window.page.seek(player, ms),
                new Promise<number>((_, r) =>
                  setTimeout(
                    () =>
                      r(
                        new Error(
                          'timeout ' + ms + JSON.stringify(player.state()) + window.page.times(player),
                        ),
                      ),
                    5000,
                  ),
                ),
              ]),
            ),
          )
        } catch (e) {
          seeks.push(String(e))
        }
      }
      out.seeks = seeks
      for (const speed of [1, 2, 4, 10]) {
        player.speed(speed)
        player.play()
        await new Promise((r) => setTimeout(r, 1500))
        const a = window.page.times(player),
          t = performance.now()
        let worst = 0
        for (let i = 0; i < 20; i++) {
          await new Promise((r) => setTimeout(r, 100))
          const x = window.page.times(player)
          worst = Math.max(worst, Math.abs(x[0] - x[1]))
        }
        const z = window.page.times(player)
        out['x' + speed] = {
          got: +((z[0] - a[0]) / ((performance.now() - t) / 1000)).toFixed(2),
          drift: +worst.toFixed(3),
          state: player.state().waiting,
        }
        player.pause()
      }
      player.speed(1)
      await window.page.seek(player, 596_000)
      player.play()
      await new Promise((r) => setTimeout(r, 6000))
      out.gap = { at: player.state().atMs, missing: player.state().missing, times: window.page.times(player) }
      return out
    }, RECORDED),
  )
} else {
  s.publish(liveSession(0), what === 'whole' ? 'whole' : 'parts')
  await new Promise((r) => setTimeout(r, 7000))
  console.log(
    await p
      .evaluate(async (id) => {
        const { player, first, client } = window.page.live(id)
        const out: any = { join: await first }
        const wait = (ms: number) => new Promise((r) => setTimeout(r, ms))
        await wait(6000)
        const t = () =>
          ['cam', 'screen'].map((x) => {
            const k = player.track(x as 'cam')!
            const l = k.media.ranges().at(-1)
            return {
              at: k.video.currentTime,
              lag: l ? l.end - k.video.currentTime : null,
              stalls: k.stalls,
              jumps: k.jumps,
              drop: k.video.getVideoPlaybackQuality().droppedVideoFrames,
            }
          })
        out.t = t()
        const a = performance.now()
        const f = new Promise((r) => player.track('cam')!.video.requestVideoFrameCallback(r))
        player.back(4)
        await f
        out.rewind = performance.now() - a
        out.after = player.state()
        await wait(1500)
        out.after2 = [player.state(), window.page.times(player)]
        player.goLive()
        await wait(3000)
        out.live = [player.state(), t()]
        out.lstate = client.stateOf(id)
        return out
      }, liveSession(0))
      .then((x) => JSON.stringify(x, null, 1)),
  )
}
await b.close()
await s.close()
process.exit()
