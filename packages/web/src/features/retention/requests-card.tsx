import { Button } from '@mantine/core'
import { listSubjectExports, type SubjectExportView } from '@ochno/contract/subject-exports'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Card } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'
import { dayWords } from './day-words.ts'
import { ReleaseSheet } from './release-sheet.tsx'

/** P-30: whom an answer is owed and by when, the nearest first. */
export function RequestsCard() {
  const { t, i18n } = useTranslation()
  const list = useLoad(listSubjectExports, {}, { everyMs: 30_000 })
  const [releasing, setReleasing] = useState<SubjectExportView | null>(null)
  return (
    <Card title={t('retention.requests.title')} lead={t('retention.requests.lead')}>
      <LoadView load={list} rows={3}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p>{t('retention.requests.empty')}</p>
          ) : (
            <Table
              label={t('retention.requests.title')}
              rows={rows}
              rowKey={({ id }) => id}
              columns={[
                {
                  name: t('retention.requests.who'),
                  cell: (row) => (
                    <>
                      <strong>{row.person.name}</strong>
                      <br />
                      {t(`retention.requests.by.${row.askedBy}`)}
                    </>
                  ),
                },
                {
                  name: t('retention.requests.due'),
                  cell: ({ dueOn }) =>
                    dueOn ? dayWords(dueOn, i18n.language) : t('retention.requests.noDay'),
                },
                {
                  name: t('retention.requests.state'),
                  cell: (row) => (
                    <StateMark
                      quiet
                      tone={row.late ? 'bad' : row.state === 'made' ? 'warn' : 'idle'}
                      word={
                        row.late ? t('retention.requests.late') : t(`retention.requests.states.${row.state}`)
                      }
                    />
                  ),
                },
                {
                  name: t('retention.requests.release'),
                  quiet: true,
                  cell: (row) =>
                    row.state === 'made' ? (
                      <Button
                        variant="default"
                        size="compact-md"
                        aria-label={t('retention.requests.releaseOf', { name: row.person.name })}
                        onClick={() => setReleasing(row)}
                      >
                        {t('retention.requests.release')}
                      </Button>
                    ) : null,
                },
              ]}
            />
          )
        }
      </LoadView>
      {releasing ? <ReleaseSheet row={releasing} onClose={() => setReleasing(null)} /> : null}
    </Card>
  )
}
