import { examFiguresFile, type ExamFigures, readExamFigures } from '@ochno/contract/dashboards'
import type { ExamId } from '@ochno/domain/ids'
import { IconUsers } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { moment } from '../../ui/moment.ts'
import { Card, Columns, Page, Rows } from '../../ui/page.tsx'
import classes from './dashboards.module.css'
import { DecidedCards } from './decided-cards.tsx'
import { FileButtons } from './file-buttons.tsx'
import { CoverageCard, DurationCard, HintsCard } from './exam-plots.tsx'
import { FailuresCard, MarksCard } from './failures-card.tsx'
import { StageStrip } from './stage-strip.tsx'

export function ExamPage() {
  const { exam = '' } = useParams({ strict: false })
  const load = useLoad(readExamFigures, { params: { eid: exam as ExamId } })
  return (
    <LoadView load={load} rows={8}>
      {(view) => <Figures view={view} />}
    </LoadView>
  )
}

function Figures({ view }: { view: ExamFigures }) {
  const { t, i18n } = useTranslation()
  const me = useMe()
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const file = useDo(examFiguresFile)
  const { exam } = view
  return (
    <Page
      title={exam.title}
      lead={t('dashboards.exam.lead', {
        when: moment(exam.opensAt, zone, i18n.language),
        minutes: exam.lengthMinutes,
      })}
      actions={
        <FileButtons
          name={exam.title}
          take={(as) => file.run({ params: { eid: exam.id as ExamId }, query: { as } })}
          busy={file.busy}
          failure={file.failure}
        />
      }
    >
      <p className={classes.noPrint}>
        <Link to="/dashboards/exams" className={classes.link}>
          {t('dashboards.exam.back')}
        </Link>
        {' · '}
        <Link to={`/exams/${exam.id}`} className={classes.link}>
          {t('dashboards.exam.toExam')}
        </Link>
      </p>
      {view.people === 0 ? (
        <Card>
          <Empty icon={IconUsers} title={t('dashboards.exam.nobody')}>
            {t('dashboards.exam.nobodyText')}
          </Empty>
        </Card>
      ) : (
        <Rows gap="lg">
          <Card title={t('dashboards.exam.people')}>
            <StageStrip counts={view.stages} people={view.people} />
          </Card>
          <Columns>
            <DurationCard durations={view.durations} />
            <HintsCard hints={view.hints} />
            <CoverageCard coverage={view.coverage} />
            <FailuresCard failures={view.failures} />
            <MarksCard marks={view.marks} />
            <DecidedCards view={view} />
          </Columns>
        </Rows>
      )}
    </Page>
  )
}
