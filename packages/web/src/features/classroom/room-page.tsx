import { readRoom, type RoomView } from '@ochno/contract/classroom'
import { IconSchool } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import classes from './classroom.module.css'
import { Seat } from './seat.tsx'

type Exam = RoomView['exams'][number]

/** /room: the list of a classroom exam, made for a tablet or a phone in the hand (004 section 2). */
export function RoomPage() {
  const { t } = useTranslation()
  const room = useLoad(readRoom, {}, { everyMs: 15_000 })
  return (
    <Page title={t('classroom.title')} lead={t('classroom.lead')}>
      <LoadView load={room} rows={6}>
        {({ exams, now }) =>
          exams.length === 0 ? (
            <Card>
              <Empty icon={IconSchool} title={t('classroom.empty')}>
                {t('classroom.emptyText')}
              </Empty>
            </Card>
          ) : (
            <Rows gap="lg">
              {exams.map((exam) => (
                <ExamList key={exam.id} exam={exam} now={now} />
              ))}
            </Rows>
          )
        }
      </LoadView>
    </Page>
  )
}

function ExamList({ exam, now }: { exam: Exam; now: string }) {
  const { t } = useTranslation()
  const me = useMe()
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const count = (...states: readonly string[]) => exam.seats.filter(({ is }) => states.includes(is)).length
  const lead = [
    exam.lesson ? t('classroom.lesson') : null,
    exam.place,
    t('classroom.came', { count: exam.seats.length - count('expected', 'absent'), of: exam.seats.length }),
    count('begun') ? t('classroom.working', { count: count('begun') }) : null,
  ].filter(Boolean)
  return (
    <Card title={exam.title} lead={lead.join(' · ')}>
      <ul className={classes.list}>
        {exam.seats.map((seat) => (
          <Seat key={seat.session} exam={exam} seat={seat} zone={zone} now={now} />
        ))}
      </ul>
    </Card>
  )
}
