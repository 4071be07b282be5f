/** One soft note: a hint has come. Silent where the browser keeps silent. */
export async function ring(): Promise<void> {
  const context = new AudioContext()
  const note = context.createOscillator()
  const volume = context.createGain()
  volume.gain.value = 0.15
  note.frequency.value = 740
  note.connect(volume).connect(context.destination)
  note.onended = () => void context.close().catch(() => {})
  note.start()
  note.stop(context.currentTime + 0.25)
}
