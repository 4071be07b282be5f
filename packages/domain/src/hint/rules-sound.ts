import { cannot, rulesOn, type Sight, when } from './rule.ts'
import type { SoundHeld, SoundSignal } from './signal.ts'

/** A microphone that is off hears neither silence nor voices. */
const heard =
  (look: (sound: SoundSignal) => boolean | null, held: keyof SoundHeld) =>
  (sound: SoundSignal): Sight =>
    sound.track === 'live' && !sound.digitalSilence ? since(when(look(sound)), sound, held) : cannot

/** It began when the sensor heard the first of it, not when it was sure. */
const since = (sight: Sight, { heldMs }: SoundSignal, held: keyof SoundHeld): Sight =>
  sight.sees === 'yes' && heldMs ? { ...sight, forMs: heldMs[held] ?? 0 } : sight

/** The loudest of it stays with the hint: a noise is told with its level (R1-4.1h). */
function loud(sound: SoundSignal): Sight {
  const { level, voice } = sound
  // The examinee's own voice, however loud, is no noise of the surroundings.
  const noisy = level === 'noisy' && voice !== 'examinee'
  const sight = heard(() => noisy || voice === 'lips_still', noisy ? 'level' : 'voice')(sound)
  return sight.sees === 'yes' && sound.loudness !== undefined ? { ...sight, strength: sound.loudness } : sight
}

export const soundRules = rulesOn('sound')({
  microphone_off: {
    code: 'microphone_disabled',
    least: 'at_once',
    look: ({ track }) => when(track !== 'live'),
  },
  digital_silence: {
    code: 'microphone_disabled',
    least: { seconds: 'detect.low_audio_s' },
    look: (sound) => (sound.track === 'live' ? since(when(sound.digitalSilence), sound, 'silence') : cannot),
  },
  low_sound: {
    code: 'audio_absent_or_low',
    least: { seconds: 'detect.low_audio_s' },
    look: heard(({ level }) => level === 'low', 'level'),
  },
  gain_changed: {
    code: 'microphone_sensitivity_changed',
    least: { seconds: 'detect.noise_s' },
    // Who speaks without a pause fills the room as well.
    look: heard(({ gainChanged, voice }) => gainChanged && (voice ?? 'none') === 'none', 'gain'),
  },
  noise: {
    code: 'background_voices_noise',
    least: { seconds: 'detect.noise_s' },
    look: loud,
  },
  second_voice: {
    code: 'third_party_conversation',
    least: { seconds: 'detect.noise_s' },
    look: heard(
      ({ speakers, voice }) =>
        speakers === null && voice === null ? null : (speakers ?? 0) > 1 || voice === 'lips_still',
      'voice',
    ),
  },
  reading_aloud: {
    code: 'reading_questions_aloud',
    least: { seconds: 'detect.noise_s' },
    look: heard(
      ({ voice, questionShown }) => (voice === null ? null : voice === 'examinee' && questionShown),
      'voice',
    ),
  },
})
