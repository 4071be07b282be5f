// How light a skin is, as dermatology says it: the individual typology angle of its mean colour in CIE L*a*b*.
import type { Tone } from './scene.ts'

const linear = (value: number) => {
  const part = value / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}
const root = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27) * (t / 116) + 16 / 116)

/** Degrees: over 55 very light, under −30 dark (Chardon 1991; six bands). */
export function typologyAngle([red, green, blue]: Tone): number {
  const [r, g, b] = [linear(red), linear(green), linear(blue)]
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b
  const z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.0888
  const lightness = 116 * root(y) - 16
  const yellow = 200 * (root(y) - root(z))
  return (Math.atan2(lightness - 50, yellow) * 180) / Math.PI
}

export const toneBands = ['very light', 'light', 'intermediate', 'tan', 'brown', 'dark'] as const
export type ToneBand = (typeof toneBands)[number]

export const bandOf = (angle: number): ToneBand =>
  angle > 55
    ? 'very light'
    : angle > 41
      ? 'light'
      : angle > 28
        ? 'intermediate'
        : angle > 10
          ? 'tan'
          : angle > -30
            ? 'brown'
            : 'dark'
