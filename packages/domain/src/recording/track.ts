/** The tracks a session may have. Numbers are on the wire (docs/spec/ingest.md 1) and never change. */
export const trackNumbers = { cam: 1, screen: 2, events: 3, cam2: 4, call: 5 } as const

export type TrackId = keyof typeof trackNumbers

export const trackIds = Object.keys(trackNumbers) as TrackId[]

export const isTrackId = (value: unknown): value is TrackId =>
  typeof value === 'string' && Object.hasOwn(trackNumbers, value)

export const trackByNumber = (no: number): TrackId | undefined =>
  trackIds.find((id) => trackNumbers[id] === no)

/** What stands on it is measured against the whole control window. A call lasts as long as it lasts: it has no gaps before and after. */
export const isWatchedThroughout = (tid: TrackId): boolean => tid !== 'events' && tid !== 'call'
