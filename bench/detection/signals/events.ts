// What a dishonest examinee's browser does, one trial each. `level` says what was really done: by Chromium itself, or only what Chromium
// would have told the page, where a headless one can not do it.
import type { Surface, Tab } from './stand.ts'
import type { Stage } from '../../../packages/web/tests/support/watched-page.ts'

export type Level = 'browser' | 'its events' | 'word of the recorder'
export type EventTrial = {
  readonly kind: string
  readonly rule: string
  readonly level: Level
  readonly how: string
  readonly surface?: Surface
  /** What runs in the page before the product does. */
  readonly before?: string
  readonly play: (tab: Tab) => Promise<void>
  /** In a small window whose page fills the screen. */
  readonly filled?: true
  /** Puts back what outlives the page: the next trial of this browser begins as the first did. */
  readonly after?: (tab: Tab) => Promise<void>
  /** The hint comes this long after it by the rule itself. */
  readonly waitMs?: number
}

type Staged = { readonly stage: Stage }
export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
export const bounds = async ({ cdp }: Tab, to: Record<string, unknown>) => {
  const { windowId } = await cdp.send('Browser.getWindowForTarget')
  // A maximised window takes no size before it is an ordinary one.
  await cdp.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } })
  await cdp.send('Browser.setWindowBounds', { windowId, bounds: to })
}
export const metrics = ({ cdp }: Tab, to: Partial<Parameters<typeof sized>[0]>) =>
  cdp.send('Emulation.setDeviceMetricsOverride', sized(to))
const sized = (to: {
  width?: number
  height?: number
  screenWidth?: number
  screenHeight?: number
  deviceScaleFactor?: number
}) => ({ width: 0, height: 0, deviceScaleFactor: 0, mobile: false, ...to })

export const select = (tab: Tab) =>
  tab.page.evaluate(() => {
    const range = document.createRange()
    range.selectNodeContents(document.getElementById('task') as HTMLElement)
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
  })
export const chord = async ({ page }: Tab, keys: readonly string[], command?: string) => {
  const [last, ...held] = keys.toReversed()
  for (const key of held.toReversed()) await page.keyboard.down(key as never)
  await page.keyboard.press(last as never, command ? { commands: [command] } : {})
  for (const key of held) await page.keyboard.up(key as never)
}
const says = (words: object) => (tab: Tab) =>
  tab.page.evaluate((told) => (globalThis as unknown as Staged).stage.says(told), words)
const shows = (tab: Tab, picture: Parameters<Stage['shows']>[0]) =>
  tab.page.evaluate((one) => (globalThis as unknown as Staged).stage.shows(one), picture)
const shares = (tab: Tab) => tab.page.evaluate(() => (globalThis as unknown as Staged).stage.shares())

/** Graphics by the name a driver gives. */
export const drawnBy = (name: string) => `{
  const ask = WebGLRenderingContext.prototype.getParameter
  WebGLRenderingContext.prototype.getParameter = function (what) { return what === 0x9246 ? ${JSON.stringify(name)} : ask.call(this, what) }
}`
/** A device that comes while the exam runs. */
export const plugged = (kind: 'videoinput' | 'audioinput', label: string) => (tab: Tab) =>
  tab.page.evaluate(
    (what, name) => {
      const devices = navigator.mediaDevices
      const ask = devices.enumerateDevices.bind(devices)
      devices.enumerateDevices = async () => [
        ...(await ask()),
        { kind: what, label: name, deviceId: name, groupId: name, toJSON: () => ({}) } as MediaDeviceInfo,
      ]
      devices.dispatchEvent(new Event('devicechange'))
    },
    kind,
    label,
  )

const translated = {
  Google: () => {
    document.documentElement.classList.add('translated-ltr')
    for (const text of document.querySelectorAll('#task'))
      text.innerHTML = `<font dir="auto"><font dir="auto">${text.textContent}</font></font>`
  },
  Яндекс: () => {
    const mark = document.createElement('div')
    mark.setAttribute('data-yandex-translate', 'true')
    document.body.append(mark)
  },
  bubble: () => {
    const frame = document.createElement('div')
    frame.className = 'skiptranslate'
    document.body.append(frame)
  },
} as const

const keys = [
  { said: 'PrintScreen', keys: ['PrintScreen'] },
  { said: 'Win+Shift+S', keys: ['Meta', 'Shift', 'KeyS'] },
  { said: 'Cmd+Shift+4', keys: ['Meta', 'Shift', '4'] },
  { said: 'Ctrl+Shift+S', keys: ['Control', 'Shift', 'KeyS'] },
] as const
const printing = [
  ['Control', 'KeyP'],
  ['Control', 'KeyS'],
] as const

