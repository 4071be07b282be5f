import { Button } from '@mantine/core'
import { listMyChildren } from '@ochno/contract/people'
import { IconCalendarPlus, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Rows } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import { dayWords } from './day.ts'
import classes from './people.module.css'

/** A parent's home: each child and what is ahead. */
export function ChildrenCard() {
  const { t, i18n } = useTranslation()
  const me = useMe()
  const children = useLoad(listMyChildren, {}, { everyMs: 60_000 })
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  return (
    <LoadView load={children} rows={3}>
      {({ rows, waiting }) => (
        <Rows gap="lg">
          {rows.map((child) => (
            <Card
              key={child.id}
              title={
                child.group
                  ? t('people.children.inGroup', { name: child.fullName, group: child.group })
                  : child.fullName
              }
              lead={
                child.endsOn
                  ? t('people.children.until', { day: dayWords(child.endsOn, i18n.language) })
                  : null
              }
            >
              {child.exams.length ? (
                <ul className={classes.exams}>
                  {child.exams.map((exam) => (
                    <li key={exam.session}>
                      <strong>{exam.title}</strong>
                      <When at={exam.opensAt} zone={zone} />
                      <span className={classes.quiet}>
                        {t('common.duration.minutes', { count: exam.lengthMinutes })}
                      </span>
                      <Button
                        component="a"
                        href={`/api/my-children/sessions/${exam.session}/calendar`}
                        download
                        variant="subtle"
                        size="compact-md"
                        aria-label={t('people.children.toCalendarOf', { title: exam.title })}
                        leftSection={<IconCalendarPlus size={18} aria-hidden />}
                      >
                        {t('people.children.toCalendar')}
                      </Button>
                    </li>
                  ))}
                </ul>
              ) : (
                <p className={classes.quiet}>{t('people.children.noExams')}</p>
              )}
            </Card>
          ))}
          {waiting > 0 ? (
            <Notice tone="info" title={t('people.children.waiting', { count: waiting })}>
              {t('people.children.waitingText')}
            </Notice>
          ) : null}
          {rows.length + waiting === 0 ? (
            <Card title={t('people.children.title')}>
              <Empty icon={IconUsers} title={t('people.children.empty')}>
                {t('people.children.emptyText')}
              </Empty>
            </Card>
          ) : null}
        </Rows>
      )}
    </LoadView>
  )
}
