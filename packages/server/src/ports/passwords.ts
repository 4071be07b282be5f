/** Staff passwords cost more to try (B-20). */
export type PasswordKind = 'staff' | 'pupil'

/** Hashing happens in a process of its own; `busy` when too many wait for it. */
export type Passwords = {
  readonly hash: (password: string, kind: PasswordKind) => Promise<string | 'busy'>
  /** With no hash it works as long as with one and says no (B-22). */
  readonly verify: (hash: string | null, password: string, kind: PasswordKind) => Promise<boolean | 'busy'>
  /** Made with weaker parameters than today's. */
  readonly outdated: (hash: string, kind: PasswordKind) => boolean
  /** On the offline list of known passwords. */
  readonly isCommon: (password: string) => boolean
}
