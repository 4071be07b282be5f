import { expect, test } from 'vitest'
import { anchors, apart, FACE_SIDE, faceBoxes } from './boxes.ts'

const whole = { scale: 1, left: 0, top: 0 }

test('the network answers for 896 places within its picture', () => {
  expect(anchors).toHaveLength(896)
  for (const [x, y] of anchors) {
    expect(Math.min(x, y)).toBeGreaterThan(0)
    expect(Math.max(x, y)).toBeLessThan(FACE_SIDE)
  }
})

test('a face is where its anchor and its numbers say, in the pixels of the picture', () => {
  const scores = new Float32Array(896).fill(-20)
  const rows = new Float32Array(896 * 16)
  scores[0] = 4
  rows.set([10, 20, 40, 60], 0)
  const [face, ...more] = faceBoxes(scores, rows, { scale: 0.4, left: 0, top: 32 }, 0.5)
  expect(more).toEqual([])
  // Its anchor is at 8, 8.
  expect(face).toMatchObject({ x: (18 - 20) / 0.4, y: (28 - 32 - 30) / 0.4, width: 100, height: 150 })
  expect(faceBoxes(scores, rows, whole, 0.99)).toEqual([])
})

test('of boxes on each other the surest stays, boxes side by side both do', () => {
  const box = (x: number, score: number, width = 100) => ({ x, y: 0, width, height: 100, score })
  expect(apart([box(0, 0.6), box(10, 0.9), box(300, 0.7)], 0.3).map(({ x }) => x)).toEqual([10, 300])
  // A small one within a large one is the same face seen twice.
  expect(apart([box(0, 0.9), { ...box(20, 0.5, 30), height: 30 }], 0.3)).toHaveLength(1)
})
