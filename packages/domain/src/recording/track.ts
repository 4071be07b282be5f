/** The tracks a session may have. Numbers are on the wire (docs/spec/ingest.md 1) and never change. */
export const trackNumbers = { cam: 1, screen: 2, events: 3, cam2: 4 } as const

export type TrackId = keyof typeof trackNumbers

export const trackIds = Object.keys(trackNumbers) as TrackId[]

export const isTrackId = (value: unknown): value is TrackId =>
  typeof value === 'string' && Object.hasOwn(trackNumbers, value)

export const trackByNumber = (no: number): TrackId | undefined =>
  trackIds.find((id) => trackNumbers[id] === no)
