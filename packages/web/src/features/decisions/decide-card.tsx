import { Button, Radio, Select, Textarea, TextInput } from '@mantine/core'
import { type DecisionView, decideResult, listDecisions, readDecision } from '@ochno/contract/decisions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import type { Part } from './part.ts'

type Value = DecisionView['vocabulary'][number]

/** The value in the words of the act, the ground, the person. Nothing is chosen before the person chooses. */
export function DecideCard({ view }: Part) {
  const { t } = useTranslation()
  const deciding = useDo(decideResult, [readDecision, listDecisions])
  const mine = view.myPosts.filter((post) => view.makers.includes(post))
  const [value, setValue] = useState<Value | null>(null)
  const [authentic, setAuthentic] = useState<boolean | null>(null)
  const [ground, setGround] = useState('')
  const [lmsGrade, setLmsGrade] = useState('')
  const [as] = mine
  if (view.makers.length === 0)
    return (
      <Notice tone="warn" title={t('decisions.decide.nobody')}>
        {t('decisions.decide.nobodyText')}
      </Notice>
    )
  if (view.vocabulary.length === 0)
    return (
      <Notice tone="warn" title={t('decisions.decide.noValues')}>
        {t('decisions.decide.noValuesText')}
      </Notice>
    )
  const wanting = view.noOrder.filter((post) => view.makers.includes(post))
  if (!as && wanting.length > 0)
    return (
      <Notice
        tone="warn"
        title={t('decisions.decide.noOrder', {
          who: wanting.map((post) => t(`decisions.posts.${post}`)).join(', '),
        })}
      >
        {t('decisions.decide.noOrderText')}
      </Notice>
    )
  if (!as)
    return (
      <Notice
        tone="info"
        title={t('decisions.decide.other', {
          who: view.makers.map((post) => t(`decisions.posts.${post}`)).join(', '),
        })}
      />
    )
  const annuls = value !== null && view.annulling.includes(value)
  return (
    <Card
      title={t('decisions.decide.title')}
      lead={t('decisions.decide.lead', { who: t(`decisions.posts.${as}`) })}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (value !== null && authentic !== null)
            void deciding.run({
              params: { sid: view.session },
              body: { as, value, authentic, ground, lmsGrade },
            })
        }}
      >
        <Rows>
          {deciding.failure ? <FailureNotice failure={deciding.failure} /> : null}
          <Select
            label={t('decisions.decide.value')}
            value={value}
            searchable
            onChange={(next) => setValue(next as Value | null)}
            data={view.vocabulary.map((one) => ({ value: one, label: t(`decisions.values.${one}`) }))}
          />
          {annuls ? (
            <Notice tone="warn" title={t('decisions.decide.annuls')} live="status">
              {t('decisions.decide.annulsText')}
            </Notice>
          ) : null}
          <Radio.Group
            label={t('decisions.decide.authentic')}
            value={authentic === null ? null : authentic ? 'yes' : 'no'}
            onChange={(said) => setAuthentic(said === 'yes')}
          >
            <Rows gap="sm">
              <Radio value="yes" label={t('decisions.yes')} mt="xs" />
              <Radio value="no" label={t('decisions.no')} />
            </Rows>
          </Radio.Group>
          {view.final ? (
            <TextInput
              label={t('decisions.decide.lmsGrade')}
              description={t('decisions.decide.lmsGradeHint')}
              value={lmsGrade}
              onChange={(event) => setLmsGrade(event.currentTarget.value)}
              maxLength={100}
            />
          ) : null}
          <Textarea
            label={t('decisions.decide.ground')}
            description={t('decisions.decide.groundHint')}
            value={ground}
            onChange={(event) => setGround(event.currentTarget.value)}
            maxLength={2000}
            autosize
            minRows={2}
          />
          <Bar>
            <Button
              type="submit"
              loading={deciding.busy}
              disabled={
                value === null || authentic === null || !ground.trim() || (view.final && !lmsGrade.trim())
              }
            >
              {t(annuls ? 'decisions.decide.propose' : 'decisions.decide.do')}
            </Button>
          </Bar>
        </Rows>
      </form>
    </Card>
  )
}