/** As drivers of guests name themselves. */
const guests = [
  'ANGLE (VMware, Inc., VMware SVGA 3D (0x00000405) Direct3D11 vs_5_0 ps_5_0, D3D11)',
  'ANGLE (VirtualBox Graphics Adapter (WDDM) Direct3D11 vs_5_0 ps_5_0)',
  'Parallels Display Adapter (WDDM)',
  'virgl (NVIDIA GeForce GTX 1050)',
  'Red Hat QXL controller',
  'Microsoft Hyper-V Video',
] as const
const cardless = [
  'llvmpipe (LLVM 15.0.7, 256 bits)',
  'ANGLE (Microsoft, Microsoft Basic Render Driver)',
] as const
export const programs = [
  'OBS Virtual Camera',
  'ManyCam Virtual Webcam',
  'Snap Camera',
  'DroidCam Source 3',
  'XSplit VCam',
  'v4l2loopback dummy',
] as const

const many = <T>(of: readonly T[], made: (one: T, i: number) => EventTrial): readonly EventTrial[] =>
  of.map(made)
const times = (n: number, made: (i: number) => EventTrial): readonly EventTrial[] =>
  Array.from({ length: n }, (_, i) => made(i))

/** So many of each kind that no name of a driver or of a program distinguishes. */
const EACH = Number(process.env.OCHNO_BENCH_TRIALS ?? 6)

