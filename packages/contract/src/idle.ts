/**
 * B-06: a page that asks by itself, while nobody touches it, says so with this header and '1'; such a request does not keep the
 * sign-in alive. A page that lied would gain what any click gains.
 */
export const IDLE_HEADER = 'x-ochno-idle'
