/** How full the disk of the recordings is, and what that permits (ING-34). */
export type DiskState = {
  readonly usedShare: number
  readonly freeBytes: number
  readonly alarm: boolean
  /** New recordings may begin. */
  readonly takesNew: boolean
  /** Writes of running exams are taken; false only when the reserve is used up as well. */
  readonly takesExams: boolean
}

export type Disk = {
  readonly state: () => DiskState
  readonly refresh: () => Promise<void>
  /** A reserve that is being written is given up. */
  readonly close: () => void
}
