// A scene on a canvas: room, person, what is held, light, and the noise of a camera.
import { brushOn, type Canvas, HEIGHT, rgba, WIDTH } from './brush.ts'
import { drawHead, type Head } from './draw-head.ts'
import { drawRoom } from './draw-room.ts'
import { type Scene, sitting } from './scene.ts'

type Placed = { readonly x: number; readonly y: number; readonly size: number; readonly roll: number }

function drawPerson(canvas: Canvas, person: Head, { x, y, size, roll }: Placed): void {
  const { shape } = brushOn(canvas)
  canvas.save()
  canvas.translate(x, y)
  canvas.scale(size, size)
  shape(person.clothes, () => {
    canvas.moveTo(-260, 500)
    canvas.quadraticCurveTo(-225, 175, -70, 152)
    canvas.lineTo(70, 152)
    canvas.quadraticCurveTo(225, 175, 260, 500)
  })
  const neck = canvas.createLinearGradient(-55, 0, 55, 0)
  neck.addColorStop(0, rgba(person.tone, 0.6))
  neck.addColorStop(0.5, rgba(person.tone, 0.8))
  neck.addColorStop(1, rgba(person.tone, 0.55))
  canvas.fillStyle = neck
  canvas.beginPath()
  canvas.moveTo(-52, 95)
  canvas.lineTo(-62, 165)
  canvas.quadraticCurveTo(0, 205, 62, 165)
  canvas.lineTo(52, 95)
  canvas.fill()
  canvas.rotate((roll * Math.PI) / 180)
  drawHead(canvas, person)
  canvas.restore()
}

function drawHeld(canvas: Canvas, scene: Scene, { what, x, y }: NonNullable<Scene['held']>): void {
  const { shape, oval, line } = brushOn(canvas)
  canvas.save()
  canvas.translate(scene.x + x * scene.size, scene.y + y * scene.size)
  canvas.scale(scene.size, scene.size)
  line(scene.clothes, 70, () => {
    canvas.moveTo(40, 70)
    canvas.lineTo(90, 420)
  })
  if (what === 'cup') {
    shape('#d9e2e6', () => canvas.roundRect(-38, -42, 76, 92, 12))
    shape('rgba(90,110,120,.35)', () => canvas.roundRect(14, -42, 24, 92, 12))
    oval('#eef3f5', 0, -42, 38, 9)
  }
  oval(rgba(scene.tone, 0.88), 26, 30, 40, 46, 0.25)
  for (let i = 0; i < 4; i++) oval(rgba(scene.tone, 0.97 - i * 0.03), -20 + i * 3, -22 + i * 20, 36, 10, 0.12)
  canvas.restore()
}

/** Somebody else, who looks into the camera. */
const other = {
  tone: [214, 170, 138],
  hair: '#6b4a2b',
  clothes: '#6b3b3b',
  yaw: 0,
  pitch: 0,
  across: 0,
  down: 0,
  blink: 0,
  mouth: 0,
  glasses: 'none',
} as const satisfies Head

/** A photograph that sways as a head does; what it leaves free at the edges is itself again. */
function drawPhoto(canvas: Canvas, photo: ImageBitmap, { x, y, size, roll }: Scene): void {
  canvas.drawImage(photo, 0, 0, WIDTH, HEIGHT)
  canvas.save()
  canvas.translate(x - sitting.x + WIDTH / 2, y - sitting.y + HEIGHT / 2)
  canvas.rotate((roll * Math.PI) / 180)
  canvas.scale(size / sitting.size, size / sitting.size)
  canvas.drawImage(photo, -WIDTH / 2, -HEIGHT / 2, WIDTH, HEIGHT)
  canvas.restore()
}

export function drawScene(canvas: Canvas, scene: Scene, photos: readonly ImageBitmap[] = []): void {
  const photo = scene.photo === null ? undefined : photos[scene.photo]
  canvas.setTransform(1, 0, 0, 1, 0, 0)
  canvas.globalAlpha = 1
  canvas.globalCompositeOperation = 'source-over'
  if (photo) drawPhoto(canvas, photo, scene)
  else drawRoom(canvas, scene)
  if (scene.second) drawPerson(canvas, other, { ...scene.second, roll: 0 })
  if (scene.present) {
    if (!photo) drawPerson(canvas, scene, scene)
    if (scene.held) drawHeld(canvas, scene, scene.held)
  }
  drawLight(canvas, scene)
  drawCamera(canvas, scene)
}

function drawLight(canvas: Canvas, scene: Scene): void {
  if (scene.lamp !== 0) {
    const lamp = canvas.createLinearGradient(scene.x - 190, 0, scene.x + 190, 0)
    const dark = `rgba(0,0,0,${Math.abs(scene.lamp) * 0.7})`
    lamp.addColorStop(scene.lamp < 0 ? 0.35 : 0, scene.lamp < 0 ? 'rgba(0,0,0,0)' : dark)
    lamp.addColorStop(scene.lamp < 0 ? 1 : 0.65, scene.lamp < 0 ? dark : 'rgba(0,0,0,0)')
    canvas.fillStyle = lamp
    canvas.fillRect(0, 0, WIDTH, HEIGHT)
  }
  if (scene.window > 0 && scene.present) {
    canvas.globalCompositeOperation = 'multiply'
    const shade = canvas.createRadialGradient(scene.x, scene.y, 60, scene.x, scene.y, 200 * scene.size)
    const level = Math.round(255 * (1 - scene.window * 0.8))
    shade.addColorStop(0, `rgb(${level},${level},${level})`)
    shade.addColorStop(0.75, `rgb(${level},${level},${level})`)
    shade.addColorStop(1, '#fff')
    canvas.fillStyle = shade
    canvas.fillRect(0, 0, WIDTH, HEIGHT)
    canvas.globalCompositeOperation = 'source-over'
  }
  if (scene.light !== 1) {
    canvas.globalCompositeOperation = scene.light < 1 ? 'multiply' : 'color-dodge'
    const level = Math.round(scene.light < 1 ? 255 * scene.light : 255 * (1 - 1 / scene.light))
    canvas.fillStyle = `rgb(${level},${level},${level})`
    canvas.fillRect(0, 0, WIDTH, HEIGHT)
    canvas.globalCompositeOperation = 'source-over'
  }
}

function drawCamera(canvas: Canvas, scene: Scene): void {
  if (scene.covered) {
    canvas.fillStyle = '#0e0d0c'
    canvas.fillRect(0, 0, WIDTH, HEIGHT)
  }
  if (scene.blur > 0) {
    canvas.filter = `blur(${scene.blur}px)`
    canvas.drawImage(canvas.canvas, 0, 0)
    canvas.filter = 'none'
  }
  if (scene.noise > 0) {
    const picture = canvas.getImageData(0, 0, WIDTH, HEIGHT)
    const { data } = picture
    const strength = scene.noise * (scene.covered ? 0.25 : 1)
    let state = Math.imul(scene.seed, 0x9e3779b1) | 1
    for (let i = 0; i < data.length; i += 4) {
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      const more = ((state & 0xff) / 255 - 0.5) * 2 * strength
      data[i] = (data[i] as number) + more
      data[i + 1] = (data[i + 1] as number) + more
      data[i + 2] = (data[i + 2] as number) + more
    }
    canvas.putImageData(picture, 0, 0)
  }
}
