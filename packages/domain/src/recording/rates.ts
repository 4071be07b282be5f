/** What one recording sends at full quality, kbit/s: the first step of the recorder's ladder. */
export const fullRateKbps = { camera: 400, screen: 300, sound: 32 } as const

export const recordingKbps: number = Object.values(fullRateKbps).reduce((sum, kbps) => sum + kbps, 0)

/** Bytes of so many minutes at that rate. */
export const recordingBytes = (minutes: number): number =>
  Math.ceil((recordingKbps * 1000 * 60 * minutes) / 8)
