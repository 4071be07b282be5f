// How much fine detail a whole picture has, whatever its light. No face is looked for, nothing is normalised and nobody is scored (R1-7.2e).
import { edges, type Gray } from '../identity/sharpness.ts'

/** 0…1: the energy of the edges beside the contrast of the picture; null for a picture without any contrast, which may be sharp or not. */
export function sharpnessOf(gray: Gray): number | null {
  const { pixels } = gray
  let [sum, squares] = [0, 0]
  for (const one of pixels) {
    sum += one
    squares += one * one
  }
  const contrast = squares / pixels.length - (sum / pixels.length) ** 2
  return contrast < FLAT ? null : Math.min(1, Math.sqrt(edges(gray) / contrast))
}

/** Grey levels, squared: a covered camera or a dark room. */
const FLAT = 25
