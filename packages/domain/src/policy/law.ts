// What a law limits whatever an act says. The list is for the institution's lawyer to confirm; each line names its law.
import type { Value } from './parameter.ts'
import type { PolicyKey } from './schema.ts'

export type LawCap = { readonly value: Value; readonly law: string }
type Known = (key: PolicyKey) => Value | null

const BIOMETRIC = '152-ФЗ, статья 11: биометрические данные только с письменного согласия'
const EBS = '572-ФЗ, статья 3: идентификация через ЕБС добровольна'

const rules: Readonly<Partial<Record<PolicyKey, (said: Value | null, known: Known) => LawCap | null>>> = {
  // Face templates are biometric data; without the consent that names them they are not made (TR-02).
  'biometrics.auto_face_matching': (said, known) =>
    said === true && known('consent.biometric') !== true ? { value: false, law: BIOMETRIC } : null,
  // TR-56: the right of an institution, never a duty of a person.
  'identity.ebs_option': (said) => (said === 'required' ? { value: 'allowed', law: EBS } : null),
}

export const lawCap = (key: PolicyKey, said: Value | null, known: Known): LawCap | null =>
  rules[key]?.(said, known) ?? null
