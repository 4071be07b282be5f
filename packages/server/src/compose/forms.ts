// Paper: one printer for every area, in a process of its own.
import { appointmentPaperRoutes } from '@ochno/contract/appointments'
import { filledFormRoutes } from '@ochno/contract/filled-forms'
import { formRoutes } from '@ochno/contract/forms'
import { postgresStore } from '../adapters/postgres/store.ts'
import { printProcess } from '../adapters/print/printer.ts'
import { sha256Text } from '../adapters/system/digest.ts'
import { readChecklist } from '../features/exams/checklist.ts'
import { blankPress } from '../features/forms/press.ts'
import { undecidedLate } from '../features/sessions/late-original.ts'
import { filledFormHandlers } from '../http/filled-forms.ts'
import { formHandlers } from '../http/forms.ts'
import { appointmentPaperHandlers } from '../http/institution.ts'
import type { Printer } from '../ports/print.ts'
import { mounted } from './core.ts'
import type { Base, Part } from './part.ts'

/** `printer` is for whoever makes a document of real data. */
export function composeForms({ pools, ids, log }: Base): Part & { readonly printer: Printer } {
  const store = postgresStore(pools.app, ids)
  let failures = 0
  const printer = printProcess((as, what) => {
    failures += 1
    log.warn('print.failed', { as, what })
  })
  return {
    printer,
    routes: [
      ...mounted(formRoutes, formHandlers({ store, press: blankPress(printer) })),
      ...mounted(
        filledFormRoutes,
        filledFormHandlers({
          store,
          printer,
          checklist: async (tenant, exam) => {
            const read = await readChecklist({ store, ids, digest: sha256Text }, tenant, exam)
            return read.ok ? read.body : null
          },
          lateOpen: undecidedLate,
        }),
      ),
      ...mounted(appointmentPaperRoutes, appointmentPaperHandlers({ store, printer })),
    ],
    metrics: async () =>
      [
        '# HELP ochno_print_failures_total Documents the printer could not make',
        '# TYPE ochno_print_failures_total counter',
        `ochno_print_failures_total ${failures}`,
        '',
      ].join('\n'),
    stop: async () => printer.stop(),
  }
}
