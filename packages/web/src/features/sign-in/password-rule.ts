/** B-24: length alone; what the server checks beside it (known leaked passwords) it says itself. */
export const passwordLength = { staff: 12, pupil: 8, most: 128 } as const
