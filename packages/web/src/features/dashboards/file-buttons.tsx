import { Button } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../api/client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { saveFile } from '../../ui/save-file.ts'
import classes from './dashboards.module.css'

type Kind = 'xlsx' | 'csv'

/** Takes a dashboard away as a sheet, or on paper. */
export function FileButtons({
  name,
  take,
  busy,
  failure,
}: {
  readonly name: string
  readonly take: (as: Kind) => Promise<{ readonly ok: true; readonly body: Blob } | { readonly ok: false }>
  readonly busy: boolean
  readonly failure: Failure | null
}) {
  const { t } = useTranslation()
  const save = async (as: Kind) => {
    const answer = await take(as)
    if (answer.ok) saveFile(`${name}.${as}`, answer.body)
  }
  return (
    <>
      {failure ? <FailureNotice failure={failure} /> : null}
      {(['xlsx', 'csv'] as const).map((as) => (
        <Button
          key={as}
          variant="default"
          className={classes.noPrint ?? ''}
          leftSection={<IconDownload size={18} aria-hidden />}
          loading={busy}
          onClick={() => void save(as)}
        >
          {t(`dashboards.file.${as}`)}
        </Button>
      ))}
      <Button
        variant="default"
        className={classes.noPrint ?? ''}
        leftSection={<IconPrinter size={18} aria-hidden />}
        onClick={() => window.print()}
      >
        {t('dashboards.file.print')}
      </Button>
    </>
  )
}
