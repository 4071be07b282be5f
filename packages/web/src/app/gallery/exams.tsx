import type { PlanView } from '@ochno/contract/exam-schedule'
import type { AccountId } from '@ochno/domain/ids'
import { PlanProposal } from '../../features/exams/plan-proposal.tsx'
import { RulesCard } from '../../features/exams/rules-card.tsx'
import { Card, Page } from '../../ui/page.tsx'
import type { Specimens } from './specimens.ts'

const zone = 'Asia/Yekaterinburg'
const person = (no: number, name: string) => ({ id: `acc_${no}` as AccountId, name })
const long = 'Константинопольская-Преображенская Александра Вячеславовна'

const crowded: PlanView = {
  slots: [
    {
      id: null,
      opensAt: '2026-05-12T07:00:00Z',
      closesAt: '2026-05-12T07:15:00Z',
      until: '2026-05-12T08:00:00Z',
      taken: 0,
      seats: [
        { examinee: person(1, long), proctor: person(90, 'Орлова Елена Викторовна') },
        { examinee: person(2, 'Ёлкин Пётр'), proctor: person(90, 'Орлова Елена Викторовна') },
        { examinee: person(3, 'Юсупов Артём'), proctor: null },
      ],
    },
  ],
  unfit: [
    { ...person(4, long), why: 'no_proctor' },
    { ...person(5, 'Громов Илья'), why: 'no_slot' },
    { ...person(6, 'Белова Анна'), why: 'busy' },
    { ...person(7, 'Крылова Мария'), why: 'already' },
  ],
  proctorsNeeded: 3,
  proctorsGiven: 1,
  minutesMissing: 60,
  digest: '',
}

export const examsSpecimens: Specimens = {
  'exams-plan-unfit': () => (
    <Page title="Расставить автоматически" width="narrow">
      <Card title="Что получится">
        <PlanProposal plan={crowded} zone={zone} />
      </Card>
    </Page>
  ),
  'exams-rules': () => (
    <Page title="Химия, 9 класс">
      <RulesCard
        zone={zone}
        rules={{
          exam: 'exm_a',
          card: {
            event: 'exam',
            kind: 'intermediate',
            object: 'subject',
            subject: 'Химия',
            materials: 'chemistry',
            mode: 'sync',
            delivery: {
              to: 'external',
              address: `https://lms.school.example/${'задание'.repeat(12)}`,
              name: null,
            },
            switches: [],
            software: [{ kind: 'software', name: 'Excel' }],
            tasks: { textInput: true, extendedAnswer: false, draft: true, calculator: true },
            requirements: ['На столе только вода в прозрачной бутылке'],
            overrides: [{ key: 'devices.headphones', value: 'allowed', ground: 'Аудирование' }],
          },
          act: {
            id: 'act_a',
            edition: 2,
            quote: 'Порядок проведения, редакция 2, приказ № 41 от 25.05.2026',
          },
          frozen: { at: '2026-05-10T07:00:00Z', sha256: '0f'.repeat(32) },
          problems: [],
          undecided: [],
          programmeMissing: false,
          rows: [],
          materials: [{ wording: 'непрограммируемый калькулятор', clause: '8' }],
          words: {
            examinee: ['На экзамен даётся 45 минут (п. 7.4).'],
            proctor: ['Один проктор наблюдает не более чем за 6 испытуемыми (п. 5.2).'],
            teacher: ['Одновременно сдают не более 15 человек (п. 3.7).'],
          },
        }}
      />
    </Page>
  ),
}
