import type { filledFormRoutes } from '@ochno/contract/filled-forms'
import type { FilledDeps } from '../features/papers/deps.ts'
import { printChecklist, printExamSchedule } from '../features/papers/of-exam.ts'
import { printProctorForm } from '../features/papers/of-proctors.ts'
import { printTechnologyPeople } from '../features/papers/of-technologies.ts'
import { fromOwnPage } from './guard.ts'
import type { Handlers } from './seam.ts'
import { sendFile } from './send-file.ts'

const foreign = { ok: false, why: 'not_same_origin' } as const

export const filledFormHandlers = (deps: FilledDeps): Handlers<typeof filledFormRoutes> => ({
  printProctorForm: async ({ actor, now }, { params, query }, { request, reply }) => {
    if (!fromOwnPage(request.headers)) return foreign
    const { as, ...asked } = query
    const file = await printProctorForm(deps, actor.tenant, { ...asked, ...params }, as, now)
    return file.ok ? sendFile(reply, { ...file, as, plain: params.form }) : file
  },
  printTechnologyPeople: async ({ actor, now }, { query: { as } }, { request, reply }) => {
    if (!fromOwnPage(request.headers)) return foreign
    const file = await printTechnologyPeople(deps, actor.tenant, as, now)
    return file.ok ? sendFile(reply, { ...file, as, plain: 'F-002-2' }) : file
  },
  printExamSchedule: async ({ actor }, { query: { as, exam } }, { request, reply }) => {
    if (!fromOwnPage(request.headers)) return foreign
    const file = await printExamSchedule(deps, actor.tenant, exam, as)
    return file.ok ? sendFile(reply, { ...file, as, plain: 'F-004-7' }) : file
  },
  printChecklist: async ({ actor, now }, { query: { as, exam } }, { request, reply }) => {
    if (!fromOwnPage(request.headers)) return foreign
    const file = await printChecklist(deps, actor.tenant, exam, as, now)
    return file.ok ? sendFile(reply, { ...file, as, plain: 'F-004-8' }) : file
  },
})
