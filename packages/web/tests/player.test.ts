// The player in a real Chromium, over the real watching features, with real WebM.
import type { Browser, Page } from 'puppeteer-core'
import puppeteer from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type {} from './support/player-page.ts'
import { liveSession, type PlayerServer, playerServer, RECORDED } from './support/player-server.ts'

let server: PlayerServer
let browser: Browser
let tab: Page

beforeAll(async () => {
  server = await playerServer(3)
  browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: [
      ...[
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
      ],
      '--autoplay-policy=no-user-gesture-required',
    ],
  })
  tab = await browser.newPage()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const open = async () => {
  await tab.goto(server.url)
  await tab.waitForFunction(() => document.title === 'ready')
}

test('R1-2.2b seeks anywhere in three hours and plays both tracks on one clock up to tenfold', async () => {
  await open()
  const seen = await tab.evaluate(async (id) => {
    const { player } = await window.page.review(id)
    const apart = () => Math.abs((window.page.times(player)[0] ?? 0) - (window.page.times(player)[1] ?? 9))
    const shown: number[] = []
    for (const ms of [5_000_000, 9_999_000, 100_000, 7_777_777, 1_234_567]) {
      await window.page.seek(player, ms)
      shown.push(Math.abs((window.page.times(player)[0] ?? 0) * 1000 - ms))
    }
    const drift: number[] = []
    const from = player.state().atMs
    for (const speed of [1, 4, 10]) {
      player.speed(speed)
      player.play()
      const until = player.state().atMs + speed * 1500
      await new Promise<void>((resolve) => {
        const stop = player.subscribe(() => {
          drift.push(apart())
          if (player.state().atMs < until) return
          stop()
          resolve()
        })
      })
      player.pause()
    }
    return { shown, drift: Math.max(...drift), went: player.state().atMs - from }
  }, RECORDED)
  expect(Math.max(...seen.shown)).toBeLessThan(300)
  expect(seen.drift).toBeLessThan(1)
  expect(seen.went).toBeGreaterThan(20_000)
})

test('every speed from a half to tenfold moves on, is heard to fourfold and muted above it, and the screen never sounds', async () => {
  await open()
  const seen = await tab.evaluate(async (id) => {
    const { player } = await window.page.review(id)
    await window.page.seek(player, 1_000_000)
    const cam = player.track('cam')?.video
    const screen = player.track('screen')?.video
    if (!cam || !screen) throw new Error('two tracks')
    player.sound(true)
    const told = []
    for (const speed of window.page.speeds) {
      player.speed(speed)
      player.play()
      const until = cam.currentTime + speed / 2
      // A clock that gives way to the sound bends its speed by a tenth at most; a machine too slow for ten is shown single pictures.
      const at = () => speed > 4 || Math.abs(cam.playbackRate / speed - 1) < 0.11
      await new Promise<void>((resolve) => {
        const look = () =>
          cam.currentTime >= until && at() ? resolve() : cam.requestVideoFrameCallback(look)
        look()
      })
      told.push({ speed, said: player.state().speed, heard: !cam.muted, screen: !screen.muted })
    }
    player.speed(2)
    const again = !cam.muted
    player.sound(false)
    return { told, again, off: cam.muted }
  }, RECORDED)
  expect(seen.told.map(({ speed }) => speed)).toEqual([0.5, 1, 1.5, 2, 3, 4, 6, 8, 10])
  for (const { speed, said, heard, screen } of seen.told)
    expect({ said, heard, screen }).toEqual({ said: speed, heard: speed <= 4, screen: false })
  expect([seen.again, seen.off]).toEqual([true, true])
}, 60_000)

test('a gap of the camera does not stop the screen', async () => {
  await open()
  const seen = await tab.evaluate(async (id) => {
    const { player } = await window.page.review(id)
    await window.page.seek(player, 596_000)
    player.play()
    return new Promise<{ missing: readonly string[]; screen: number }>((resolve) => {
      const stop = player.subscribe(() => {
        if (!player.state().missing.length) return
        stop()
        setTimeout(
          () => resolve({ missing: player.state().missing, screen: window.page.times(player)[1] ?? 0 }),
          500,
        )
      })
    })
  }, RECORDED)
  expect(seen.missing).toEqual(['cam'])
  expect(seen.screen).toBeGreaterThan(600)
}, 40_000)

test('P-25 every request of the player left a journal row with its range', () => {
  const rows = server.journal.filter(({ action }) => action === 'records')
  expect(rows.length).toBeGreaterThan(10)
  expect(rows.every(({ seqFrom, seqTo }) => seqFrom !== null && seqTo !== null && seqTo >= seqFrom)).toBe(
    true,
  )
})

for (const how of ['parts', 'whole'] as const)
  test(`live in ${how}: joins, goes back while recording goes on, and is live again`, async () => {
    const session = liveSession(how === 'parts' ? 0 : 1)
    const stop = server.publish(session, how)
    await open()
    const seen = await tab.evaluate(async (id) => {
      const { player, first } = window.page.live(id)
      await first
      const until = (when: () => boolean) =>
        new Promise<void>((resolve) => {
          const timer = setInterval(() => {
            if (!when()) return
            clearInterval(timer)
            resolve()
          }, 50)
        })
      await until(() => player.state().atMs > 7_000)
      const edge = player.edgeMs
      player.back(5)
      const wanted = player.state().atMs
      await until(() => !player.state().waiting && player.state().atMs > wanted + 700)
      const back = { ...player.state(), shown: window.page.times(player) }
      player.goLive()
      await until(() => player.state().mode === 'live' && player.state().atMs > edge)
      return {
        back,
        live: player.state(),
        edge: player.edgeMs,
        errors: player.track('cam')?.video.error?.message,
      }
    }, session)
    stop()
    expect(seen.back.mode).toBe('replay')
    expect(seen.back.shown.every((at) => Math.abs(at * 1000 - seen.back.atMs) < 1000)).toBe(true)
    expect(seen.live.mode).toBe('live')
    expect(seen.edge - seen.live.atMs).toBeLessThan(5000)
    expect(seen.errors).toBeUndefined()
  })

test('who goes back to what was there before they came sees it, though the timeline was lost twice', async () => {
  const session = liveSession(2)
  const stop = server.publish(session, 'whole')
  await new Promise((resolve) => setTimeout(resolve, 9_000))
  await open()
  const seen = await tab.evaluate(async (id) => {
    const { player, first } = window.page.live(id, 2)
    await first
    const wanted = player.state().atMs - 5_000
    player.seek(wanted)
    player.pause()
    const both = () => window.page.times(player).every((at) => Math.abs(at * 1000 - wanted) < 1_000)
    await new Promise<void>((resolve) => {
      const leave = player.subscribe(() => {
        if (player.state().waiting || !both()) return
        leave()
        resolve()
      })
    })
    return { asked: window.page.asked(), state: player.state(), wanted }
  }, session)
  stop()
  expect(seen.asked).toBe(3)
  expect(seen.state).toMatchObject({ mode: 'replay', waiting: false })
  expect(Math.abs(seen.state.atMs - seen.wanted)).toBeLessThan(100)
}, 60_000)
