import { type Canvas, HEIGHT, WIDTH } from './brush.ts'
import type { Scene } from './scene.ts'

export function drawRoom(canvas: Canvas, scene: Scene): void {
  const wall = canvas.createLinearGradient(0, 0, WIDTH, 300)
  wall.addColorStop(0, scene.room === 2 ? '#a9b0b3' : '#b9b3a6')
  wall.addColorStop(1, scene.room === 3 ? '#8b9a80' : '#8f8a80')
  canvas.fillStyle = wall
  canvas.fillRect(0, 0, WIDTH, HEIGHT)
  canvas.fillStyle = '#7a6f60'
  canvas.fillRect(0, 400, WIDTH, 80)
  if (scene.room === 1)
    for (const top of [60, 150]) {
      canvas.fillStyle = '#6f5f4a'
      canvas.fillRect(40, top + 62, 140, 10)
      for (let i = 0; i < 10; i++) {
        canvas.fillStyle = ['#7b3f3f', '#3f5f7b', '#5d7b3f', '#7b6a3f'][i % 4] as string
        canvas.fillRect(46 + i * 13, top + (i % 3) * 5, 10, 62 - (i % 3) * 5)
      }
    }
  if (scene.room === 2) {
    canvas.fillStyle = '#dfe8ee'
    canvas.fillRect(440, 30, 170, 210)
    canvas.fillStyle = '#f4f4f0'
    canvas.fillRect(520, 30, 8, 210)
  }
  if (scene.room === 3) {
    canvas.fillStyle = '#d9d2b8'
    canvas.fillRect(60, 40, 120, 170)
    canvas.fillStyle = '#58788f'
    canvas.fillRect(75, 60, 90, 60)
  }
  if (scene.window > 0) {
    canvas.fillStyle = `rgba(255,255,255,${scene.window * 0.92})`
    canvas.fillRect(0, 0, WIDTH, HEIGHT)
  }
}
