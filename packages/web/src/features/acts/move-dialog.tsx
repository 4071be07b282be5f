import { type ActView, listActs, moveAct, readAct } from '@ochno/contract/acts'
import { cardGaps } from '@ochno/domain/regulation/card-gaps'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useDay } from './day.ts'
import { GapList } from './gap-list.tsx'

/** Says what a move brings before it is made; an approval that lacks something says what. */
export function MoveDialog({
  act,
  command,
  onClose,
}: {
  act: ActView
  command: ActView['commands'][number]
  onClose: () => void
}) {
  const { t } = useTranslation()
  const day = useDay()
  const others = useLoad(listActs, {}, { enabled: command === 'approve' })
  const current =
    others.is === 'ready' ? others.value.rows.find(({ state }) => state === 'effective') : undefined
  const regulated = act.settings.find(({ key }) => key === 'scope.proctoring_regulated')
  const proctoring = regulated !== undefined && 'value' in regulated && regulated.value === true
  const moving = useDo(moveAct, [readAct, listActs])
  const gaps = command === 'approve' ? cardGaps(act.card) : []
  const from = act.card.effectiveFrom
  const submit = async () => {
    const answer = await moving.run({ params: { aid: act.id }, body: { command } })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t(`acts.commands.${command}`)}
      failure={moving.failure}
      submit={t(`actEditing.move.do.${command}`)}
      busy={moving.busy}
      disabled={gaps.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div>{t(`actEditing.move.what.${command}`)}</div>
      {gaps.length ? (
        <Notice tone="warn" title={t('actEditing.move.missing')}>
          <GapList card={act.card} gaps={gaps} />
        </Notice>
      ) : null}
      {command === 'approve' && from && !gaps.length ? (
        <div>
          {t('actEditing.move.begins', { day: day(from) })}
          {current
            ? ` ${t('actEditing.move.replaces', { title: current.title, edition: current.edition })}`
            : ''}
        </div>
      ) : null}
      {command === 'approve' && current && current.preset !== act.preset ? (
        <Notice tone="warn" title={t('actEditing.move.otherAct')} />
      ) : null}
      {command === 'approve' && !proctoring ? (
        <Notice tone="warn" title={t('actEditing.move.notProctoring')} />
      ) : null}
      {command === 'approve' && proctoring && act.undecided ? (
        <Notice tone="warn" title={t('actEditing.move.undecided', { count: act.undecided })} />
      ) : null}
    </FormSheet>
  )
}
