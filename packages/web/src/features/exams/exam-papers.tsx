import { printChecklist, printExamSchedule } from '@ochno/contract/filled-forms'
import type { ExamId } from '@ochno/domain/ids'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Bar, Rows } from '../../ui/page.tsx'
import { type PaperFile, PaperFiles } from '../../ui/paper-files.tsx'
import { saveFile } from '../../ui/save-file.ts'

const papers = { schedule: printExamSchedule, checklist: printChecklist } as const

/** F-004-7 of the people of an exam, F-004-8 of what its teacher confirmed. */
export function ExamPaper({
  exam,
  of,
  disabled = false,
}: {
  exam: ExamId
  of: keyof typeof papers
  disabled?: boolean
}) {
  const { t } = useTranslation()
  const printing = useDo(papers[of])
  const name = t(`filledForms.${of}`)
  const take = async (as: PaperFile) => {
    const answer = await printing.run({ query: { as, exam } })
    if (answer.ok) saveFile(`${name}.${as}`, answer.body)
  }
  return (
    <Rows gap="sm">
      {printing.failure ? <FailureNotice failure={printing.failure} /> : null}
      <Bar>
        <PaperFiles name={name} busy={printing.busy} disabled={disabled} onTake={(as) => void take(as)} />
      </Bar>
    </Rows>
  )
}
