import { Temporal } from '../time.ts'

/** security.md 5.6: for so long after the end a proctor sees the recording of a session of theirs. */
export const PROCTOR_KEEPS = Temporal.Duration.from({ hours: 24 })
