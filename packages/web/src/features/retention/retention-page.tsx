import { readRetention } from '@ochno/contract/retention'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Page, Rows } from '../../ui/page.tsx'
import { ActsCard } from './acts-card.tsx'
import { DueCard } from './due-card.tsx'
import { FiguresCard } from './figures-card.tsx'
import { GoneCard } from './gone-card.tsx'
import { KeptCard } from './kept-card.tsx'
import { RequestsCard } from './requests-card.tsx'
import { ReviewDueCard } from './review-due-card.tsx'
import { SubjectCard } from './subject-card.tsx'

/** SM-18: what falls due, what is held and why, what is gone and by which act. */
export function RetentionPage() {
  const { t } = useTranslation()
  const me = useMe()
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const list = useLoad(readRetention, {}, { everyMs: 60_000 })
  return (
    <Page title={t('retention.title')} lead={t('retention.lead')}>
      <LoadView load={list} rows={8}>
        {(page) => {
          const here = page.rows.filter(({ destroyed }) => destroyed === null)
          const due = here.filter(({ kept, inAct }) => kept === null && inAct === null)
          return (
            <Rows gap="lg">
              <ReviewDueCard rows={here} may={page.mayHold} />
              <DueCard rows={due} may={page.mayDestroy} mayHold={page.mayHold} />
              <ActsCard acts={page.acts} me={page.me} may={page.mayDestroy} zone={zone} />
              <KeptCard rows={here.filter((row) => !due.includes(row))} mayHold={page.mayHold} />
              <GoneCard rows={page.rows.filter(({ destroyed }) => destroyed !== null)} zone={zone} />
              {me.is === 'ready' && may(me.value, 'subject.export') ? (
                <>
                  <RequestsCard />
                  <SubjectCard />
                  <FiguresCard />
                </>
              ) : null}
            </Rows>
          )
        }}
      </LoadView>
    </Page>
  )
}
