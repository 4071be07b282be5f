// An application for proctoring, led through by a teacher and the head of the office: late by a permission, then approved.
import { createAccount } from '@ochno/contract/accounts'
import {
  type ApplicationContent,
  nameHead,
  permitLate,
  resolveApplication,
  saveApplication,
  submitApplication,
} from '@ochno/contract/application'
import { addPeriod } from '@ochno/contract/calendar'
import { readExam, setTeachers } from '@ochno/contract/exams'
import { acceptInvitation, readMe } from '@ochno/contract/sign-in'
import type { ExamId } from '@ochno/domain/ids'
import { fromMs } from '@ochno/domain/time'
import { Client } from './client.ts'

export const contentOf = (programme: string, more: Partial<ApplicationContent> = {}): ApplicationContent => ({
  department: 'Кафедра физики',
  discipline: 'Физика',
  programme,
  branch: null,
  assessment: 'intermediate',
  groups: ['ЭБ-21'],
  examinees: 12,
  reason: 'Тестирование с ограничением времени по рабочей программе.',
  kind: 'synchronous',
  proposed: 'В день экзамена, 10:00',
  ...more,
})

/** The period of the exam has begun long ago, so the head has to let it through. */
export async function applicationApproved(admin: Client, exam: ExamId, nowMs: number): Promise<void> {
  const login = `teacher.${exam.slice(-12)}`
  const { account, invitation } = await admin.done(createAccount, {
    body: { login, fullName: 'Учителева Нина Петровна', roles: ['teacher'] },
  })
  const teacher = new Client(admin.origin)
  await teacher.done(acceptInvitation, {
    body: { token: invitation.token, password: 'клевер-маяк-облако-7' },
  })
  const { teachers } = await admin.done(readExam, { params: { eid: exam } })
  await admin.done(setTeachers, {
    params: { eid: exam },
    body: { teachers: [...teachers.map(({ id }) => id), account.id] },
  })
  const me = await admin.done(readMe, {})
  await admin.done(nameHead, { body: { account: me.account, ground: 'Приказ № 12' } })
  const dayFrom = (days: number) =>
    fromMs(nowMs)
      .add({ hours: days * 24 })
      .toString()
      .slice(0, 10)
  const programme = `Программа ${exam.slice(-12)}`
  await admin.done(addPeriod, {
    body: { programme, branch: null, kind: 'intermediate', from: dayFrom(-3), to: dayFrom(30) },
  })
  const params = { eid: exam }
  await teacher.done(saveApplication, { params, body: contentOf(programme) })
  await admin.done(permitLate, { params, body: { reason: 'Расписание изменено приказом' } })
  await teacher.done(submitApplication, { params })
  await admin.done(resolveApplication, { params, body: { command: 'approve', words: '' } })
}
