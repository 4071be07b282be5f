import { Button, NativeSelect, TextInput } from '@mantine/core'
import {
  chooseExitRoute,
  exitRoutes,
  listWithdrawals,
  type WithdrawalView,
} from '@ochno/contract/withdrawals'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Card } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'
import { useDay } from './day.ts'
import { leftWords, waitsForWay } from './left-words.ts'

/** P-14 for the office: who took a consent back and what is still to be done, that first. */
export function WithdrawalsCard({ zone }: { zone: string }) {
  const { t } = useTranslation()
  const list = useLoad(listWithdrawals, {})
  const [choosing, setChoosing] = useState<WithdrawalView | null>(null)
  if (list.is !== 'ready' || list.value.rows.length === 0) return null
  const { rows, mayChoose } = list.value
  return (
    <Card title={t('consents.left.office')} lead={t('consents.left.officeLead')}>
      <Table
        label={t('consents.left.office')}
        rows={rows.toSorted((a, b) => Number(waitsForWay(b)) - Number(waitsForWay(a)))}
        rowKey={({ id }) => id}
        columns={[
          {
            name: t('consents.left.who'),
            cell: (row) => (
              <>
                <strong>{row.name}</strong>
                <br />
                {row.exam.title}, <When at={row.exam.opensAt} zone={zone} />
              </>
            ),
          },
          {
            name: t('consents.left.what'),
            cell: (row) => (
              <>
                {t(`consents.left.phase.${row.phase}`)}
                <br />
                <When at={row.withdrawnAt} zone={zone} />
              </>
            ),
          },
          {
            name: t('consents.left.done'),
            cell: (row) => <Done row={row} />,
          },
          ...(mayChoose
            ? [
                {
                  name: t('consents.left.choose'),
                  quiet: true,
                  cell: (row: WithdrawalView) =>
                    row.phase === 'before' && !row.givenAgain ? (
                      <Button
                        variant={row.route ? 'subtle' : 'default'}
                        size="compact-md"
                        aria-label={t('consents.left.chooseOf', { name: row.name })}
                        onClick={() => setChoosing(row)}
                      >
                        {row.route ? t('consents.left.change') : t('consents.left.choose')}
                      </Button>
                    ) : null,
                },
              ]
            : []),
        ]}
      />
      {choosing ? <WaySheet row={choosing} onClose={() => setChoosing(null)} /> : null}
    </Card>
  )
}

function Done({ row }: { row: WithdrawalView }) {
  const { t } = useTranslation()
  const day = useDay()
  if (row.phase !== 'before') {
    const tone = row.recording.is === 'to_destroy' ? 'warn' : 'idle'
    const word = leftWords(t, row.recording, day) ?? t('consents.left.nothingYet')
    return <StateMark quiet tone={tone} word={word} />
  }
  const { collected, route } = row
  return (
    <>
      {row.givenAgain ? (
        <StateMark quiet tone="ok" word={t('consents.left.again')} />
      ) : (
        <StateMark
          quiet
          tone={route ? 'ok' : 'warn'}
          word={
            route
              ? t('consents.left.way', { way: t(`consents.left.ways.${route.way}`), note: route.note })
              : t('consents.left.wayWanted')
          }
        />
      )}
      {collected.had === 0 ? null : (
        <p>
          {collected.left === 0
            ? t('consents.left.gone')
            : row.doBy
              ? t('consents.left.goneBy', { day: day(row.doBy) })
              : t('consents.left.going')}
        </p>
      )}
    </>
  )
}

function WaySheet({ row, onClose }: { row: WithdrawalView; onClose: () => void }) {
  const { t } = useTranslation()
  const choose = useDo(chooseExitRoute, [listWithdrawals])
  const ways = exitRoutes.filter((one) => one === 'own_order' || row.choices.includes(one))
  const [way, setWay] = useState(row.route?.way ?? ways[0] ?? 'own_order')
  const [note, setNote] = useState(row.route?.note ?? '')
  const save = async () => {
    const answer = await choose.run({ params: { wid: row.id }, body: { way, note } })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('consents.left.sheet')}
      failure={choose.failure}
      submit={t('consents.left.submit')}
      busy={choose.busy}
      disabled={note.trim() === ''}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p>
        <strong>{row.name}</strong>
        <br />
        {row.exam.title}
      </p>
      <p>{t('consents.left.sheetText')}</p>
      <NativeSelect
        label={t('consents.left.how')}
        value={way}
        onChange={(event) => setWay(ways.find((one) => one === event.currentTarget.value) ?? way)}
        data={ways.map((one) => ({ value: one, label: t(`consents.left.ways.${one}`) }))}
      />
      <TextInput
        label={t('consents.left.note')}
        description={t('consents.left.noteHint')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={300}
      />
    </FormSheet>
  )
}
