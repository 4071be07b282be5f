import { Button, Text } from '@mantine/core'
import { readComing } from '@ochno/contract/lms'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Page, Rows } from '../../ui/page.tsx'
import { ChooseExam } from './choose-exam.tsx'
import { ConfirmMe } from './confirm-me.tsx'

/** Where a launch ends that could not go straight to its exam. */
export function LaunchPage() {
  const why = new URLSearchParams(location.search).get('why')
  return why === null ? <Coming /> : <Refused why={why} />
}

function Refused({ why }: { why: string }) {
  const { t, i18n } = useTranslation()
  const known = `lms.launch.why.${why}`
  return (
    <Page title={t('lms.launch.failed')} width="narrow">
      <Notice
        tone="warn"
        live="alert"
        title={t(
          (i18n.exists(known) ? known : 'lms.launch.why.launch_stale') as 'lms.launch.why.launch_stale',
        )}
      >
        {t('lms.launch.again')}
      </Notice>
    </Page>
  )
}

function Coming() {
  const { t } = useTranslation()
  const load = useLoad(readComing, {})
  return (
    <Page title={t('lms.launch.title')} width="narrow">
      <LoadView load={load} rows={4}>
        {(coming) =>
          coming.is === 'unknown' ? (
            <ConfirmMe platform={coming.platform} called={coming.called} />
          ) : coming.is === 'choose' ? (
            <ChooseExam coming={coming} />
          ) : (
            <Card title={t('lms.launch.nothing')}>
              <Rows>
                <Text>{t('lms.launch.nothingText')}</Text>
                <Bar>
                  <Button component="a" href="/" variant="default">
                    {t('lms.launch.home')}
                  </Button>
                </Bar>
              </Rows>
            </Card>
          )
        }
      </LoadView>
    </Page>
  )
}
