// What requests of the area workplaces are refused for.
import type { Sentence } from './sentence.ts'

export const workplaces = {
  no_workplaces: {
    status: 409,
    ru: 'Учреждение не предлагает рабочих мест. Спросите преподавателя.',
    en: 'The institution offers no workplaces. Ask the teacher.',
  },
  workplace_asked: {
    status: 409,
    ru: 'Рабочее место для этого экзамена уже запрошено.',
    en: 'A workplace has been asked for this exam already.',
  },
  wrong_hours: {
    status: 422,
    ru: 'Помещение должно закрываться позже, чем открывается.',
    en: 'A room has to close later than it opens.',
  },
} as const satisfies Record<string, Sentence>
