// A face as networks find it: skin with a light on it, eyes that move, a nose that sticks out, a mouth that opens.
import { brushOn, type Canvas, rgba, WHITE } from './brush.ts'
import type { Scene, Tone } from './scene.ts'

export type Head = Pick<
  Scene,
  'tone' | 'hair' | 'clothes' | 'yaw' | 'pitch' | 'across' | 'down' | 'blink' | 'mouth' | 'glasses'
>

/** Around its own middle, 236 wide and 316 high. */
export function drawHead(canvas: Canvas, head: Head): void {
  const { shape, oval, soft, line } = brushOn(canvas)
  const { tone, hair } = head
  const [w, h] = [118, 158]
  const turn = (head.yaw * Math.PI) / 180
  const nod = (head.pitch * Math.PI) / 180
  const squeeze = Math.cos(turn)
  /** What lies nearer to the camera moves further: x and y on the face, depth in its widths. */
  const at = (x: number, y: number, depth: number): readonly [number, number] => [
    x * squeeze + Math.sin(turn) * depth * w,
    y * Math.cos(nod) - Math.sin(nod) * depth * h * 1.15,
  ]
  oval(hair, 0, -35, w + 16, h - 5)
  for (const side of [-1, 1])
    oval(rgba(tone, 0.8), side * (w - 2) * squeeze - Math.sin(turn) * 22, 5 + Math.sin(nod) * 20, 14, 30)
  const skin = canvas.createRadialGradient(-15 + Math.sin(turn) * 40, -20, 20, 0, 0, 175)
  for (const [part, light] of [
    [0, 1.06],
    [0.55, 0.97],
    [0.85, 0.75],
    [1, 0.6],
  ] as const)
    skin.addColorStop(part, rgba(tone, light))
  canvas.fillStyle = skin
  canvas.beginPath()
  canvas.moveTo(-w, -40)
  canvas.bezierCurveTo(-w, 60, -w * 0.75, h * 0.75, -35, h * 0.97)
  canvas.quadraticCurveTo(0, h * 1.05, 35, h * 0.97)
  canvas.bezierCurveTo(w * 0.75, h * 0.75, w, 60, w, -40)
  canvas.bezierCurveTo(w, -h * 1.05, -w, -h * 1.05, -w, -40)
  canvas.fill()
  const brow = Math.sin(nod) * 95
  shape(hair, () => {
    canvas.moveTo(-w - 4, -30)
    canvas.bezierCurveTo(-w, -190, w, -190, w + 4, -30)
    canvas.bezierCurveTo(w - 10, -95 + brow, 40, -108 + brow, -10, -104 + brow)
    canvas.bezierCurveTo(-60, -100 + brow, -w + 8, -80 + brow, -w - 4, -30)
  })
  for (const side of [-1, 1]) {
    soft(tone, 0.72, 0.6, ...at(side * 48, -22, 0.72), 40, 24)
    soft([220, 90, 80], 1, 0.14, ...at(side * 62, 45, 0.7), 32, 22)
    soft(tone, 0.6, 0.45, ...at(side * 98, 60, 0.3), 26, 66)
  }
  soft(tone, 0.75, 0.5, ...at(0, h * 0.9, 0.6), 46, 18)
  for (const side of [-1, 1]) {
    const [ex, ey] = at(side * 48, -18, 0.75)
    const open = 1 - head.blink
    const [lid, low] = [19 * open - 4 * head.blink, 13]
    const reach = 25 * squeeze
    shape('#2a1d16', () => {
      canvas.moveTo(ex - side * 30 * squeeze, ey - 24)
      canvas.quadraticCurveTo(ex + side * 2, ey - 44, ex + side * 34 * squeeze, ey - 22)
      canvas.quadraticCurveTo(ex + side * 2, ey - 34, ex - side * 30 * squeeze, ey - 16)
    })
    if (open > 0.15) {
      canvas.save()
      canvas.beginPath()
      canvas.moveTo(ex - reach, ey + 2)
      canvas.quadraticCurveTo(ex, ey - lid, ex + reach, ey + 1)
      canvas.quadraticCurveTo(ex, ey + low, ex - reach, ey + 2)
      canvas.fillStyle = '#e9e4dd'
      canvas.fill()
      canvas.clip()
      const [ix, iy] = [ex + head.across * 14, ey - 1 + head.down * 6]
      oval('#4a3322', ix, iy, 10.5, 10.5)
      oval('#0c0806', ix, iy, 5, 5)
      oval('#fff', ix - 3, iy - 4, 2, 2)
      canvas.fillStyle = 'rgba(20,10,5,.35)'
      canvas.fillRect(ex - 26, ey - 18, 52, 8)
      canvas.restore()
    }
    line('#1c120c', 3.2, () => {
      canvas.moveTo(ex - reach - 1, ey + 2)
      canvas.quadraticCurveTo(ex, ey - lid, ex + reach + 1, ey + 1)
    })
    line(rgba(tone, 0.6, 0.7), 1.6, () => {
      canvas.moveTo(ex - reach, ey + 4)
      canvas.quadraticCurveTo(ex, ey + 16, ex + reach, ey + 3)
      canvas.moveTo(ex - reach, ey - 8)
      canvas.quadraticCurveTo(ex, ey - 27, ex + reach, ey - 8)
    })
    if (head.glasses !== 'none') {
      if (head.glasses === 'dark') oval('#0d0d10', ex, ey + 2, 40 * squeeze, 29)
      else oval('rgba(225,235,245,.10)', ex, ey + 2, 40 * squeeze, 29)
      line('#1d1a18', 4, () => canvas.ellipse(ex, ey + 2, 40 * squeeze, 29, 0, 0, 7))
    }
  }
  const [bridgeX, bridgeY] = at(0, -18, 0.95)
  if (head.glasses !== 'none')
    line('#1d1a18', 4, () => {
      canvas.moveTo(bridgeX - 10, bridgeY)
      canvas.lineTo(bridgeX + 10, bridgeY)
    })
  soft(tone, 0.7, 0.5, ...at(-16, 12, 0.95), 9, 42)
  soft(WHITE, 1, 0.22, ...at(3, 10, 1.05), 9, 44)
  soft(tone, 0.7, 0.6, ...at(0, 54, 1.1), 28, 14)
  soft(WHITE, 1, 0.18, ...at(0, 42, 1.2), 16, 12)
  for (const side of [-1, 1]) {
    const [nx, ny] = at(side * 11, 55, 1.1)
    oval(rgba(tone, 0.32, 0.85), nx, ny, 6.5, 3.4, side * 0.3)
    const [wx, wy] = at(side * 19, 49, 1.02)
    line(rgba(tone, 0.62, 0.8), 2, () => canvas.arc(wx, wy, 9, side > 0 ? -1 : 2, side > 0 ? 1.2 : 4.2))
  }
  const [mx, my] = at(0, 92, 0.85)
  const half = 42 * squeeze
  const [red, green, blue] = tone
  const lips: Tone = [red * 0.72, green * 0.48, blue * 0.5]
  shape(rgba(lips, 1), () => {
    canvas.moveTo(mx - half, my)
    canvas.quadraticCurveTo(mx - 14, my - 12, mx, my - 7)
    canvas.quadraticCurveTo(mx + 14, my - 12, mx + half, my)
    canvas.quadraticCurveTo(mx, my + 26 + head.mouth * 34, mx - half, my)
  })
  if (head.mouth > 0.05) oval('#3a1512', mx, my + 4 + head.mouth * 8, half * 0.72, 2 + head.mouth * 13)
  else
    line(rgba(tone, 0.3, 0.9), 2.5, () => {
      canvas.moveTo(mx - half, my)
      canvas.quadraticCurveTo(mx, my + 6, mx + half, my)
    })
  soft(tone, 0.65, 0.5, ...at(0, 124, 0.8), 30, 9)
  soft(tone, 0.75, 0.5, ...at(0, 70, 1), 7, 12)
}
