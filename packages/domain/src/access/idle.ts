/** B-06: seconds without an act of the person after which a sign-in ends. An examinee's grows with the exam. */
export const IDLE_S = { staff: 15 * 60, pupil: 30 * 60 } as const

/** B-26: seconds without an act after which a wall hides its people until the password is given again. */
export const CONSOLE_LOCK_S = 10 * 60