export const eventTrials = (): readonly EventTrial[] => [
  ...times(EACH, () => ({
    kind: 'another tab in front',
    rule: 'focus_lost',
    level: 'browser',
    how: 'a tab is opened over the page',
    play: async ({ browser }) => {
      await (await browser.newPage()).bringToFront()
    },
  })),
  ...times(EACH, () => ({
    kind: 'another program in front',
    rule: 'focus_lost',
    level: 'its events',
    how: 'the page is told blur, and asked says it has no focus',
    play: ({ page }) =>
      page.evaluate(() => {
        document.hasFocus = () => false
        dispatchEvent(new Event('blur'))
      }),
  })),
  ...times(EACH, (i) => ({
    kind: 'the window made smaller',
    rule: 'not_fullscreen',
    level: 'browser',
    how: 'to 1000 by 700 and to half the screen',
    play: (tab) => bounds(tab, i % 2 === 0 ? { width: 1_000, height: 700 } : { width: 720, height: 860 }),
  })),
  ...times(EACH, () => ({
    kind: 'full screen left',
    rule: 'not_fullscreen',
    level: 'browser',
    how: 'a small window whose page filled the screen, and Escape',
    filled: true,
    play: ({ page }) => page.evaluate(() => document.exitFullscreen()),
  })),
  ...(['window', 'browser'] as const).flatMap((surface) =>
    times(Math.ceil(EACH / 2), () => ({
      kind: 'a window or a tab shared for the monitor',
      rule: 'no_screen_video',
      level: 'browser' as const,
      how: 'the product’s own question, answered with a window or a tab',
      surface,
      play: async (tab: Tab) => {
        const answer = await shares(tab)
        if (answer !== 'not_monitor') throw new Error(`${surface} was taken for ${answer}`)
      },
    })),
  ),
  ...times(EACH, () => ({
    kind: 'sharing stopped',
    rule: 'no_screen_video',
    level: 'word of the recorder',
    how: 'its track has ended',
    play: says({ screen: 'lost' }),
  })),
  ...times(Math.ceil(EACH / 2), () => ({
    kind: 'the shared screen is black',
    rule: 'no_screen_video',
    level: 'its events',
    how: 'a drawn screen; four looks of 2.5 s',
    waitMs: 16_000,
    play: (tab) => shows(tab, 'black'),
  })),
  ...times(Math.ceil(EACH / 2), () => ({
    kind: 'the shared screen stands still',
    rule: 'frozen_screen',
    level: 'its events',
    how: 'a drawn screen, a key every two seconds; twenty seconds of stillness',
    waitMs: 32_000,
    play: async (tab) => {
      await shows(tab, 'still')
      void (async () => {
        for (let i = 0; i < 14; i++) {
          await tab.page.keyboard.press('ArrowLeft').catch(() => {})
          await pause(2_000)
        }
      })()
    },
  })),
  ...times(EACH, () => ({
    kind: 'a second monitor',
    rule: 'second_monitor',
    level: 'browser',
    how: 'plugged in during the exam (isExtended)',
    play: async ({ cdp }) => {
      await cdp.send('Emulation.addScreen', { left: 1440, top: 0, width: 1280, height: 1024 })
    },
    after: async ({ cdp }) => {
      const { screenInfos } = await cdp.send('Emulation.getScreenInfos')
      for (const { id, isPrimary } of screenInfos)
        if (!isPrimary) await cdp.send('Emulation.removeScreen', { screenId: id })
    },
  })),
  ...times(EACH, (i) => ({
    kind: 'another monitor in the place of the first',
    rule: 'monitor_replaced',
    level: 'its events',
    how: 'a screen of another size',
    play: async (tab) => {
      const sizes = [
        { screenWidth: 1920, screenHeight: 1080 },
        { screenWidth: 2560, screenHeight: 1440 },
      ]
      await metrics(tab, sizes[i % 2] ?? {})
    },
  })),
  ...times(EACH, () => ({
    kind: 'the task copied',
    rule: 'screenshot_key',
    level: 'browser',
    how: 'selected, Ctrl+C',
    play: async (tab) => {
      await select(tab)
      await chord(tab, ['Control', 'KeyC'], 'copy')
    },
  })),
  ...many(printing, (keysPressed) => ({
    kind: 'printing or saving',
    rule: 'screenshot_key',
    level: 'browser',
    how: 'Ctrl+P, Ctrl+S, the menu',
    play: (tab) => chord(tab, keysPressed),
  })),
  ...times(2, () => ({
    kind: 'printing or saving',
    rule: 'screenshot_key',
    level: 'browser',
    how: 'Ctrl+P, Ctrl+S, the menu',
    play: ({ page }) =>
      page.evaluate(() => {
        setTimeout(() => print(), 0)
      }),
  })),
  ...many(keys, ({ keys: pressed }) => ({
    kind: 'keys of a screenshot',
    rule: 'screenshot_key',
    level: 'browser',
    how: keys.map(({ said }) => said).join(', '),
    play: (tab) => chord(tab, pressed),
  })),
  ...many([...Object.values(translated), ...Object.values(translated)], (mutate) => ({
    kind: 'a translator',
    rule: 'translator',
    level: 'its events',
    how: 'the marks of three translators, put into the page',
    play: async ({ page }) => {
      await page.evaluate(mutate)
    },
  })),
  ...times(EACH, (i) => ({
    kind: 'a panel beside the page',
    rule: 'translator',
    level: 'browser',
    how: '160 to 500 points less inside the same window, as with tools of developers',
    play: async (tab) => {
      const beside = [
        { width: 1_000, height: 813 },
        { width: 1_280, height: 813 },
        { width: 1_440, height: 500 },
      ]
      await metrics(tab, beside[i % 3] ?? {})
    },
  })),
  ...times(EACH, () => ({
    kind: 'the same session elsewhere',
    rule: 'other_session',
    level: 'word of the recorder',
    how: 'the server gave its lease to another',
    play: says({ warnings: ['lease_taken'] }),
  })),
  ...times(EACH, (i) => ({
    kind: 'another camera',
    rule: 'camera_replaced',
    level: 'browser',
    how: 'the second and third of three fake cameras',
    play: ({ page }) =>
      page.evaluate((nth) => (globalThis as unknown as Staged).stage.takes('videoinput', nth), 1 + (i % 2)),
  })),
  ...times(EACH, (i) => ({
    kind: 'another microphone',
    rule: 'microphone_replaced',
    level: 'browser',
    how: 'the second and third of three fake microphones',
    play: ({ page }) =>
      page.evaluate((nth) => (globalThis as unknown as Staged).stage.takes('audioinput', nth), 1 + (i % 2)),
  })),
  ...many(programs, (name) => ({
    kind: 'a camera that is a program appears',
    rule: 'camera_program',
    level: 'its events',
    how: `devicechange with ${programs.length} names of such programs`,
    play: plugged('videoinput', name),
  })),
  ...many(guests, (name) => ({
    kind: 'a virtual machine by its graphics',
    rule: 'virtual_machine',
    level: 'its events',
    how: `${guests.length} names of drivers`,
    before: drawnBy(name),
    play: async () => {},
  })),
  ...many(cardless, (name) => ({
    kind: 'graphics without a card',
    rule: 'virtual_machine_weak',
    level: 'its events',
    how: `${cardless.length} names of drivers`,
    before: drawnBy(name),
    play: async () => {},
  })),
  ...times(Math.ceil(EACH / 2), () => ({
    kind: 'no link',
    rule: 'link_lost',
    level: 'browser',
    how: 'the browser without a network for three seconds, told when it is back',
    waitMs: 12_000,
    play: async ({ page }) => {
      await page.setOfflineMode(true)
      void pause(3_000).then(() => page.setOfflineMode(false).catch(() => {}))
    },
  })),
  ...times(EACH, () => ({
    kind: 'the recorder stands still on a good link',
    rule: 'recorder_stopped',
    level: 'word of the recorder',
    how: 'its phase is failed',
    play: says({ phase: 'failed' }),
  })),
  ...times(EACH, () => ({
    kind: 'the microphone is off',
    rule: 'microphone_off',
    level: 'word of the recorder',
    how: 'its track has ended',
    play: says({ microphone: 'lost' }),
  })),
]
