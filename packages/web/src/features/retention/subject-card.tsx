import { Button, TextInput } from '@mantine/core'
import { exportSubjectData, findSubjects } from '@ochno/contract/retention'
import type { AccountId } from '@ochno/domain/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { LetterSheet } from './letter-sheet.tsx'
import { saveFile } from '../../ui/save-file.ts'

const LEAST = 3

/** P-30: for a person who asked in writing. */
export function SubjectCard() {
  const { t } = useTranslation()
  const [find, setFind] = useState('')
  const asked = find.trim()
  return (
    <Card title={t('retention.own.takeOther')} lead={t('retention.own.otherText')}>
      <Rows>
        <TextInput
          label={t('retention.own.find')}
          description={t('retention.own.findHint')}
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
          maxLength={100}
        />
        {asked.length >= LEAST ? <Found find={asked} /> : null}
      </Rows>
    </Card>
  )
}

function Found({ find }: { find: string }) {
  const { t } = useTranslation()
  const people = useLoad(findSubjects, { query: { find } })
  const take = useDo(exportSubjectData)
  const [letter, setLetter] = useState<{ id: AccountId; fullName: string } | null>(null)
  const download = async (id: AccountId) => {
    const answer = await take.run({ params: { id } })
    if (answer.ok) saveFile(t('retention.own.otherFile'), answer.body)
  }
  return (
    <LoadView load={people} rows={2}>
      {({ rows }) =>
        rows.length === 0 ? (
          <p role="status">{t('retention.own.nobody')}</p>
        ) : (
          <Rows gap="sm">
            {letter ? <LetterSheet person={letter} onClose={() => setLetter(null)} /> : null}
            {take.failure ? <FailureNotice failure={take.failure} /> : null}
            <Table
              label={t('retention.own.takeOther')}
              rows={rows}
              rowKey={({ id }) => id}
              columns={[
                {
                  name: t('retention.own.person'),
                  cell: ({ fullName, login }) => (
                    <>
                      <strong>{fullName}</strong>
                      <br />
                      {login}
                    </>
                  ),
                },
                {
                  name: t('retention.own.take'),
                  quiet: true,
                  cell: ({ id, fullName }) => (
                    <Bar>
                      <Button
                        variant="default"
                        size="compact-md"
                        loading={take.busy}
                        aria-label={t('retention.own.takeOf', { name: fullName })}
                        onClick={() => void download(id)}
                      >
                        {t('retention.own.download')}
                      </Button>
                      <Button
                        variant="default"
                        size="compact-md"
                        aria-label={t('retention.requests.letterOf', { name: fullName })}
                        onClick={() => setLetter({ id, fullName })}
                      >
                        {t('retention.requests.letterButton')}
                      </Button>
                    </Bar>
                  ),
                },
              ]}
            />
          </Rows>
        )
      }
    </LoadView>
  )
}
