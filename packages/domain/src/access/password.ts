// B-24: length, known passwords, words that belong to the person. No composition rules, no periodic change.

export const MINIMUM = { staff: 12, pupil: 8 } as const
const MAXIMUM = 128

export type PasswordRefusal = 'password_short' | 'password_long' | 'password_common' | 'password_personal'

const fold = (text: string): string => text.normalize('NFKC').toLowerCase()
const lettersAndDigits = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '')

/** Login, parts of names, words of the institution's name and the product's. */
const contextWords = (about: readonly string[]): string[] =>
  [...about, 'ochno', 'очно']
    .flatMap((text) => [lettersAndDigits(text), ...fold(text).split(/[^\p{L}\p{N}]+/u)])
    .filter((word) => word.length >= 4)

/** One short run over and over: `abababab`, `11111111`, `qwerqwer`. */
const isRepeated = (text: string): boolean => /^(.{1,4})\1+$/u.test(text)

const isSequence = (text: string): boolean => {
  const codes = [...text].map((letter) => letter.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, i) => code - (codes[i] ?? 0))
  return steps.length > 0 && (steps.every((step) => step === 1) || steps.every((step) => step === -1))
}

export function judgePassword(
  password: string,
  kind: keyof typeof MINIMUM,
  about: readonly string[],
  isCommon: (password: string) => boolean,
): PasswordRefusal | null {
  const length = [...password].length
  if (length < MINIMUM[kind]) return 'password_short'
  if (length > MAXIMUM) return 'password_long'
  const folded = fold(password)
  // A known password with a year or an exclamation mark behind it is still known.
  const core = folded.replace(/[\d\p{P}\p{S}]{1,4}$/u, '')
  if (isRepeated(folded) || isSequence(folded) || isCommon(folded) || (core.length >= 6 && isCommon(core)))
    return 'password_common'
  const left = contextWords(about)
    .sort((a, b) => b.length - a.length)
    .reduce((text, word) => text.replaceAll(word, ''), lettersAndDigits(password))
  return left.length < MINIMUM[kind] / 2 && left.length < length / 2 ? 'password_personal' : null
}
