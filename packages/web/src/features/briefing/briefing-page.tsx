import { Button, Textarea } from '@mantine/core'
import { type BriefingView, holdBriefing, readBriefing } from '@ochno/contract/briefing'
import { readChecklist } from '@ochno/contract/exam-admission'
import { readExam } from '@ochno/contract/exams'
import type { ExamId } from '@ochno/domain/ids'
import { IconMicrophone2 } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { moment } from '../../ui/moment.ts'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Page, Rows } from '../../ui/page.tsx'
import { BriefedCard } from './briefed-card.tsx'

/** 004 3.8: the words of the briefing, and who was told. */
export function BriefingPage() {
  const { t } = useTranslation()
  const { exam } = useParams({ strict: false }) as { exam: ExamId }
  const card = useLoad(readExam, { params: { eid: exam } })
  const load = useLoad(readBriefing, { params: { eid: exam } }, { everyMs: 10_000 })
  return (
    <Page title={t('briefing.teacher.title')} lead={t('briefing.teacher.lead')} width="narrow">
      <LoadView load={load} rows={6}>
        {(found) => (
          <>
            <Words
              key={found.held?.edition ?? 0}
              exam={exam}
              title={card.is === 'ready' ? card.value.title : null}
              briefing={found}
            />
            <BriefedCard exam={exam} briefing={found} />
          </>
        )}
      </LoadView>
    </Page>
  )
}

function Words({
  exam,
  title,
  briefing: { held, asked, proposal },
}: {
  exam: ExamId
  title: string | null
  briefing: BriefingView
}) {
  const { t, i18n } = useTranslation()
  const me = useMe()
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const [text, setText] = useState(held?.text ?? proposal)
  const holding = useDo(holdBriefing, [readBriefing, readChecklist])
  const same = held !== null && text.trim() === held.text
  return (
    <Card>
      <Rows>
        <Link to={`/exams/${exam}`}>{title ?? t('briefing.teacher.back')}</Link>
        {held ? (
          <Notice
            tone="ok"
            title={t('briefing.teacher.heldBy', {
              name: held.by.name,
              at: moment(held.at, zone, i18n.language),
            })}
          />
        ) : (
          <Notice
            tone={asked ? 'warn' : 'info'}
            title={t(asked ? 'briefing.teacher.notHeld' : 'briefing.teacher.notAsked')}
          />
        )}
        {holding.failure ? <FailureNotice failure={holding.failure} /> : null}
        <Textarea
          label={t('briefing.teacher.text')}
          description={t(held ? 'briefing.teacher.again' : 'briefing.teacher.textHint')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autosize
          minRows={6}
          maxRows={16}
        />
        {same ? null : (
          <Bar>
            <Button
              leftSection={<IconMicrophone2 size={18} aria-hidden />}
              disabled={text.trim() === ''}
              loading={holding.busy}
              onClick={() => void holding.run({ params: { eid: exam }, body: { text } })}
            >
              {t(held ? 'briefing.teacher.holdAgain' : 'briefing.teacher.hold')}
            </Button>
          </Bar>
        )}
      </Rows>
    </Card>
  )
}
