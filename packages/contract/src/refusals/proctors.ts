// Who may watch an exam, and whose papers say so.
import type { Sentence } from './sentence.ts'

export const proctors = {
  not_a_proctor: { status: 422, ru: 'Этот человек не наблюдатель.', en: 'This person is not a proctor.' },
  proctor_full: {
    status: 409,
    ru: 'Проктор в это время уже наблюдает за столькими людьми, сколько разрешает акт, считая все его экзамены. Назначьте другого.',
    en: 'At this time the proctor already watches as many people as the act allows, over all exams. Assign another one.',
  },
  proctor_busy: {
    status: 409,
    ru: 'Проктор в это время занят: он сам сдаёт экзамен или наблюдает в другом месте.',
    en: 'The proctor is busy at this time: taking an exam or watching in another place.',
  },
  proctor_employer: {
    status: 409,
    ru: 'Проктора нельзя назначить: по акту проктором может быть только свой сотрудник.',
    en: 'The proctor can not be assigned: under the act only own staff may watch.',
  },
  proctor_no_contract: {
    status: 409,
    ru: 'Проктора нельзя назначить: нет действующего договора с его организацией.',
    en: 'The proctor can not be assigned: there is no running contract with the organisation.',
  },
  proctor_no_order: {
    status: 409,
    ru: 'Проктора нельзя назначить: нет приказа о его назначении.',
    en: 'The proctor can not be assigned: there is no order of appointment.',
  },
  proctor_not_instructed: {
    status: 409,
    ru: 'Проктора нельзя назначить: не отмечен инструктаж по работе в системе.',
    en: 'The proctor can not be assigned: the instruction is not recorded.',
  },
  proctor_not_acquainted: {
    status: 409,
    ru: 'Проктора нельзя назначить: он не ознакомлен с Регламентом или Инструкцией по проверке записей.',
    en: 'The proctor can not be assigned: the Regulation or the Instruction is not acknowledged.',
  },
  proctor_not_trained: {
    status: 409,
    ru: 'Проктора нельзя назначить: нет обучения для этого вида прокторинга.',
    en: 'The proctor can not be assigned: there is no training for this kind of proctoring.',
  },
  proctor_no_secrecy: {
    status: 409,
    ru: 'Проктора нельзя назначить: нет обязательства о неразглашении.',
    en: 'The proctor can not be assigned: there is no non-disclosure record.',
  },
  proctor_qualification_over: {
    status: 409,
    ru: 'Проктора нельзя назначить: срок повышения квалификации истёк.',
    en: 'The proctor can not be assigned: the qualification has run out.',
  },
} as const satisfies Record<string, Sentence>
