import { instant } from '../../time.ts'
import { day } from '../dates.ts'
import { formAll1 } from '../f-all-1.ts'
import { formAll2 } from '../f-all-2.ts'
import { formAll3 } from '../f-all-3.ts'
import { formAll4 } from '../f-all-4.ts'
import { formAll5 } from '../f-all-5.ts'
import { quality, trainingCentre } from './institutions.ts'
import { noisy } from './sessions.ts'

const who = { institution: trainingCentre, quality }
const examinee = 'Дроздов Никита Андреевич'
const registration = { number: '3', on: day('2026-06-02'), template: 'редакция 1' }

export const ofAll = {
  'F-ALL-1': () =>
    formAll1({
      ...who,
      examinee,
      exam: 'Электробезопасность',
      examOn: day('2026-05-25'),
      subjects: ['proctor', 'procedure'],
      circumstances:
        'В комнату на полминуты зашёл сосед, я попросил его выйти и работу с ним не обсуждал. Предупреждения я не получал.',
      recording: true,
      on: day('2026-05-26'),
      signedOn: '26.05.2026 09:12:00',
    }),
  'F-ALL-2': () =>
    formAll2({
      ...who,
      registration,
      appeal: 'Дроздов Н. А., 26 мая 2026 г.',
      members: [
        { name: 'Орлова Татьяна Евгеньевна', role: 'chair' },
        { name: 'Савельев Роман Юрьевич', role: 'member' },
        { name: 'Носова Юлия Павловна', role: 'secretary' },
      ],
      studied: [
        { material: 'видеозапись с камеры', times: '10:14:05–10:14:41; 10:29:10–10:29:18' },
        { material: 'протокол прокторинга № 18-П', times: '' },
      ],
      votes: [
        { name: 'Орлова Татьяна Евгеньевна', role: 'chair', satisfied: true, opinion: '' },
        { name: 'Савельев Роман Юрьевич', role: 'member', satisfied: true, opinion: '' },
      ],
      decision: 'Апелляцию удовлетворить частично: отметку за 10:29:10 снять.',
      reasons: 'на записи в 10:29:10 постороннего человека в кадре нет, видна тень от шторы.',
    }),
  'F-ALL-3': () =>
    formAll3({
      ...who,
      rules: { title: 'Правила прохождения аттестационного испытания', version: '3' },
      people: [
        {
          name: 'Гончарова Мария Павловна',
          at: instant('2026-05-20T06:30:00Z'),
          how: 'отметка в личном кабинете',
        },
        { name: examinee, at: instant('2026-05-21T15:02:10Z'), how: 'отметка в личном кабинете' },
      ],
    }),
  'F-ALL-4': () =>
    formAll4({
      ...who,
      registration: { ...registration, on: day('2026-08-25') },
      recordings: [
        {
          id: 'ses_mzxw6ytboi2dknzzgqzdgmjuge',
          on: day('2026-05-25'),
          hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        },
        {
          id: 'ses_nbswy3dpeb3w64tmmqqho33snr',
          on: day('2026-05-25'),
          hash: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
        },
      ],
      ground: 'истёк срок, необходимый для подачи и рассмотрения апелляции (п. 5.15 Регламента)',
      destroyedOn: day('2026-08-25'),
      commission: [
        { role: 'Председатель комиссии', name: 'Савельев Роман Юрьевич' },
        { role: 'Член комиссии', name: 'Носова Юлия Павловна' },
      ],
    }),
  'F-ALL-5': () =>
    formAll5({
      ...who,
      registration,
      examinee,
      exam: 'Электробезопасность, 25 мая 2026 г.',
      protocol: noisy.registration,
      value: 'unsatisfactory',
      ground: 'п. 5.13 Регламента',
      decidedBy: { post: 'Преподаватель', name: 'Жуков Павел Андреевич' },
      on: day('2026-06-02'),
    }),
} as const
