import type { ExamRulesView } from '@ochno/contract/exam-card'
import { useTranslation } from 'react-i18next'
import { Card, Rows } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import classes from './exams.module.css'
import { useParameterName } from './problem-words.ts'

const readers = ['examinee', 'proctor', 'teacher'] as const

/** What applies to an exam, or will apply to a draft: the act, the card, and what each side lives by. */
export function RulesCard({ rules, zone }: { rules: ExamRulesView; zone: string }) {
  const { t } = useTranslation()
  const { act, frozen, card } = rules
  if (act === null) return <Card title={t('examCard.rules.title')} lead={t('examCard.rules.noAct')} />
  return (
    <Card
      title={t(frozen ? 'examCard.rules.title' : 'examCard.rules.willApply')}
      lead={frozen ? t('examCard.rules.kept') : null}
    >
      <Rows>
        <dl className={classes.facts}>
          <Fact name={t('examCard.rules.by')}>{act.quote}</Fact>
          {card.subject ? <Fact name={t('examCard.rules.subject')}>{card.subject}</Fact> : null}
          <Fact name={t('examCard.rules.kind')}>{t(`examCard.about.kinds.${card.kind}`)}</Fact>
          <Fact name={t('examCard.rules.mode')}>{t(`examCard.watch.modes.${card.mode}`)}</Fact>
          <Fact name={t('examCard.rules.delivery')}>
            <Delivery card={card} />
          </Fact>
          {frozen ? (
            <>
              <Fact name={t('examCard.rules.frozen')}>
                <When at={frozen.at} zone={zone} />
              </Fact>
              <Fact name={t('examCard.rules.hash')}>
                <span className={classes.hash}>{frozen.sha256}</span>
              </Fact>
            </>
          ) : null}
        </dl>
        <Permitted rules={rules} />
        {readers.map((reader) => (
          <details key={reader}>
            <summary>{t(`examCard.rules.${reader}`)}</summary>
            <ul className={classes.list}>
              {rules.words[reader].map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </details>
        ))}
      </Rows>
    </Card>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Delivery({ card: { delivery } }: { card: ExamRulesView['card'] }) {
  const { t } = useTranslation()
  const place = t(`examCard.watch.deliveries.${delivery.to}`)
  const where = delivery.address ?? delivery.name
  return where === null ? place : `${place}: ${where}`
}

function Permitted({ rules: { card, materials } }: { rules: ExamRulesView }) {
  const { t } = useTranslation()
  const name = useParameterName()
  const lists = [
    {
      title: t('examCard.rules.changes'),
      lines: card.overrides.map(({ key, value, ground }) =>
        t(ground.trim() === '' ? 'examCard.rules.changedPlain' : 'examCard.rules.changed', {
          name: name(key),
          value:
            value === 'allowed'
              ? t('examCard.rules.lift')
              : value === 'forbidden'
                ? t('examCard.rules.forbid')
                : String(value),
          ground,
        }),
      ),
    },
    {
      title: t('examCard.rules.permissions'),
      lines: [
        ...card.switches.map((one) => {
          const label = t(`examCard.allowed.switch.${one.name}`)
          return one.limitSeconds === null
            ? label
            : t('examCard.rules.upTo', { name: label, count: one.limitSeconds / 60 })
        }),
        ...card.software.map((one) => one.name),
      ],
    },
    { title: t('examCard.rules.materials'), lines: materials.map(({ wording }) => wording) },
    { title: t('examCard.rules.requirements'), lines: card.requirements },
  ]
  return lists
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => (
      <section key={title}>
        <h3 className={classes.sub}>{title}</h3>
        <ul className={classes.list}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    ))
}
