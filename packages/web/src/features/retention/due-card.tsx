import { Button, Checkbox, TextInput } from '@mantine/core'
import { type KeptLine, prepareDestruction, readRetention } from '@ochno/contract/retention'
import type { SessionId } from '@ochno/domain/ids'
import { IconChecks } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { Empty } from '../../ui/empty.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { dayWords } from './day-words.ts'
import { HoldButton } from './hold-button.tsx'
import { Whose } from './whose.tsx'

export function DueCard({
  rows,
  may,
  mayHold,
}: {
  rows: readonly KeptLine[]
  may: boolean
  mayHold: boolean
}) {
  const { t, i18n } = useTranslation()
  const [picked, setPicked] = useState<readonly SessionId[]>([])
  const [preparing, setPreparing] = useState(false)
  if (rows.length === 0)
    return (
      <Card title={t('retention.due.title')}>
        <Empty icon={IconChecks} title={t('retention.due.empty')}>
          {t('retention.due.emptyText')}
        </Empty>
      </Card>
    )
  const chosen = picked.filter((one) => rows.some(({ session }) => session === one))
  const toggle = (session: SessionId) =>
    setPicked(chosen.includes(session) ? chosen.filter((one) => one !== session) : [...chosen, session])
  const pick = {
    name: t('retention.due.pick'),
    cell: (row: KeptLine) => (
      <Checkbox
        aria-label={t('retention.due.pickOne', { name: row.examinee, exam: row.exam })}
        checked={chosen.includes(row.session)}
        onChange={() => toggle(row.session)}
      />
    ),
  }
  return (
    <Card title={t('retention.due.title')} lead={t('retention.due.lead')}>
      <Rows>
        <Table
          label={t('retention.due.title')}
          rows={rows}
          rowKey={({ session }) => session}
          columns={[
            ...(may ? [pick] : []),
            { name: t('retention.kept.who'), cell: (row) => <Whose row={row} /> },
            {
              name: t('retention.kept.recorded'),
              cell: ({ recordedOn }) => dayWords(recordedOn, i18n.language),
            },
            {
              name: t('retention.kept.until'),
              cell: ({ until }) =>
                until ? t('retention.kept.untilDay', { day: dayWords(until, i18n.language) }) : '',
            },
            ...(mayHold
              ? [
                  {
                    name: t('retention.kept.hold'),
                    quiet: true,
                    cell: (row: KeptLine) => <HoldButton row={row} />,
                  },
                ]
              : []),
          ]}
        />
        {may ? (
          <Bar>
            <Button disabled={chosen.length === 0} onClick={() => setPreparing(true)}>
              {t('retention.due.prepare', { count: chosen.length })}
            </Button>
            <Button
              variant="default"
              onClick={() => setPicked(rows.slice(0, 200).map(({ session }) => session))}
            >
              {t('retention.due.all')}
            </Button>
          </Bar>
        ) : null}
      </Rows>
      {preparing ? (
        <PrepareSheet
          sessions={chosen}
          onClose={() => setPreparing(false)}
          onDone={() => {
            setPicked([])
            setPreparing(false)
          }}
        />
      ) : null}
    </Card>
  )
}

type SheetProps = {
  readonly sessions: readonly SessionId[]
  readonly onClose: () => void
  readonly onDone: () => void
}

function PrepareSheet({ sessions, onClose, onDone }: SheetProps) {
  const { t } = useTranslation()
  const prepare = useDo(prepareDestruction, [readRetention])
  const [ground, setGround] = useState('')
  const save = async () => {
    const answer = await prepare.run({ body: { sessions: [...sessions], ground } })
    if (answer.ok) onDone()
  }
  return (
    <FormSheet
      title={t('retention.due.sheet')}
      failure={prepare.failure}
      submit={t('retention.due.submit')}
      busy={prepare.busy}
      disabled={ground.trim() === ''}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p>{t('retention.due.text')}</p>
      <TextInput
        label={t('retention.due.ground')}
        description={t('retention.due.groundHint')}
        value={ground}
        onChange={(event) => setGround(event.currentTarget.value)}
        maxLength={500}
      />
    </FormSheet>
  )
}
