import type { ImportPreview } from '@ochno/contract/people-import'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../api/me.ts'
import { Notice } from '../../ui/notice.tsx'
import { Card, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'
import { dayWords } from './day.ts'
import classes from './people.module.css'

/** What the file would do, or what to mend in it. */
export function ImportView({ preview }: { preview: ImportPreview }) {
  const { t } = useTranslation()
  const me = useMe()
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const { counts } = preview
  const nothing = counts.added + counts.changed + counts.linked === 0
  return (
    <>
      {preview.problemCount > 0 ? (
        <Card
          title={t('people.import.problems', { count: preview.problemCount })}
          lead={t('people.import.problemsLead')}
        >
          <Table
            label={t('people.import.problems', { count: preview.problemCount })}
            rows={preview.problems.map((problem, n) => ({ ...problem, key: String(n) }))}
            rowKey={({ key }) => key}
            columns={[
              { name: t('people.import.line'), cell: ({ line }) => line },
              { name: t('people.import.column'), cell: ({ column }) => column ?? t('people.none') },
              {
                name: t('people.import.value'),
                cell: ({ value }) => (
                  <span className={classes.value}>{value || t('people.import.empty')}</span>
                ),
              },
              { name: t('people.import.mend'), cell: ({ code }) => t(`people.problems.${code}`) },
            ]}
          />
          {preview.problemCount > preview.problems.length ? (
            <p className={classes.quiet}>{t('people.import.more', { count: preview.problems.length })}</p>
          ) : null}
        </Card>
      ) : (
        <Notice
          tone={nothing ? 'info' : 'ok'}
          live="status"
          title={t(nothing ? 'people.import.nothing' : 'people.import.ready', { ...counts })}
        >
          {t('people.import.untouched')}
        </Notice>
      )}
      {preview.appliedAt ? (
        <Notice tone="info" title={t('people.import.before')}>
          <When at={preview.appliedAt} zone={zone} />
        </Notice>
      ) : null}
      {preview.unknown.length ? (
        <Notice tone="warn" title={t('people.import.unknown')}>
          {preview.unknown.join(', ')}
        </Notice>
      ) : null}
      {preview.sample.length && preview.problemCount === 0 ? <Sample preview={preview} /> : null}
    </>
  )
}

function Sample({ preview }: { preview: ImportPreview }) {
  const { t, i18n } = useTranslation()
  const changed = preview.counts.added + preview.counts.changed
  return (
    <Card title={t('people.import.sample')}>
      <Rows>
        <Table
          label={t('people.import.sample')}
          rows={preview.sample}
          rowKey={({ line, login }) => `${line} ${login}`}
          columns={[
            { name: t('people.import.line'), cell: ({ line }) => line },
            { name: t('admin.people.name'), cell: ({ fullName }) => <strong>{fullName}</strong> },
            { name: t('admin.people.login'), cell: ({ login }) => login || t('people.none') },
            {
              name: t('people.role'),
              cell: ({ roles }) =>
                roles.map((role) => t(`common.roles.${role}`)).join(', ') || t('people.none'),
            },
            { name: t('people.email'), cell: ({ email }) => email ?? t('people.none') },
            { name: t('people.group'), cell: ({ group }) => group ?? t('people.none') },
            { name: t('people.learnerId'), cell: ({ learnerId }) => learnerId ?? t('people.none') },
            {
              name: t('people.born'),
              cell: ({ born }) => (born ? dayWords(born, i18n.language) : t('people.none')),
            },
            {
              name: t('people.import.does'),
              cell: ({ does }) => (
                <StateMark tone={does === 'add' ? 'ok' : 'info'} word={t(`people.import.will.${does}`)} />
              ),
            },
          ]}
        />
        {changed > preview.sample.length ? (
          <p className={classes.quiet}>
            {t('people.import.sampleMore', { shown: preview.sample.length, count: changed })}
          </p>
        ) : null}
      </Rows>
    </Card>
  )
}
