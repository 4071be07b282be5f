import { catalogue, type ViolationCode } from '@ochno/domain/incident/catalogue'
import type { CatalogueEntry } from '@ochno/domain/incident/violation'

export const wordingOf = (code: ViolationCode): string => (catalogue[code] as CatalogueEntry).wording
