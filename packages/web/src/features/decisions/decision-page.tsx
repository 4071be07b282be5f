import { type DecisionView, readDecision } from '@ochno/contract/decisions'
import type { SessionId } from '@ochno/domain/ids'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { AnswersCard } from './answers-card.tsx'
import { DecideCard } from './decide-card.tsx'
import { DecidedCard } from './decided-card.tsx'
import { DirectorCard } from './director-card.tsx'
import { HistoryCard } from './history-card.tsx'
import { ProtocolCard } from './protocol-card.tsx'
import { QuestionsCard } from './questions-card.tsx'
import { RulesCard } from './rules-card.tsx'
import { SecondCard } from './second-card.tsx'
import { isOpen } from './standing.ts'

/** /decisions/:session */
export function DecisionPage() {
  const { t } = useTranslation()
  const { session = '' } = useParams({ strict: false })
  const load = useLoad(readDecision, { params: { sid: session as SessionId } })
  if (load.is !== 'ready')
    return (
      <Page title={t('decisions.one')}>
        <Card>
          <LoadView load={load} rows={8}>
            {() => null}
          </LoadView>
        </Card>
      </Page>
    )
  const { value } = load
  return (
    <Page
      title={value.examinee}
      lead={[value.exam, value.group, t(`decisions.states.${value.state}`)].filter(Boolean).join(' · ')}
    >
      <Parts view={value} />
    </Page>
  )
}

function Parts({ view }: { view: DecisionView }) {
  const { t } = useTranslation()
  const me = useMe()
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const open = isOpen(view.state)
  const part = { view, zone }
  return (
    <Rows gap="lg">
      {view.proctored ? <Notice tone="info" title={t('decisions.ownSession')} /> : null}
      <ProtocolCard {...part} />
      <AnswersCard {...part} />
      <RulesCard {...part} />
      {view.questions.length ? <QuestionsCard {...part} /> : null}
      {view.director.wanted || view.director.recommendation ? <DirectorCard {...part} /> : null}
      {open && view.proposed ? <SecondCard {...part} /> : null}
      {open && !view.proposed && !view.proctored ? <DecideCard {...part} /> : null}
      {view.decided ? <DecidedCard {...part} /> : null}
      <HistoryCard {...part} />
    </Rows>
  )
}
