export type Peer = {
  readonly name: string
  readonly origin: string
  /** Roots of the process trees whose CPU counts. */
  readonly pids: () => readonly number[]
  readonly close: () => Promise<void>
}
