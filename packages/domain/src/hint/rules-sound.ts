import { cannot, rulesOn, type Sight, when } from './rule.ts'
import type { SoundSignal } from './signal.ts'

/** A microphone that is off hears neither silence nor voices. */
const heard =
  (look: (sound: SoundSignal) => boolean | null) =>
  (sound: SoundSignal): Sight =>
    sound.track === 'live' && !sound.digitalSilence ? when(look(sound)) : cannot

/** The loudest of it stays with the hint: a noise is told with its level (R1-4.1h). */
function loud(sound: SoundSignal): Sight {
  const sight = heard(({ level, voice }) => level === 'noisy' || voice === 'lips_still')(sound)
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
    look: ({ track, digitalSilence }) => (track === 'live' ? when(digitalSilence) : cannot),
  },
  low_sound: {
    code: 'audio_absent_or_low',
    least: { seconds: 'detect.low_audio_s' },
    look: heard(({ level }) => level === 'low'),
  },
  gain_changed: {
    code: 'microphone_sensitivity_changed',
    least: { seconds: 'detect.noise_s' },
    look: heard(({ gainChanged }) => gainChanged),
  },
  noise: {
    code: 'background_voices_noise',
    least: { seconds: 'detect.noise_s' },
    look: loud,
  },
  second_voice: {
    code: 'third_party_conversation',
    least: { seconds: 'detect.noise_s' },
    look: heard(({ speakers, voice }) =>
      speakers === null && voice === null ? null : (speakers ?? 0) > 1 || voice === 'lips_still',
    ),
  },
  reading_aloud: {
    code: 'reading_questions_aloud',
    least: { seconds: 'detect.noise_s' },
    look: heard(({ voice, questionShown }) =>
      voice === null ? null : voice === 'examinee' && questionShown,
    ),
  },
})
