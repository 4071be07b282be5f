import { Group, Radio } from '@mantine/core'
import { answerQuestion, listDecisions, readDecision } from '@ochno/contract/decisions'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Card, Rows } from '../../ui/page.tsx'
import type { Part } from './part.ts'
import { isOpen } from './standing.ts'

/** Some violations count only together with a second fact, and that fact is a person's finding. */
export function QuestionsCard({ view }: Part) {
  const { t } = useTranslation()
  const answering = useDo(answerQuestion, [readDecision, listDecisions])
  const locked = !isOpen(view.state) || view.proctored || answering.busy
  return (
    <Card title={t('decisions.questions.title')} lead={t('decisions.questions.lead')}>
      <Rows>
        {answering.failure ? <FailureNotice failure={answering.failure} /> : null}
        {view.questions.map(({ code, wording, ask, answer }) => (
          <Radio.Group
            key={code}
            label={t(`decisions.questions.${ask}`)}
            description={wording}
            value={answer === null ? null : answer ? 'yes' : 'no'}
            onChange={(said) =>
              void answering.run({
                params: { sid: view.session, code },
                body: { answer: said === 'yes' },
              })
            }
          >
            <Group gap="lg" mt="xs">
              <Radio value="yes" label={t('decisions.yes')} disabled={locked} />
              <Radio value="no" label={t('decisions.no')} disabled={locked} />
            </Group>
          </Radio.Group>
        ))}
      </Rows>
    </Card>
  )
}
