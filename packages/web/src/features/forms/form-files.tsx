import { Button } from '@mantine/core'
import { type FileKind, type FormLine, readBlank } from '@ochno/contract/forms'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import classes from './forms.module.css'
import { saveFile } from './save-file.ts'

/** Names that are the same in every language. */
const kindNames: Readonly<Record<FileKind, string>> = { pdf: 'PDF', docx: 'Word', xlsx: 'Excel', csv: 'CSV' }

export function FormFiles({ form }: { form: FormLine }) {
  const { t } = useTranslation()
  const reading = useDo(readBlank)
  const [wanted, setWanted] = useState<FileKind | null>(null)
  const [saved, setSaved] = useState('')
  const take = async (as: FileKind) => {
    setWanted(as)
    setSaved('')
    const answer = await reading.run({ params: { form: form.id }, query: { as } })
    setWanted(null)
    if (!answer.ok) return
    const name = `${form.id} ${form.name}.${as}`
    saveFile(name, answer.body)
    setSaved(name)
  }
  return (
    <div className={classes.files}>
      {form.kinds.map((kind) => (
        <Button
          key={kind}
          variant="default"
          size="sm"
          leftSection={<IconDownload size={16} aria-hidden />}
          aria-label={t('forms.downloadOf', { name: form.name, kind: kindNames[kind] })}
          loading={wanted === kind}
          disabled={wanted !== null}
          onClick={() => void take(kind)}
        >
          {kindNames[kind]}
        </Button>
      ))}
      <span role="status" className={classes.unseen}>
        {saved ? t('forms.saved', { name: saved }) : ''}
      </span>
      {reading.failure ? <FailureNotice failure={reading.failure} /> : null}
    </div>
  )
}
