import { printTechnologyPeople } from '@ochno/contract/filled-forms'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { type PaperFile, PaperFiles } from '../../ui/paper-files.tsx'
import { saveFile } from '../../ui/save-file.ts'

/** F-002-2 of today. */
export function TechnologyPaper() {
  const { t } = useTranslation()
  const printing = useDo(printTechnologyPeople)
  const take = async (as: PaperFile) => {
    const answer = await printing.run({ query: { as } })
    if (answer.ok) saveFile(`${t('filledForms.technologies')}.${as}`, answer.body)
  }
  return (
    <Card title={t('filledForms.technologies')} lead={t('filledForms.technologiesLead')}>
      <Rows>
        {printing.failure ? <FailureNotice failure={printing.failure} /> : null}
        <Bar>
          <PaperFiles name={t('filledForms.take')} busy={printing.busy} onTake={(as) => void take(as)} />
        </Bar>
      </Rows>
    </Card>
  )
}
