// What a browser says of itself and of its devices, and what that hints at. All of it can be faked: a hint, never a proof (I-11).

/** Names that virtual cameras give themselves, as they were met; a camera of another name may be one too. */
const virtualCameras = [
  'obs virtual',
  'obs-camera',
  'virtual camera',
  'virtual cam',
  'virtualcam',
  'manycam',
  'xsplit',
  'snap camera',
  'droidcam',
  'iriun',
  'epoccam',
  'splitcam',
  'youcam',
  'camtwist',
  'mmhmm',
  'v4l2loopback',
  'dummy video',
  'fake_device',
  'виртуальная камера',
]

export const isVirtualCamera = (label: string): boolean => {
  const name = label.toLowerCase()
  return virtualCameras.some((one) => name.includes(one))
}

/** What a graphics card calls itself inside a virtual machine. SwiftShader alone is a machine without a card, not a virtual one. */
const virtualCards = [
  'llvmpipe',
  'virtualbox',
  'vmware',
  'svga3d',
  'parallels',
  'qemu',
  'virgl',
  'virtio',
  'hyper-v',
  'microsoft basic render',
]

export const isVirtualMachine = (renderer: string | null, deviceLabels: readonly string[]): boolean => {
  const said = [renderer ?? '', ...deviceLabels].map((one) => one.toLowerCase())
  return said.some((one) => virtualCards.some((card) => one.includes(card)))
}

export type PageLanguage = {
  readonly lang: string
  readonly classes: readonly string[]
  /** Elements that translators of browsers put in: `font` within `font`, frames of their own. */
  readonly foreign: number
}

/** A page that was translated wears the marks of its translator (R3-6.6.4). */
export const isTranslated = (before: PageLanguage, now: PageLanguage): boolean =>
  now.classes.some((name) => name.startsWith('translated-')) ||
  now.foreign > before.foreign ||
  (now.lang !== before.lang && now.foreign > 0)

export type WindowSizes = {
  readonly outerWidth: number
  readonly outerHeight: number
  readonly innerWidth: number
  readonly innerHeight: number
  readonly pixelRatio: number
}

/** Pixels that a panel takes at least: the tools of developers, a side panel with a translator or an assistant. */
const PANEL = 150

/** A panel took a part of the window away, and the zoom is the same (R3-6.6.4). */
export function panelOpened(before: WindowSizes, now: WindowSizes): boolean {
  if (before.pixelRatio !== now.pixelRatio) return false
  const taken = (sizes: WindowSizes, side: 'Width' | 'Height') =>
    sizes[`outer${side}`] - sizes[`inner${side}`]
  return (
    taken(now, 'Width') - taken(before, 'Width') >= PANEL ||
    taken(now, 'Height') - taken(before, 'Height') >= PANEL
  )
}

export type PressedKey = {
  readonly key: string
  readonly shift: boolean
  readonly meta: boolean
  readonly ctrl: boolean
}

/** Keys that take a picture of the screen, where a browser is told of them at all (R3-6.9.2). */
export const takesScreenshot = ({ key, shift, meta, ctrl }: PressedKey): boolean => {
  const pressed = key.toLowerCase()
  if (pressed === 'printscreen') return true
  if (meta && shift) return ['3', '4', '5', 's', 'ы'].includes(pressed)
  return ctrl && shift && (pressed === 's' || pressed === 'ы')
}

/** Printing and saving the page: the questions leave the exam. */
export const takesPageAway = ({ key, meta, ctrl }: PressedKey): boolean =>
  (meta || ctrl) && ['p', 'з', 's', 'ы'].includes(key.toLowerCase())
