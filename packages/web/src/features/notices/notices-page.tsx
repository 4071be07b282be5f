import { countMyNotices, listMyNotices, readNotice } from '@ochno/contract/notices'
import { IconBellOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { usePages } from '../../api/pages.ts'
import { Empty } from '../../ui/empty.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { LongList } from '../../ui/long-list.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { NoticeItem } from './notice-item.tsx'

/** R4-3.6b: what one was told. What stands here is delivered; that it was read, the person says. */
export function NoticesPage() {
  const { t } = useTranslation()
  const me = useMe()
  const mine = usePages(listMyNotices, {}, ({ id }) => id, { everyMs: 60_000 })
  const read = useDo(readNotice, [listMyNotices, countMyNotices])
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  return (
    <Page title={t('notices.title')} lead={t('notices.lead')} width="narrow">
      <Card>
        <Rows>
          {read.failure ? <FailureNotice failure={read.failure} /> : null}
          <LoadView load={mine} rows={4}>
            {({ rows, more }) =>
              rows.length ? (
                <LongList label={t('notices.title')} rows={rows} rowKey={({ id }) => id} more={more}>
                  {(notice, inList) => (
                    <NoticeItem
                      inList={inList}
                      notice={notice}
                      zone={zone}
                      busy={read.busy}
                      onRead={() => void read.run({ params: { nid: notice.id } })}
                    />
                  )}
                </LongList>
              ) : (
                <Empty icon={IconBellOff} title={t('notices.empty')}>
                  {t('notices.emptyText')}
                </Empty>
              )
            }
          </LoadView>
        </Rows>
      </Card>
    </Page>
  )
}
