import { Button, FileButton } from '@mantine/core'
import {
  readServiceFile,
  readServiceRegister,
  sendServiceFile,
  type ServiceView,
} from '@ochno/contract/services'
import { type FilePurpose, filePurposes } from '@ochno/domain/services/card'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Card } from '../../ui/page.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useDayOf } from './day.ts'
import classes from './services.module.css'

export const PAPERS = 'application/pdf,image/jpeg,image/png'

/** The contract, the agreement and the evidence of the checks. */
export function FilesCard({ one, editable }: { one: ServiceView; editable: boolean }) {
  const { t } = useTranslation()
  const day = useDayOf()
  const sending = useDo(sendServiceFile, [readServiceRegister])
  const reading = useDo(readServiceFile)
  const send = async (purpose: FilePurpose, file: File | null) => {
    if (!file) return
    const body = new Uint8Array(await file.arrayBuffer())
    await sending.run({ params: { srv: one.id, purpose }, body })
  }
  const open = async (purpose: FilePurpose) => {
    const answer = await reading.run({ params: { srv: one.id, purpose } })
    if (answer.ok) saveFile(`${one.card.name}: ${t(`services.files.${purpose}`)}`, answer.body)
  }
  const failure = sending.failure ?? reading.failure
  return (
    <Card title={t('services.files.title')} lead={t('services.files.lead')}>
      {failure ? <FailureNotice failure={failure} /> : null}
      <ul className={classes.list}>
        {filePurposes.map((purpose) => {
          const file = one.files[purpose]
          const name = t(`services.files.${purpose}`)
          return (
            <li key={purpose} className={classes.item}>
              <div className={classes.what}>
                {name}
                <p className={classes.quiet}>
                  {file ? t('services.files.since', { day: day(file.at) }) : t('services.files.none')}
                </p>
              </div>
              {file ? (
                <Button
                  variant="default"
                  size="xs"
                  aria-label={t('services.files.openOf', { name })}
                  onClick={() => void open(purpose)}
                >
                  {t('services.files.open')}
                </Button>
              ) : null}
              {editable ? (
                <FileButton accept={PAPERS} onChange={(chosen) => void send(purpose, chosen)}>
                  {(props) => (
                    <Button
                      {...props}
                      variant="default"
                      size="xs"
                      aria-label={t(file ? 'services.files.replaceOf' : 'services.files.sendOf', { name })}
                    >
                      {t(file ? 'services.files.replace' : 'services.files.send')}
                    </Button>
                  )}
                </FileButton>
              ) : null}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
