/** `short`: worked, an hour less. */
export const dayKinds = ['working', 'short', 'off'] as const
export type DayKind = (typeof dayKinds)[number]
