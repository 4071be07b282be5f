import { Button } from '@mantine/core'
import { readWatching } from '@ochno/contract/hints'
import type { SessionId } from '@ochno/domain/ids'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { Told, WatchedList } from './watched-list.tsx'

/** What is watched in this exam and what is not, in plain words, before anybody sits down to it. */
export function WatchedPage() {
  const { t } = useTranslation()
  const { session } = useParams({ strict: false }) as { session: SessionId }
  const load = useLoad(readWatching, { params: { sid: session } })
  return (
    <Page
      title={t('hints.watched.title')}
      lead={t('hints.watched.lead')}
      width="narrow"
      actions={
        <Button component={Link} to={`/exam/${session}`} variant="default">
          {t('hints.watched.toExam')}
        </Button>
      }
    >
      <LoadView load={load} rows={8}>
        {({ settings, watched, people }) =>
          settings === null ? (
            <Notice tone="info" title={t('hints.watched.nothing')}>
              {t('hints.watched.nothingText')}
            </Notice>
          ) : (
            <Rows gap="lg">
              <Card title={t('hints.watched.how')}>
                <Told
                  lines={(['never', 'here', 'mistakes', 'person', 'score'] as const).map((key) =>
                    t(`hints.watched.told.${key}`),
                  )}
                />
              </Card>
              <WatchedList watched={watched} />
              {people.length > 0 ? (
                <Card title={t('hints.watched.people')} lead={t('hints.watched.peopleLead')}>
                  <Told lines={people.map(({ wording }) => wording)} />
                </Card>
              ) : null}
              <Card title={t('hints.watched.not')}>
                <Told
                  lines={(['face', 'keys', 'files', 'after'] as const).map((key) =>
                    t(`hints.watched.nots.${key}`),
                  )}
                />
              </Card>
            </Rows>
          )
        }
      </LoadView>
    </Page>
  )
}
