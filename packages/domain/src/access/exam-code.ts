// B-28: ten characters of base32 carry fifty bits; nobody mistakes them for one another when they are read aloud.
import { type Instant, isBefore, minutes } from '../time.ts'

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'
const SIGNS = 10
export const CODE_BYTES = SIGNS
export const CODE_LASTS = minutes(15)
/** People come before the beginning: the briefing and the check of the machine stand before the door. */
const CODE_AHEAD = minutes(60)

export const tooEarlyForCode = (opensAt: Instant, now: Instant): boolean =>
  isBefore(now.add(CODE_AHEAD), opensAt)

/** Five bits of each byte. */
export function examCode(random: Uint8Array): string {
  if (random.length !== CODE_BYTES) throw new Error(`a code needs ${CODE_BYTES} random bytes`)
  return [...random].map((byte) => ALPHABET[byte & 31]).join('')
}

/** As it is shown: two halves in capitals. */
export const shownCode = (code: string): string =>
  `${code.slice(0, SIGNS / 2)}-${code.slice(SIGNS / 2)}`.toUpperCase()

/** A nought is the letter O, which the alphabet has; null: no code. */
export function typedCode(text: string): string | null {
  const plain = text
    .replace(/[\s\-–—]/g, '')
    .replaceAll('0', 'o')
    .toLowerCase()
  return plain.length === SIGNS && [...plain].every((sign) => ALPHABET.includes(sign)) ? plain : null
}
