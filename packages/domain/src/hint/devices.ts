// What changed at the computer while the exam ran: devices by the names the browser gives them, the monitor by its size. Weak signs all.

export type Devices = {
  /** Labels of what records now; null: unnamed or off. */
  readonly camera: string | null
  readonly microphone: string | null
  /** Labels of every camera that is plugged in. */
  readonly cameras: readonly string[]
  readonly screen: { readonly width: number; readonly height: number; readonly pixelRatio: number }
}

export type DeviceChanges = {
  /** The label of what came in its place. */
  readonly camera?: string
  readonly microphone?: string
  /** A camera that is a program by its name, and was not there before. */
  readonly program?: string
  readonly monitor?: true
}

/** Programs that offer a picture as if it were a camera's, by the names they give it. */
const programs =
  /\b(obs|virtual|manycam|splitcam|xsplit|snap camera|droidcam|iriun|epoccam|e2esoft|vcam|webcamoid|camtwist|youcam|altercam|sparkocam|chromacam|mmhmm|ndi|nvidia broadcast|akvcam|v4l2loopback|dummy video)\b/i

export const isVirtualCamera = (label: string): boolean => programs.test(label)

const replaced = (before: string | null, now: string | null): string | null =>
  before !== null && now !== null && before !== now ? now : null

/** A turned monitor is the same one, and a zoom that changes all sizes changes the pixels' ratio too. */
function isOther(before: Devices['screen'], now: Devices['screen']): boolean {
  if (before.pixelRatio !== now.pixelRatio) return false
  const sides = ({ width, height }: Devices['screen']) => [width, height].toSorted((a, b) => a - b).join()
  return sides(before) !== sides(now)
}

/** A device that was only plugged in, or went, is no sign of anything and makes nothing. */
export function changesOf(before: Devices, now: Devices): DeviceChanges {
  const camera = replaced(before.camera, now.camera)
  const microphone = replaced(before.microphone, now.microphone)
  const program = now.cameras.find((label) => isVirtualCamera(label) && !before.cameras.includes(label))
  return {
    ...(camera !== null && { camera }),
    ...(microphone !== null && { microphone }),
    ...(program !== undefined && { program }),
    ...(isOther(before.screen, now.screen) && { monitor: true as const }),
  }
}

export type MachineSeen = { readonly renderer: string | null; readonly screen: Devices['screen'] }

/** Graphics that only a virtual machine has. */
const virtualGraphics =
  /vmware|svga3d|virtualbox|vbox|parallels|virgl|virtio|qxl|hyper-v|bochs|red hat|citrix|remotefx/i
/** Graphics without a card: so draws a guest without one, and so draws an old or a broken computer. */
const softwareGraphics = /llvmpipe|softpipe|basic render/i

/**
 * `plain`: named by its graphics. `weak`: drawn without a card, or a screen of an odd number of points, as a guest in a window has.
 * A browser's own software drawing (SwiftShader) and a computer without a battery say nothing.
 */
export function virtualSigns({ renderer, screen }: MachineSeen): { plain: boolean; weak: boolean } {
  const plain = renderer !== null && virtualGraphics.test(renderer)
  const odd = screen.pixelRatio === 1 && (screen.width % 2 === 1 || screen.height % 2 === 1)
  return { plain, weak: !plain && (odd || (renderer !== null && softwareGraphics.test(renderer))) }
}
