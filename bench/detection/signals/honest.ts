// What honest people and their machines do while an exam page is open. Whatever the page says then is false, or is said to be a known error.
import { bounds, chord, drawnBy, metrics, pause, plugged, select } from './events.ts'
import type { Tab } from './stand.ts'
import type { Stage } from '../../../packages/web/tests/support/watched-page.ts'

export type HonestTrial = {
  readonly name: string
  readonly before?: string
  readonly play: (tab: Tab) => Promise<void>
  /** Puts back what outlives the page. */
  readonly after?: (tab: Tab) => Promise<void>
}
type Staged = { readonly stage: Stage }

const write = async ({ page }: Tab) => {
  await page.focus('#answer')
  await page.keyboard.type('Тело остаётся в покое, пока на него не действуют силы.', { delay: 15 })
}

/** As ordinary computers name their graphics, and the browser its own drawing. */
const machines = [
  'ANGLE (Intel, Intel(R) UHD Graphics 620 (0x00003EA0) Direct3D11 vs_5_0 ps_5_0, D3D11)',
  'ANGLE (NVIDIA, NVIDIA GeForce GT 710 (0x0000128B) Direct3D11 vs_5_0 ps_5_0, D3D11)',
  'ANGLE (AMD, AMD Radeon(TM) Vega 3 Graphics Direct3D11 vs_5_0 ps_5_0, D3D11)',
  'Mali-G52 MC2',
  'Apple M1',
  'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)',
] as const
/** As ordinary cameras are named; the last is a program people use to blur their room. */
const cameras = [
  'Integrated Webcam (0bda:5520)',
  'HD Pro Webcam C920 (046d:082d)',
  'USB2.0 PC CAMERA (1908:2310)',
  'FaceTime HD Camera',
  'Встроенная камера (04f2:b6dd)',
] as const

const turn = async ({ cdp }: Tab, width: number, height: number) => {
  const { screenInfos } = await cdp.send('Emulation.getScreenInfos')
  const screenId = screenInfos.find(({ isPrimary }) => isPrimary)?.id
  if (screenId) await cdp.send('Emulation.updateScreen', { screenId, width, height })
}
/** A headless browser has nobody who lays its windows out anew on a turned screen. */
const layOut = (tab: Tab) => bounds(tab, { windowState: 'maximized' })
const named = (name: string, play: HonestTrial['play']): HonestTrial => ({ name, play })
const ROUNDS = Number(process.env.OCHNO_BENCH_ROUNDS ?? 3)

const behaviours: readonly HonestTrial[] = [
  named('scrolling', async ({ page }) => {
    for (let i = 0; i < 8; i++) {
      await page.mouse.wheel({ deltaY: i < 5 ? 400 : -600 })
      await pause(150)
    }
  }),
  named('typing an answer', write),
  named('copying and pasting one’s own answer (Ctrl+A, C, X, V)', async (tab) => {
    await write(tab)
    await chord(tab, ['Control', 'KeyA'], 'selectAll')
    await chord(tab, ['Control', 'KeyC'], 'copy')
    await chord(tab, ['Control', 'KeyX'], 'cut')
    await chord(tab, ['Control', 'KeyV'], 'paste')
  }),
  named('selecting the task while reading', async (tab) => {
    await select(tab)
    await tab.page.mouse.click(400, 30, { button: 'right' })
  }),
  named('keys of moving about (Tab, Page Down, Home)', async (tab) => {
    for (const key of ['Tab', 'Tab', 'PageDown', 'Home', 'Escape'] as const)
      await tab.page.keyboard.press(key)
  }),
  named('clicking into a frame of the page', async ({ page }) => {
    const frame = await (await page.$('#part'))?.contentFrame()
    await frame?.click('button')
  }),
  named('zoom to 125 % and back', async (tab) => {
    await metrics(tab, { width: 1_152, height: 650, deviceScaleFactor: 1.25 })
    await pause(1_500)
    await tab.cdp.send('Emulation.clearDeviceMetricsOverride')
  }),
  named('zoom by two fingers', async ({ cdp }) => {
    await cdp.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1.6 })
  }),
  named('a window a little smaller than the screen', (tab) => bounds(tab, { width: 1_430, height: 892 })),
  named('a bar of the browser (update, translation, bookmarks)', (tab) =>
    metrics(tab, { width: 1_440, height: 757 }),
  ),
  named('full screen and back in a maximised window', async ({ page }) => {
    await page.evaluate(() => document.documentElement.requestFullscreen())
    await pause(1_200)
    await page.evaluate(() => document.exitFullscreen())
  }),
  named('a dialogue of the page', async ({ page }) => {
    page.once('dialog', (dialog) => void pause(1_500).then(() => dialog.accept()))
    await page.evaluate(() => confirm('Сохранить ответ?'))
  }),
  named('a window of the system for half a second', ({ page }) =>
    page.evaluate(async () => {
      document.hasFocus = () => false
      dispatchEvent(new Event('blur'))
      await new Promise((resolve) => setTimeout(resolve, 500))
      document.hasFocus = () => true
      dispatchEvent(new Event('focus'))
    }),
  ),
  named('reloading the page', async ({ page }) => {
    await page.reload()
    await page.waitForFunction(() => 'stage' in globalThis)
  }),
  {
    name: 'the screen turned upright',
    play: async (tab) => {
      await turn(tab, 900, 1_440)
      await pause(800)
      await layOut(tab)
    },
    after: async (tab) => {
      await turn(tab, 1_440, 900)
      await layOut(tab)
    },
  },
  named('a telephone turned', async (tab) => {
    await tab.cdp.send('Emulation.setDeviceMetricsOverride', {
      ...{ width: 390, height: 844, screenWidth: 390, screenHeight: 844, deviceScaleFactor: 3, mobile: true },
      screenOrientation: { type: 'portraitPrimary', angle: 0 },
    })
    await tab.page.reload()
    await tab.page.waitForFunction(() => 'stage' in globalThis)
    await pause(1_500)
    await tab.cdp.send('Emulation.setDeviceMetricsOverride', {
      ...{ width: 844, height: 390, screenWidth: 844, screenHeight: 390, deviceScaleFactor: 3, mobile: true },
      screenOrientation: { type: 'landscapePrimary', angle: 90 },
    })
  }),
  named('an extension that paints or corrects the page', ({ page }) =>
    page.evaluate(() => {
      const style = document.createElement('style')
      style.className = 'darkreader'
      const badge = document.createElement('grammarly-desktop-integration')
      document.head.append(style)
      document.body.append(badge)
      document.documentElement.setAttribute('data-darkreader-mode', 'dynamic')
    }),
  ),
  named('a headset plugged in', plugged('audioinput', 'Headset Microphone (Jabra EVOLVE 20)')),
  named('reading a screen that stands still', async ({ page }) => {
    await page.evaluate(() => (globalThis as unknown as Staged).stage.shows('still'))
    await pause(24_000)
  }),
  named('a monitor that sleeps and wakes within five seconds', async ({ page }) => {
    await page.evaluate(() => (globalThis as unknown as Staged).stage.shows('black'))
    await pause(5_000)
    await page.evaluate(() => (globalThis as unknown as Staged).stage.shows('moving'))
  }),
]

export const honestTrials = (): readonly HonestTrial[] => [
  ...Array.from({ length: ROUNDS }, () => behaviours).flat(),
  ...machines.map((name) => ({
    name: 'an ordinary computer’s graphics',
    before: drawnBy(name),
    play: async () => {},
  })),
  ...cameras.map((label) => named('an ordinary camera plugged in', plugged('videoinput', label))),
]
