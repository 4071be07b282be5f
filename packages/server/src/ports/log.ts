/**
 * Logs are for operators: an event name and ids or numbers, never a name, an answer, a secret, an address of a person or media (P-43).
 * `error` means someone must get up; what heals by itself is `warn`.
 */
export type Log = {
  readonly debug: (event: string, facts?: Facts) => void
  readonly info: (event: string, facts?: Facts) => void
  readonly warn: (event: string, facts?: Facts) => void
  readonly error: (event: string, facts?: Facts, cause?: unknown) => void
}

export type Facts = Readonly<Record<string, string | number | boolean | null>>
