const NOTES_HZ = [660, 880, 660] as const
const NOTE_S = 0.22

/** Three notes that mean «look at the screen»; true when they could really be heard, false when the browser kept silent. */
export async function chime(): Promise<boolean> {
  const context = new AudioContext()
  try {
    await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, 500))])
    if (context.state !== 'running') return false
    const volume = context.createGain()
    volume.gain.value = 0.25
    volume.connect(context.destination)
    const last = NOTES_HZ.map((frequency, at) => {
      const note = context.createOscillator()
      note.frequency.value = frequency
      note.connect(volume)
      note.start(context.currentTime + at * NOTE_S)
      note.stop(context.currentTime + (at + 1) * NOTE_S)
      return note
    }).at(-1)
    await new Promise((resolve) => {
      if (last) last.onended = resolve
    })
    return true
  } catch {
    return false
  } finally {
    void context.close()
  }
}
