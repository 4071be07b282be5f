// 003 п. 1.5: the teacher applies for proctoring, the head of the office resolves.
import { nameHead } from '@ochno/contract/application'
import { addPeriod } from '@ochno/contract/calendar'
import { listPeople } from '@ochno/contract/people'
import type { Page } from 'playwright-core'
import type { Visit } from '../screens-stand.ts'
import { titleOf } from './exam.ts'
import { staff } from './people.ts'
import { go, look, type Stand } from './stand.ts'

const DAY = 86_400_000

export async function fillApplication(page: Page, said: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(said)) {
    await page
      .getByRole('textbox', { name: label })
      .or(page.getByRole('combobox', { name: label }))
      .fill(text)
    // A list of what was written before may have opened over the next field.
    if (label.startsWith('Программа')) await page.keyboard.press('Escape')
  }
}

/** Whom applications go to, and the period of the calendar they are counted from: entered once a year, here past the screen. */
export async function calendarIsKnown({ client, of, clock }: Stand): Promise<void> {
  const { rows } = await client.done(listPeople, { query: { find: staff.methodist.login } })
  const head = rows[0]?.id
  if (!head) throw new Error('no head of the office')
  await client.done(nameHead, { body: { account: head, ground: 'Приказ № 12' } })
  const day = (ahead: number) => new Date(clock.ms() + ahead * DAY).toISOString().slice(0, 10)
  await client.done(addPeriod, {
    body: { programme: of.programme.name, branch: null, kind: 'intermediate', from: day(10), to: day(30) },
  })
}

/** The teacher on the page of the draft; the office has its own page open. */
export async function appliesAndIsApproved(stand: Stand, teacher: Visit, office: Visit): Promise<void> {
  const { of } = stand
  const { page } = teacher
  const draft = page.url()
  await page.getByRole('button', { name: 'Опубликовать' }).click()
  await page.getByText('Акт допускает прокторинг только по одобренной заявке').waitFor()
  await page.getByRole('link', { name: 'Заявка на прокторинг' }).click()
  await fillApplication(page, {
    'Подразделение (кафедра)': of.unit ?? '',
    'Дисциплина (модуль), практика': of.subject,
    'Программа по учебному календарю': of.programme.name,
    Группы: of.group,
    'Число обучающихся': '3',
    Обоснование: 'Тестирование с ограничением времени, предусмотренное рабочей программой.',
    'Предлагаемые дата и время': 'В день экзамена, 10:00',
  })
  await look(stand, teacher, 'application')
  await page.getByRole('button', { name: 'Подать заявку' }).click()
  await page.getByText('Срок соблюдён').waitFor()

  await go(office, '/applications')
  await office.page.getByRole('link', { name: `Открыть заявку: ${titleOf(stand)}` }).click()
  await office.page.getByLabel('Резолюция').fill('Согласовано')
  await look(stand, office, 'application-resolve')
  await office.page.getByRole('button', { name: 'Одобрить' }).click()
  await office.page.getByText('Согласовано').waitFor()
  await go(teacher, new URL(draft).pathname)
}
