declare const brand: unique symbol

/** `ses_…` and `acc_…` are not interchangeable. The random part is 128 bits in lower-case base32 (T-34). */
export type Id<Tag extends string> = `${Tag}_${string}` & { readonly [brand]: Tag }

export type TenantId = Id<'ten'>
export type AccountId = Id<'acc'>
export type ExamId = Id<'exm'>
export type SessionId = Id<'ses'>
export type ActId = Id<'act'>
export type PeriodId = Id<'prd'>
export type CheckId = Id<'chk'>
export type SlotId = Id<'slt'>
export type NoticeId = Id<'ntc'>
export type TicketId = Id<'tkt'>
export type GroupId = Id<'grp'>
export type ReviewId = Id<'rvw'>

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'

/** 26 characters carry 130 bits; the two lowest are zero. */
export function idFrom<Tag extends string>(tag: Tag, random: Uint8Array): Id<Tag> {
  if (random.length !== 16) throw new Error('an id needs 16 random bytes')
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of random) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET[(held >>> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  text += ALPHABET[(held << (5 - bits)) & 31]
  return `${tag}_${text}` as Id<Tag>
}

export function isId<Tag extends string>(tag: Tag, value: unknown): value is Id<Tag> {
  return typeof value === 'string' && value.startsWith(`${tag}_`) && /^[a-z]+_[a-z2-7]{26}$/.test(value)
}
