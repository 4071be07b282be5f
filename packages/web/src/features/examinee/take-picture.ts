// Frames of the camera as pictures. What is blacked out is blacked out in the pixels, before there is a file.
import { type Band, blackOut, outside } from '@ochno/domain/identity/mask'
import { type Clarity, clarityOf, grayOf } from '@ochno/domain/identity/sharpness'

/** Enough to read a name; a webcam seldom gives more. */
const WIDEST = 1280
const QUALITY = 0.86

export function grab(video: HTMLVideoElement, widest = WIDEST): ImageData | null {
  const { videoWidth, videoHeight } = video
  if (videoWidth === 0 || videoHeight === 0) return null
  const scale = Math.min(1, widest / videoWidth)
  const [width, height] = [Math.round(videoWidth * scale), Math.round(videoHeight * scale)]
  const context = canvasOf(width, height).getContext('2d', { willReadFrequently: true })
  context?.drawImage(video, 0, 0, width, height)
  return context?.getImageData(0, 0, width, height) ?? null
}

export function canvasOf(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return canvas
}

export function clarityOfFrame({ data, width, height }: ImageData): Clarity {
  return clarityOf(grayOf(data, width, height))
}

/** A copy with the bands, and everything beside the document, black. */
export function masked(frame: ImageData, bands: readonly Band[]): ImageData {
  const copy = new ImageData(new Uint8ClampedArray(frame.data), frame.width, frame.height)
  blackOut(copy.data, copy.width, copy.height, [...outside, ...bands])
  return copy
}

export async function jpegOf(frame: ImageData, quality = QUALITY): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = canvasOf(frame.width, frame.height)
  canvas.getContext('2d')?.putImageData(frame, 0, 0)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
  if (!blob) throw new Error('the browser makes no JPEG')
  return new Uint8Array(await blob.arrayBuffer())
}
