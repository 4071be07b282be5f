import { Button, NativeSelect } from '@mantine/core'
import {
  askOwnExport,
  listOwnExports,
  type SubjectExportView,
  takeOwnExport,
} from '@ochno/contract/subject-exports'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { When } from '../../ui/when.tsx'

const tones = { asked: 'info', made: 'info', released: 'ok', gone: 'idle' } as const

/** P-30: everything with papers and own recordings; it takes days, because a person looks that nobody else is in it. */
export function ArchiveCard({ zone }: { zone: string }) {
  const { t } = useTranslation()
  const list = useLoad(listOwnExports, {}, { everyMs: 30_000 })
  const ask = useDo(askOwnExport, [listOwnExports])
  const [of, setOf] = useState('')
  return (
    <Card title={t('retention.archive.title')}>
      <LoadView load={list} rows={3}>
        {({ rows, people, days }) => {
          const [self] = people
          const person = people.find(({ id }) => id === of) ?? self
          const open = rows.some(
            (row) => row.person.id === person?.id && (row.state === 'asked' || row.state === 'made'),
          )
          return (
            <Rows>
              <p>{t('retention.archive.text', { count: days })}</p>
              {ask.failure ? <FailureNotice failure={ask.failure} /> : null}
              {people.length > 1 ? (
                <NativeSelect
                  label={t('retention.archive.whose')}
                  value={person?.id ?? ''}
                  onChange={(event) => setOf(event.currentTarget.value)}
                  data={people.map((one) => ({
                    value: one.id,
                    label: one.self ? t('retention.archive.own') : one.name,
                  }))}
                />
              ) : null}
              {open ? null : (
                <Bar>
                  <Button
                    variant="default"
                    loading={ask.busy}
                    onClick={() => person && void ask.run({ body: { person: person.id } })}
                  >
                    {t('retention.archive.ask')}
                  </Button>
                </Bar>
              )}
              {rows.map((row) => (
                <One key={row.id} row={row} zone={zone} named={people.length > 1} />
              ))}
            </Rows>
          )
        }}
      </LoadView>
    </Card>
  )
}

function One({ row, zone, named }: { row: SubjectExportView; zone: string; named: boolean }) {
  const { t, i18n } = useTranslation()
  const take = useDo(takeOwnExport, [listOwnExports])
  const day = (iso: string) =>
    new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${iso}T00:00:00Z`),
    )
  const download = async () => {
    const answer = await take.run({ params: { xid: row.id } })
    if (answer.ok) saveFile(t('retention.own.file'), answer.body)
  }
  const left = row.recordings.filter(({ withheld }) => withheld !== null)
  return (
    <section>
      <Rows gap="sm">
        <div>
          {named ? <strong>{row.person.name}. </strong> : null}
          {t('retention.archive.asked')} <When at={row.askedAt} zone={zone} />
        </div>
        <div>
          <StateMark tone={tones[row.state]} word={t(`retention.archive.states.${row.state}`)} />
        </div>
        {row.dueOn && (row.state === 'asked' || row.state === 'made') ? (
          <p>{t('retention.archive.due', { day: day(row.dueOn) })}</p>
        ) : null}
        {row.state === 'released' && row.until ? (
          <>
            <p>
              {t('retention.archive.inside', {
                papers: row.papers,
                recordings: row.recordings.length - left.length,
              })}{' '}
              {t('retention.archive.until')} <When at={row.until} zone={zone} />.
            </p>
            {left.map(({ session, exam, withheld }) => (
              <p key={session}>{t('retention.archive.left', { exam, reason: withheld })}</p>
            ))}
            {take.failure ? <FailureNotice failure={take.failure} /> : null}
            <Bar>
              <Button
                loading={take.busy}
                leftSection={<IconDownload size={18} aria-hidden />}
                onClick={() => void download()}
              >
                {t('retention.archive.take')}
              </Button>
            </Bar>
          </>
        ) : null}
      </Rows>
    </section>
  )
}
