// Strokes of a drawn person: what a canvas says in five words, said in one.
import type { Tone } from './scene.ts'

export type Canvas = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D
export const WIDTH = 640
export const HEIGHT = 480
export const WHITE: Tone = [255, 255, 255]

export const rgba = (tone: Tone, part: number, alpha = 1) =>
  `rgba(${tone.map((value) => Math.round(Math.min(255, value * part))).join(',')},${alpha})`

export function brushOn(canvas: Canvas) {
  const shape = (fill: string, path: () => void) => {
    canvas.fillStyle = fill
    canvas.beginPath()
    path()
    canvas.fill()
  }
  const oval = (fill: string, x: number, y: number, width: number, height: number, turn = 0) =>
    shape(fill, () => canvas.ellipse(x, y, width, height, turn, 0, 7))
  /** A spot without an edge. */
  const soft = (
    tone: Tone,
    part: number,
    alpha: number,
    x: number,
    y: number,
    width: number,
    height: number,
  ) => {
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(width, height)
    const spot = canvas.createRadialGradient(0, 0, 0, 0, 0, 1.25)
    spot.addColorStop(0, rgba(tone, part, alpha))
    spot.addColorStop(0.6, rgba(tone, part, alpha * 0.6))
    spot.addColorStop(1, rgba(tone, part, 0))
    canvas.fillStyle = spot
    canvas.fillRect(-1.3, -1.3, 2.6, 2.6)
    canvas.restore()
  }
  const line = (colour: string, width: number, path: () => void) => {
    canvas.strokeStyle = colour
    canvas.lineWidth = width
    canvas.beginPath()
    path()
    canvas.stroke()
  }
  return { shape, oval, soft, line }
}
