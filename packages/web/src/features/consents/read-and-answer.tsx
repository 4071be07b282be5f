import { Button, Radio } from '@mantine/core'
import {
  answerConsent,
  type ConsentItem,
  type ConsentPersonView,
  listMyConsents,
  markShown,
} from '@ochno/contract/consents'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Bar, Rows } from '../../ui/page.tsx'
import classes from './consents.module.css'
import { paperPlace } from './paper-place.ts'

/** Three parts one by one, plain words beside those of the document; then an answer, with nothing chosen beforehand. */
export function ReadAndAnswer({
  person,
  item,
  onClose,
}: {
  person: ConsentPersonView
  item: ConsentItem
  onClose: () => void
}) {
  const { t } = useTranslation()
  const showing = useDo(markShown, [listMyConsents])
  const { blocks, id } = item.text
  const first = blocks.findIndex(({ part }) => !item.read.includes(part))
  const toAnswer = first === -1 && item.mayAnswer && item.standing.is === 'awaited'
  const [at, setAt] = useState(toAnswer ? blocks.length : Math.max(0, first))
  const heading = useRef<HTMLHeadingElement>(null)
  const block = blocks[at]
  const isRead = first === -1
  const go = async () => {
    if (!block) return
    if (!item.read.includes(block.part)) {
      const answer = await showing.run({
        params: { id: person.account },
        body: { text: id, part: block.part },
      })
      if (!answer.ok) return
    }
    setAt(at + 1)
    requestAnimationFrame(() => heading.current?.focus())
  }
  return (
    <div className={classes.reader}>
      {block ? (
        <Rows>
          <h3 className={classes.part} ref={heading} tabIndex={-1}>
            <span>{t('consents.read.part', { at: at + 1, of: blocks.length })}</span>
            {block.title}
          </h3>
          <div className={classes.beside}>
            <section>
              <h4>{t('consents.read.plain')}</h4>
              <p className={classes.plain}>{block.plain}</p>
            </section>
            <section>
              <h4>{t('consents.read.legal')}</h4>
              <p className={classes.legal}>{block.legal}</p>
            </section>
          </div>
          {showing.failure ? <FailureNotice failure={showing.failure} /> : null}
          <Bar>
            <Button onClick={() => void go()} loading={showing.busy}>
              {t('consents.read.next')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('consents.read.close')}
            </Button>
          </Bar>
        </Rows>
      ) : (
        <Rows>
          <h3 className={classes.part} ref={heading} tabIndex={-1}>
            {item.mayAnswer ? t('consents.answer.title') : t('consents.read.done')}
          </h3>
          {item.mayAnswer && isRead ? (
            <AnswerForm person={person} item={item} onClose={onClose} />
          ) : (
            <Bar>
              <Button variant="default" onClick={onClose}>
                {t('consents.read.close')}
              </Button>
            </Bar>
          )}
        </Rows>
      )}
      <p className={classes.version}>{t('consents.read.version', { version: item.text.version })}</p>
    </div>
  )
}

function AnswerForm({
  person,
  item,
  onClose,
}: {
  person: ConsentPersonView
  item: ConsentItem
  onClose: () => void
}) {
  const { t } = useTranslation()
  const answering = useDo(answerConsent, [listMyConsents])
  const [chosen, setChosen] = useState<'agree' | 'decline' | null>(null)
  const send = async () => {
    if (!chosen) return
    // The paper is signed by hand; here there is nothing to send.
    if (chosen === 'agree' && item.onPaper) {
      onClose()
      const place = document.getElementById(paperPlace(person.account))
      place?.scrollIntoView({ block: 'center' })
      place?.focus({ preventScroll: true })
      return
    }
    const body = { text: item.text.id, answer: chosen }
    const answer = await answering.run({ params: { id: person.account }, body })
    if (answer.ok) onClose()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Rows>
        {person.self ? null : <p>{t('consents.answer.forChild', { name: person.name })}</p>}
        <Radio.Group
          label={item.text.question}
          description={t('consents.answer.hint')}
          value={chosen}
          onChange={(value) => setChosen(value === 'agree' || value === 'decline' ? value : null)}
        >
          <div className={classes.choices}>
            <Radio
              value="agree"
              label={t(item.onPaper ? 'consents.answer.paper' : 'consents.answer.agree')}
              description={item.onPaper ? t('consents.answer.toPaper') : null}
            />
            <Radio value="decline" label={t('consents.answer.decline')} />
          </div>
        </Radio.Group>
        {answering.failure ? <FailureNotice failure={answering.failure} /> : null}
        <Bar>
          <Button type="submit" disabled={!chosen} loading={answering.busy}>
            {t('consents.answer.send')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('consents.read.close')}
          </Button>
        </Bar>
      </Rows>
    </form>
  )
}
