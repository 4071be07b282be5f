import { previewAct } from '@ochno/contract/acts'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { LoadView } from '../../ui/load-view.tsx'
import classes from './acts.module.css'
import { PreviewView } from './preview-view.tsx'

export function PreviewCard({ act }: { act: string }) {
  const { t } = useTranslation()
  const preview = useLoad(previewAct, { params: { aid: act } })
  return (
    <>
      <p className={classes.lead}>{t('acts.preview.lead')}</p>
      <LoadView load={preview} rows={6}>
        {(said) => <PreviewView said={said} />}
      </LoadView>
    </>
  )
}
