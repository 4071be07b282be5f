import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import {
  addPart,
  changePart,
  type PartGiven,
  type PartView,
  readInstitution,
} from '@ochno/contract/institution'
import { ticketTopics } from '@ochno/contract/support'
import { levels, studyForms, supportPosts, unitDuties } from '@ochno/domain/institution/parts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'

export type PartKind = PartView['facts']['kind']

const empty: { readonly [K in PartKind]: PartGiven & { readonly kind: K } } = {
  branch: { kind: 'branch', city: '', address: '' },
  unit: { kind: 'unit', does: 'teaching', branch: null },
  programme: {
    kind: 'programme',
    code: '',
    level: 'ooo',
    studyForm: 'full_time',
    elearning: false,
    distance: true,
    notOnlyRemote: false,
    branch: null,
  },
  technology: { kind: 'technology', post: 'it_teacher', topics: [] },
}

export function PartDialog({
  kind,
  part,
  parts,
  onClose,
}: {
  kind: PartKind
  part: PartView | null
  parts: readonly PartView[]
  onClose: () => void
}) {
  const { t } = useTranslation()
  const adding = useDo(addPart, [readInstitution])
  const changing = useDo(changePart, [readInstitution])
  const [name, setName] = useState(part?.name ?? '')
  const [facts, setFacts] = useState<PartGiven>(part?.facts ?? empty[kind])
  const submit = async () => {
    const body = { name, facts }
    const answer = part ? await changing.run({ params: { part: part.id }, body }) : await adding.run({ body })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={part ? part.name : t(`institution.parts.${kind}.add`)}
      failure={adding.failure ?? changing.failure}
      submit={t('institution.save')}
      busy={adding.busy || changing.busy}
      disabled={!name.trim()}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextInput
        label={t('institution.name')}
        description={t(`institution.parts.${kind}.nameHint`)}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={300}
        required
        withAsterisk={false}
      />
      <Facts
        facts={facts}
        branches={parts.filter((one) => one.facts.kind === 'branch')}
        onChange={setFacts}
      />
    </FormSheet>
  )
}

function Facts({
  facts,
  branches,
  onChange,
}: {
  facts: PartGiven
  branches: readonly PartView[]
  onChange: (facts: PartGiven) => void
}) {
  const { t } = useTranslation()
  const text = (label: string, value: string, set: (value: string) => PartGiven, max: number) => (
    <TextInput
      label={label}
      value={value}
      onChange={(event) => onChange(set(event.currentTarget.value))}
      maxLength={max}
    />
  )
  const choice = <T extends string>(
    label: string,
    value: T,
    all: readonly { readonly value: T; readonly label: string }[],
    set: (value: T) => PartGiven,
  ) => (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) =>
        onChange(set(all.find((one) => one.value === event.currentTarget.value)?.value ?? value))
      }
      data={[...all]}
    />
  )
  const tick = (label: string, checked: boolean, set: (checked: boolean) => PartGiven, hint?: string) => (
    <Checkbox
      label={label}
      description={hint}
      checked={checked}
      onChange={(event) => onChange(set(event.currentTarget.checked))}
    />
  )
  const branch = (value: string | null, set: (value: string | null) => PartGiven) =>
    branches.length === 0
      ? null
      : choice(
          t('institution.branch'),
          value ?? '',
          [
            { value: '', label: t('institution.head') },
            ...branches.map(({ id, name }) => ({ value: id, label: name })),
          ],
          (id) => set(id || null),
        )
  switch (facts.kind) {
    case 'branch':
      return (
        <>
          {text(t('institution.city'), facts.city, (city) => ({ ...facts, city }), 100)}
          {text(t('institution.address'), facts.address, (address) => ({ ...facts, address }), 300)}
        </>
      )
    case 'unit':
      return (
        <>
          {choice(
            t('institution.doesWhat'),
            facts.does,
            unitDuties.map((value) => ({ value, label: t(`institution.does.${value}`) })),
            (does) => ({ ...facts, does }),
          )}
          {branch(facts.branch, (id) => ({ ...facts, branch: id }))}
        </>
      )
    case 'programme':
      return (
        <>
          {text(t('institution.programme.code'), facts.code, (code) => ({ ...facts, code }), 50)}
          {choice(
            t('institution.programme.level'),
            facts.level,
            levels.map((value) => ({ value, label: t(`institution.levels.${value}`) })),
            (level) => ({ ...facts, level }),
          )}
          {choice(
            t('institution.programme.form'),
            facts.studyForm,
            studyForms.map((value) => ({ value, label: t(`institution.forms.${value}`) })),
            (studyForm) => ({ ...facts, studyForm }),
          )}
          {tick(t('institution.programme.elearning'), facts.elearning, (elearning) => ({
            ...facts,
            elearning,
          }))}
          {tick(t('institution.programme.distance'), facts.distance, (distance) => ({ ...facts, distance }))}
          {tick(
            t('institution.programme.order932'),
            facts.notOnlyRemote,
            (notOnlyRemote) => ({ ...facts, notOnlyRemote }),
            t('institution.programme.order932Hint'),
          )}
          {branch(facts.branch, (id) => ({ ...facts, branch: id }))}
        </>
      )
    case 'technology':
      return (
        <>
          {choice(
            t('institution.technology.post'),
            facts.post,
            supportPosts.map((value) => ({ value, label: t(`institution.posts.${value}`) })),
            (post) => ({ ...facts, post }),
          )}
          <Checkbox.Group
            label={t('institution.technology.topics')}
            description={t('institution.technology.topicsHint')}
            value={facts.topics}
            onChange={(given) =>
              onChange({ ...facts, topics: ticketTopics.filter((topic) => given.includes(topic)) })
            }
          >
            {ticketTopics.map((topic) => (
              <Checkbox key={topic} value={topic} label={t(`support.topics.${topic}`)} mt="xs" />
            ))}
          </Checkbox.Group>
        </>
      )
  }
}
