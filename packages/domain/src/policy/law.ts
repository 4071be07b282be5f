// What a law limits whatever an act says. The list is for the institution's lawyer to confirm; each line names its law.
import type { Value } from './parameter.ts'
import type { PolicyKey } from './schema.ts'

export type LawCap = { readonly value: Value; readonly law: string; readonly trap: string }
type Known = (key: PolicyKey) => Value | null
type Rule = (said: Value | null, known: Known) => LawCap | null

const BIOMETRIC = {
  trap: 'TR-02',
  law: '152-ФЗ, статья 11: биометрические данные только с письменного согласия',
}
const FREELY = {
  trap: 'TR-27',
  law: '152-ФЗ, статья 9: согласие дают свободно, своей волей и в своём интересе',
}
const REQUESTS = { trap: 'TR-29', law: '59-ФЗ, статьи 8 и 12: регистрация за 3 дня, ответ за 30 дней' }
/** The longest a request may wait for its answer; where nobody named a shorter term, the term. */
export const ANSWER_BY_LAW = 30
const EBS = { trap: 'TR-56', law: '572-ФЗ, статья 3: идентификация через ЕБС добровольна' }

const atMost =
  (days: number): Rule =>
  (said) =>
    typeof said === 'number' && said > days ? { value: days, ...REQUESTS } : null

const rules: Readonly<Partial<Record<PolicyKey, Rule>>> = {
  // Face templates are biometric data; without the consent that names them they are not made.
  'biometrics.auto_face_matching': (said, known) =>
    said === true && known('consent.biometric') !== true ? { value: false, ...BIOMETRIC } : null,
  'consent.voluntary': (said) => (said === false ? { value: true, ...FREELY } : null),
  // The law's longest terms; an institution may only be quicker.
  'erequest.register_days': atMost(3),
  'erequest.answer_days': atMost(ANSWER_BY_LAW),
  // The right of an institution, never a duty of a person.
  'identity.ebs_option': (said) => (said === 'required' ? { value: 'allowed', ...EBS } : null),
}

export const lawCap = (key: PolicyKey, said: Value | null, known: Known): LawCap | null =>
  rules[key]?.(said, known) ?? null
