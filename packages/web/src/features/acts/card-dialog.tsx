import { type ActView, changeCard, listActs, readAct } from '@ochno/contract/acts'
import { mayChangePart } from '@ochno/domain/regulation/card-stages'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useCardErrors, wrongFields } from './card-errors.ts'
import { CardForm } from './card-form.tsx'

export function CardDialog({ act, onClose }: { act: ActView; onClose: () => void }) {
  const { t } = useTranslation()
  const changing = useDo(changeCard, [readAct, listActs])
  const [card, setCard] = useState(act.card)
  const [tried, setTried] = useState(false)
  const errors = useCardErrors(card, tried)
  const wrong = tried ? wrongFields(card).size : 0
  const submit = async () => {
    setTried(true)
    if (wrongFields(card).size) return
    const answer = await changing.run({ params: { aid: act.id }, body: card })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('acts.card.edit')}
      failure={changing.failure}
      submit={t('acts.card.save')}
      busy={changing.busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {act.state === 'draft' ? null : <p>{t(`actEditing.card.closed.${closedWord(act.state)}`)}</p>}
      <CardForm
        card={card}
        onChange={setCard}
        errors={errors}
        may={(part) => mayChangePart(act.state, part)}
      />
      {wrong ? <Notice tone="bad" live="alert" title={t('actEditing.card.wrong', { count: wrong })} /> : null}
    </FormSheet>
  )
}

const closedWord = (state: ActView['state']): 'text' | 'approval' =>
  mayChangePart(state, 'approval') ? 'text' : 'approval'
