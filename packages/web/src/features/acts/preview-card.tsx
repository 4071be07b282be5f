import { previewAct } from '@ochno/contract/acts'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Card } from '../../ui/page.tsx'

const readers = ['examinee', 'proctor', 'teacher'] as const

export function PreviewCard({ act }: { act: string }) {
  const { t } = useTranslation()
  const preview = useLoad(previewAct, { params: { aid: act } })
  return (
    <Card title={t('acts.preview.title')}>
      <LoadView load={preview}>
        {(said) =>
          readers.map((reader) => (
            <section key={reader}>
              <h3>{t(`acts.preview.${reader}`)}</h3>
              <ul>
                {said[reader].map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </section>
          ))
        }
      </LoadView>
    </Card>
  )
}
