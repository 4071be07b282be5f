import { Button } from '@mantine/core'
import type { RegisterRow } from '@ochno/contract/consent-register'
import { readScan } from '@ochno/contract/consents'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { Drop, dropItem } from '../../ui/drop.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LongTable } from '../../ui/long-table.tsx'
import type { More } from '../../ui/more-line.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { When } from '../../ui/when.tsx'
import classes from './consents.module.css'
import { useDay } from './day.ts'
import { LateCell } from './late-cell.tsx'
import { LateDialog, type LateOf } from './late-dialog.tsx'
import { ExpelDialog, ReceiveDialog, WithdrawalDialog } from './office-dialogs.tsx'
import { saveFile } from './save-file.ts'
import { standingTone, useStandingWord } from './standing-words.ts'

const extensions = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const
type Deed = 'receive' | 'withdrawal' | 'expel'

export function RegisterTable({
  rows,
  more,
  manages,
  zone,
  today,
}: {
  rows: readonly RegisterRow[]
  more: More
  manages: boolean
  zone: string
  today: string
}) {
  const { t } = useTranslation()
  const word = useStandingWord()
  const reading = useDo(readScan)
  const [doing, setDoing] = useState<{ readonly deed: Deed; readonly row: RegisterRow } | null>(null)
  const scan = async ({ paper }: RegisterRow) => {
    if (!paper?.scan) return
    const answer = await reading.run({ params: { pid: paper.id } })
    if (answer.ok) saveFile(`scan.${extensions[paper.scan.kind]}`, answer.body)
  }
  const [deciding, setDeciding] = useState<LateOf | null>(null)
  const close = () => setDoing(null)
  return (
    <>
      {reading.failure ? <FailureNotice failure={reading.failure} /> : null}
      <LongTable
        more={more}
        label={t('consents.register.title')}
        rows={rows}
        rowKey={({ account }) => account}
        columns={[
          {
            name: t('consents.register.name'),
            cell: ({ name }) => <span className={classes.name}>{name}</span>,
          },
          {
            name: t('consents.register.consents'),
            cell: ({ consents }) => (
              <ul className={classes.marks}>
                {consents.map(({ kind, standing }) => (
                  <li key={kind}>
                    <small>{t(`consents.kinds.${kind}`)}</small>
                    <StateMark quiet tone={standingTone(standing)} word={word(standing)} />
                  </li>
                ))}
              </ul>
            ),
          },
          {
            name: t('consents.register.exam'),
            cell: ({ exam }) =>
              exam ? (
                <span className={classes.title}>
                  {exam.title}, <When at={exam.opensAt} zone={zone} />
                </span>
              ) : (
                t('consents.register.noExam')
              ),
          },
          {
            name: t('consents.register.original'),
            cell: (row) => (
              <>
                <Original row={row} />
                {row.late ? (
                  <LateCell
                    name={row.name}
                    late={row.late.original}
                    onOpen={manages ? () => setDeciding(lateOf(row)) : null}
                  />
                ) : null}
              </>
            ),
          },
          ...(manages
            ? [
                {
                  name: t('consents.register.deeds'),
                  quiet: true,
                  cell: (row: RegisterRow) => (
                    <Deeds row={row} onScan={() => void scan(row)} onDo={(deed) => setDoing({ deed, row })} />
                  ),
                },
              ]
            : []),
        ]}
      />
      {deciding ? <LateDialog of={deciding} onClose={() => setDeciding(null)} /> : null}
      {doing?.deed === 'receive' ? <ReceiveDialog row={doing.row} today={today} onClose={close} /> : null}
      {doing?.deed === 'withdrawal' ? (
        <WithdrawalDialog row={doing.row} today={today} onClose={close} />
      ) : null}
      {doing?.deed === 'expel' ? <ExpelDialog row={doing.row} today={today} onClose={close} /> : null}
    </>
  )
}

const lateOf = ({ name, late }: RegisterRow): LateOf | null =>
  late && { name, session: late.session, exam: late.exam, late: late.original }

function Original({ row: { original, paper } }: { row: RegisterRow }) {
  const { t } = useTranslation()
  const day = useDay()
  if (paper?.original) {
    const late = original?.is === 'complete' && original.late
    return (
      <StateMark
        quiet
        tone={late ? 'info' : 'ok'}
        word={t(late ? 'consents.register.completeLate' : 'consents.register.complete', {
          day: day(paper.original.receivedOn),
        })}
      />
    )
  }
  if (!original || original.is === 'complete') return t('consents.register.noOriginal')
  const scan = paper?.scan ? '' : `, ${t('consents.register.noScan')}`
  return original.is === 'overdue' ? (
    <StateMark
      quiet
      tone="warn"
      word={t('consents.register.daysLate', { count: original.daysLate }) + scan}
    />
  ) : (
    <StateMark
      quiet
      tone="idle"
      word={t('consents.register.awaited', { day: day(original.lastDay) }) + scan}
    />
  )
}

function Deeds({ row, onScan, onDo }: { row: RegisterRow; onScan: () => void; onDo: (deed: Deed) => void }) {
  const { t } = useTranslation()
  const active = row.consents.some(({ state }) => state === 'active')
  const toReceive = row.consents.some(({ state }) => state === 'scan_uploaded')
  return (
    <div className={classes.deeds}>
      {toReceive ? (
        <Button size="xs" onClick={() => onDo('receive')}>
          {t('consents.register.receive')}
        </Button>
      ) : null}
      {row.paper?.scan || active ? (
        <Drop
          label={t('consents.register.more', { name: row.name })}
          button={<IconDots size={20} aria-hidden />}
        >
          {row.paper?.scan ? (
            <button type="button" className={dropItem} onClick={onScan}>
              {t('consents.register.scan')}
            </button>
          ) : null}
          {active ? (
            <>
              <button type="button" className={dropItem} onClick={() => onDo('withdrawal')}>
                {t('consents.register.withdrawal')}
              </button>
              <button type="button" className={dropItem} onClick={() => onDo('expel')}>
                {t('consents.register.expel')}
              </button>
            </>
          ) : null}
        </Drop>
      ) : null}
    </div>
  )
}
