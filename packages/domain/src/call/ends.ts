/** What a person or a page says of the end of a call. `no_path`: no way between the two machines was found. */
export const saidEnds = ['declined', 'cancelled', 'hung_up', 'lost', 'no_path', 'no_microphone'] as const
export type SaidEnd = (typeof saidEnds)[number]
