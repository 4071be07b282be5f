import { Button } from '@mantine/core'
import type { NoticeView } from '@ochno/contract/notices'
import type { SessionId } from '@ochno/domain/ids'
import { IconCalendarMinus, IconCalendarPlus, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { InList } from '../../ui/long-list.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { When } from '../../ui/when.tsx'
import { BeforeUse } from './before-use.tsx'
import classes from './notices.module.css'

export function NoticeItem({
  notice,
  inList,
  zone,
  busy,
  onRead,
}: {
  notice: NoticeView
  inList: InList
  zone: string
  busy: boolean
  onRead: () => void
}) {
  const { t } = useTranslation()
  const { title } = notice.facts
  return (
    <li className={classes.notice} {...inList}>
      <div className={classes.head}>
        <h2 className={classes.title}>
          {notice.kind === 'message'
            ? notice.facts.exam
              ? t('notices.message', { title })
              : title
            : notice.kind === 'maintenance'
              ? t('maintenance.notice', { what: title })
              : notice.kind === 'cancelled'
                ? t('amendments.notice.cancelled', { title })
                : notice.kind === 'child'
                  ? t(`amendments.notice.child.${notice.facts.what}`, { title, name: notice.facts.child })
                  : notice.kind === 'duty'
                    ? t(`amendments.notice.duty.${notice.facts.what}`, { title, people: notice.facts.people })
                    : t(notice.edition > 1 ? 'notices.changed' : 'notices.planned', { title })}
        </h2>
        {notice.readAt === null ? <StateMark tone="info" word={t('notices.fresh')} /> : null}
      </div>
      {notice.kind === 'schedule' || (notice.kind === 'child' && notice.facts.what !== 'called_off') ? (
        <Schedule facts={notice.facts} zone={zone} own={notice.kind === 'schedule'} />
      ) : notice.kind === 'child' ? (
        <>
          <p className={classes.words}>
            {t('amendments.notice.childOff')} <When at={notice.facts.opensAt} zone={zone} />.
          </p>
          {notice.facts.why ? (
            <p className={classes.words}>{t('amendments.notice.why', { why: notice.facts.why })}</p>
          ) : null}
        </>
      ) : notice.kind === 'cancelled' || notice.kind === 'duty' ? (
        <Changed notice={notice} zone={zone} />
      ) : notice.kind === 'maintenance' ? (
        <p className={classes.words}>
          {t('maintenance.from')} <When at={notice.facts.from} zone={zone} /> {t('maintenance.until')}{' '}
          <When at={notice.facts.until} zone={zone} />. {t('maintenance.open')}
        </p>
      ) : (
        <p className={classes.words}>{notice.facts.text}</p>
      )}
      <p className={classes.when}>
        <When at={notice.queuedAt} zone={zone} />
      </p>
      <div className={classes.acts}>
        {notice.readAt === null ? (
          <Button
            variant="default"
            disabled={busy}
            leftSection={<IconCheck size={18} aria-hidden />}
            aria-label={t('notices.readThis', { title })}
            onClick={onRead}
          >
            {t('notices.read')}
          </Button>
        ) : (
          <StateMark tone="ok" word={t('notices.wasRead')} quiet />
        )}
        {notice.kind === 'schedule' ? (
          /* A document of its own: only the exam page has rights to the camera (B-03). */
          <a href={`/exam/${notice.facts.session}`}>{t('notices.toExam')}</a>
        ) : null}
        {notice.kind === 'schedule' || notice.kind === 'cancelled' || notice.kind === 'child' ? (
          <CalendarLink notice={notice} />
        ) : null}
      </div>
    </li>
  )
}

/** The event of the exam, or the same event taken away. */
function CalendarLink({
  notice,
}: {
  notice: Extract<NoticeView, { kind: 'schedule' | 'cancelled' | 'child' }>
}) {
  const { t } = useTranslation()
  const { kind, facts } = notice
  const off = kind === 'cancelled' || (kind === 'child' && facts.what === 'called_off')
  const Icon = off ? IconCalendarMinus : IconCalendarPlus
  return (
    <Button
      component="a"
      href={`/api/${kind === 'child' ? 'my-children' : 'my'}/sessions/${facts.session}/calendar`}
      download
      variant="subtle"
      leftSection={<Icon size={18} aria-hidden />}
    >
      {t(off ? 'amendments.notice.fromCalendar' : 'notices.toCalendar')}
    </Button>
  )
}

function Changed({
  notice,
  zone,
}: {
  notice: Extract<NoticeView, { kind: 'cancelled' | 'duty' }>
  zone: string
}) {
  const { t } = useTranslation()
  const { facts } = notice
  return (
    <>
      <p className={classes.words}>
        {t(notice.kind === 'duty' ? 'amendments.notice.begin' : 'amendments.notice.cancelledText')}{' '}
        <When at={facts.opensAt} zone={zone} />.
        {notice.kind === 'duty' ? ` ${t('amendments.notice.people', { count: notice.facts.people })}` : ''}
      </p>
      {facts.why ? <p className={classes.words}>{t('amendments.notice.why', { why: facts.why })}</p> : null}
    </>
  )
}

type Facts = Extract<NoticeView, { kind: 'schedule' }>['facts']

function Schedule({ facts, zone, own }: { facts: Facts; zone: string; own: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <p className={classes.words}>
        {t('notices.from')} <When at={facts.opensAt} zone={zone} />
        {'. '}
        {t('notices.until')} <When at={facts.closesAt} zone={zone} />
        {'. '}
        {t('notices.length')} {t('common.duration.minutes', { count: facts.lengthMinutes })}.
      </p>
      {facts.why ? <p className={classes.words}>{t('amendments.notice.why', { why: facts.why })}</p> : null}
      {facts.inRoom || !own ? null : <BeforeUse session={facts.session as SessionId} />}
    </>
  )
}
