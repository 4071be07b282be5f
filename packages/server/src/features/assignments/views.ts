import { isLate } from '@ochno/domain/assignment/rules'
import type { StoredTask, Work, WorkFile } from '../../ports/assignments.ts'

export const factsOf = (task: StoredTask) => ({
  id: task.id,
  title: task.title,
  body: task.body,
  group: task.groupName,
  teacher: task.teacherName,
  givenAt: task.givenAt.toString(),
  deadline: { ...task.deadline, at: task.deadline.at.toString() },
  closedAt: task.closedAt?.toString() ?? null,
})

export const fileView = ({ id, name, kind, bytes }: WorkFile) => ({ id, name, kind, bytes })

/** Of one person, the newest first. */
export const versionsOf = (task: StoredTask, works: readonly Work[], files: readonly WorkFile[]) =>
  works.map((work) => ({
    version: work.version,
    channel: work.channel,
    receivedAt: work.receivedAt.toString(),
    late: isLate(work.receivedAt, task.deadline.at),
    text: work.text,
    files: files
      .filter(
        (file) => file.task === task.id && file.account === work.account && file.version === work.version,
      )
      .map(fileView),
  }))
