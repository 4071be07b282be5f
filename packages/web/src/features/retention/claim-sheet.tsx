import { NativeSelect, Textarea } from '@mantine/core'
import { decideClaim, type KeptLine, readRetention } from '@ochno/contract/retention'
import { type ClaimKind, type ClaimOutcome, outcomesOf } from '@ochno/domain/retention/claim'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'

/** P-15, P-16: the institution decides in writing; the original stays where it is. */
export function ClaimSheet({
  hold,
  about,
  onClose,
}: {
  hold: KeptLine['holds'][number]
  about: ClaimKind
  onClose: () => void
}) {
  const { t } = useTranslation()
  const deciding = useDo(decideClaim, [readRetention])
  const outcomes: readonly ClaimOutcome[] = outcomesOf[about]
  const [outcome, setOutcome] = useState(outcomes[0] ?? 'refused')
  const [words, setWords] = useState('')
  const save = async () => {
    const answer = await deciding.run({ params: { hid: hold.id }, body: { outcome, words: words.trim() } })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t(`retention.claims.kinds.${about}`)}
      failure={deciding.failure}
      submit={t('retention.claims.submit')}
      busy={deciding.busy}
      disabled={words.trim() === ''}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p>{t(`retention.claims.says.${about}`, { claim: hold.claim })}</p>
      <p>{t(`retention.claims.text.${about}`)}</p>
      <NativeSelect
        label={t('retention.claims.outcome')}
        value={outcome}
        onChange={(event) => setOutcome(outcomes.find((one) => one === event.currentTarget.value) ?? outcome)}
        data={outcomes.map((value) => ({ value, label: t(`retention.claims.outcomes.${value}`) }))}
      />
      <Textarea
        label={t('retention.claims.words')}
        description={t(`retention.claims.wordsHints.${about}`)}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        maxLength={2000}
        autosize
        minRows={3}
      />
    </FormSheet>
  )
}
