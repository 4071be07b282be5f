// Everything that reads pixels: resize, rotate and cut by the 2D canvas, one small canvas for each size.
import type { Box } from './boxes.ts'

export type Picture = ImageBitmap | OffscreenCanvas
/** A square of the picture, turned by `angle`, in the picture's pixels. */
export type Region = {
  readonly cx: number
  readonly cy: number
  readonly size: number
  readonly angle: number
}
export type Pixels = Uint8ClampedArray

const whole: Box = { x: 0, y: 0, width: 1, height: 1 }

const canvases = new Map<string, OffscreenCanvasRenderingContext2D>()
function canvasOf(width: number, height: number, use: string): OffscreenCanvasRenderingContext2D {
  const key = `${width}x${height} ${use}`
  const known = canvases.get(key)
  if (known) return known
  const made = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!made) throw new Error('no 2D canvas')
  made.imageSmoothingQuality = 'medium'
  canvases.set(key, made)
  return made
}

/** The whole picture in a square, black above and below. */
export function letterbox(picture: Picture, side: number) {
  const canvas = canvasOf(side, side, 'box')
  const { width, height } = picture
  const scale = side / Math.max(width, height)
  const left = (side - width * scale) / 2
  const top = (side - height * scale) / 2
  canvas.fillStyle = '#000'
  canvas.fillRect(0, 0, side, side)
  canvas.drawImage(picture, left, top, width * scale, height * scale)
  return { pixels: canvas.getImageData(0, 0, side, side).data, scale, left, top }
}

/** `part`: of the picture, in parts of its width and height. */
export function stretched(picture: Picture, width: number, height: number, part: Box = whole): Pixels {
  const canvas = canvasOf(width, height, 'whole')
  const [across, down] = [picture.width, picture.height]
  canvas.drawImage(
    picture,
    part.x * across,
    part.y * down,
    part.width * across,
    part.height * down,
    0,
    0,
    width,
    height,
  )
  return canvas.getImageData(0, 0, width, height).data
}

export function cut(picture: Picture, { cx, cy, size, angle }: Region, side: number): Pixels {
  const canvas = canvasOf(side, side, 'cut')
  const scale = side / size
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  canvas.setTransform(1, 0, 0, 1, 0, 0)
  canvas.fillStyle = '#000'
  canvas.fillRect(0, 0, side, side)
  canvas.setTransform(
    scale * cos,
    -scale * sin,
    scale * sin,
    scale * cos,
    side / 2 - scale * (cos * cx + sin * cy),
    side / 2 - scale * (-sin * cx + cos * cy),
  )
  canvas.drawImage(picture, 0, 0)
  return canvas.getImageData(0, 0, side, side).data
}

let frames: OffscreenCanvasRenderingContext2D | null = null
let copies = true
let buffer = new Uint8ClampedArray(0)

/** A camera's frame as a canvas that is used again: drawing the frame itself would hold its shared memory until the collector comes. */
export async function onCanvas(frame: VideoFrame): Promise<OffscreenCanvas> {
  const { displayWidth: width, displayHeight: height } = frame
  if (frames?.canvas.width !== width || frames.canvas.height !== height)
    frames = canvasOf(width, height, 'frame')
  if (copies)
    try {
      if (buffer.length !== width * height * 4) buffer = new Uint8ClampedArray(width * height * 4)
      await frame.copyTo(buffer, { format: 'RGBA' } as VideoFrameCopyToOptions)
      frames.putImageData(new ImageData(buffer, width, height), 0, 0)
      return frames.canvas
    } catch {
      // Before Chrome 127 frames give only their own format.
      copies = false
    }
  frames.drawImage(frame, 0, 0, width, height)
  return frames.canvas
}
