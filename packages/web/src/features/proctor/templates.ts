// Ready words of a proctor, per act: what its own rules name. Polite, short, and without an accusation.
export type Template =
  | 'phone'
  | 'gaze'
  | 'hands'
  | 'alone'
  | 'quiet'
  | 'window'
  | 'materials'
  | 'face'
  | 'light'
  | 'camera'
  | 'headphones'
  | 'desk'
  | 'screen'

type Kind = 'warning' | 'instruction'

const common: Readonly<Record<Kind, readonly Template[]>> = {
  warning: ['phone', 'alone', 'quiet', 'window', 'materials', 'gaze'],
  instruction: ['face', 'light', 'camera', 'desk', 'screen'],
}

const ofAct: Readonly<Record<string, Partial<Record<Kind, readonly Template[]>>>> = {
  // 001 6.5 and 6.7: the face is seen whole, hands are, no headphones.
  '001': {
    warning: ['gaze', 'phone', 'alone', 'materials', 'headphones', 'window'],
    instruction: ['face', 'hands', 'light', 'camera', 'headphones'],
  },
  // 003 4.2.6: a warning is an order on the screen.
  '003': {
    warning: ['gaze', 'phone', 'alone', 'quiet', 'materials', 'window'],
    instruction: ['face', 'light', 'camera', 'headphones', 'desk'],
  },
  // 004 7.5, 8.6, 8.7.
  '004': {
    warning: ['gaze', 'phone', 'alone', 'quiet', 'headphones', 'materials', 'window'],
    instruction: ['face', 'hands', 'light', 'camera', 'desk'],
  },
}

export const templatesOf = (act: string | null, kind: Kind): readonly Template[] =>
  (act === null ? undefined : ofAct[act]?.[kind]) ?? common[kind]
