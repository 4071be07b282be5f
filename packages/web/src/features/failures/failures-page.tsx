import { Button } from '@mantine/core'
import { type ExamFailures, type FailureView, listFailures, type OutageView } from '@ochno/contract/failures'
import type { ExamId } from '@ochno/domain/ids'
import { IconPlugConnectedX, IconPlus } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { CauseSheet } from './cause-sheet.tsx'
import { DecideSheet, type Deed } from './decide-sheet.tsx'
import { FailureCard } from './failure-card.tsx'
import { PostedSheet } from './posted-sheet.tsx'
import { PowersCard } from './powers-card.tsx'
import { RecordSheet } from './record-sheet.tsx'

type Opened =
  | { readonly is: 'decide'; readonly deed: Deed; readonly row: FailureView }
  | { readonly is: 'cause'; readonly row: FailureView; readonly outage: OutageView }
  | { readonly is: 'posted'; readonly row: FailureView }
  | { readonly is: 'record' }

/** /exams/:exam/failures: from what happened to a new date, by whoever the act names. */
export function FailuresPage() {
  const { t } = useTranslation()
  const { exam: eid } = useParams({ strict: false }) as { exam: ExamId }
  const load = useLoad(listFailures, { params: { eid } }, { everyMs: 15_000 })
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => setOpened(null)
  const all = load.is === 'ready' ? load.value : null
  return (
    <Page
      title={t('failures.title')}
      lead={all ? `${all.exam.title}. ${t('failures.lead')}` : t('failures.lead')}
      actions={
        <>
          <Button component={Link} to={`/exams/${eid}`} variant="default">
            {t('failures.back')}
          </Button>
          {all?.mayDecide ? (
            <Button
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => setOpened({ is: 'record' })}
            >
              {t('failures.record')}
            </Button>
          ) : null}
        </>
      }
    >
      <LoadView load={load} rows={6}>
        {(found) => <Found found={found} onOpen={setOpened} />}
      </LoadView>
      {all && opened ? <Sheets all={all} opened={opened} onClose={close} /> : null}
    </Page>
  )
}

function Found({ found, onOpen }: { found: ExamFailures; onOpen: (opened: Opened) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <PowersCard all={found} />
      {found.rows.length === 0 ? (
        <Card>
          <Empty icon={IconPlugConnectedX} title={t('failures.none')}>
            {t('failures.noneText')}
          </Empty>
        </Card>
      ) : null}
      {found.rows.map((row) => (
        <FailureCard
          key={row.session}
          row={row}
          all={found}
          onDecide={(deed) => onOpen({ is: 'decide', deed, row })}
          onCause={(outage) => onOpen({ is: 'cause', row, outage })}
          onPosted={() => onOpen({ is: 'posted', row })}
        />
      ))}
    </>
  )
}

function Sheets({ all, opened, onClose }: { all: ExamFailures; opened: Opened; onClose: () => void }) {
  switch (opened.is) {
    case 'decide':
      return <DecideSheet all={all} row={opened.row} deed={opened.deed} onClose={onClose} />
    case 'cause':
      return <CauseSheet row={opened.row} outage={opened.outage} onClose={onClose} />
    case 'posted':
      return <PostedSheet all={all} row={opened.row} onClose={onClose} />
    case 'record':
      return <RecordSheet all={all} onClose={onClose} />
  }
}
