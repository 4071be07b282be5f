import { type ActView, changeCard, listActs, readAct } from '@ochno/contract/acts'
import { mayChangePart } from '@ochno/domain/regulation/card-stages'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Rows } from '../../ui/page.tsx'
import { useCardErrors, wrongFields } from './card-errors.ts'
import { CardForm } from './card-form.tsx'

export function CardDialog({ act, onClose }: { act: ActView; onClose: () => void }) {
  const { t } = useTranslation()
  const changing = useDo(changeCard, [readAct, listActs])
  const [card, setCard] = useState(act.card)
  const [tries, setTries] = useState(0)
  const form = useRef<HTMLDivElement>(null)
  // The field that keeps the card from being saved may be far above the button.
  useEffect(() => {
    if (tries) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [tries])
  const errors = useCardErrors(card, tries > 0)
  const wrong = tries ? wrongFields(card).size : 0
  const submit = async () => {
    if (wrongFields(card).size) return setTries(tries + 1)
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
      {act.state === 'draft' ? null : <div>{t(`actEditing.card.closed.${closedWord(act.state)}`)}</div>}
      <div ref={form}>
        <Rows>
          <CardForm
            card={card}
            onChange={setCard}
            errors={errors}
            may={(part) => mayChangePart(act.state, part)}
          />
        </Rows>
      </div>
      {wrong ? <Notice tone="bad" live="alert" title={t('actEditing.card.wrong', { count: wrong })} /> : null}
    </FormSheet>
  )
}

const closedWord = (state: ActView['state']): 'text' | 'approval' =>
  mayChangePart(state, 'approval') ? 'text' : 'approval'
