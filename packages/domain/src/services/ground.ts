// 002 п. 11: a contract with the right-holder and (or) a user agreement comes before the use.
import type { FilePurpose, ServiceCard } from './card.ts'

export type Ground = 'own' | 'contract' | 'agreement'

type Files = ReadonlySet<FilePurpose>

/** What it is used on that day by. A contract without its file or its right-holder is none (R2-11a). */
export function groundsOn(card: ServiceCard, files: Files, today: string): readonly Ground[] {
  const { contract, agreement, own, rightHolder } = card
  const grounds: Ground[] = []
  if (own) grounds.push('own')
  if (
    contract !== null &&
    contract.number.trim() !== '' &&
    contract.on <= today &&
    (contract.until === null || contract.until >= today) &&
    rightHolder.trim() !== '' &&
    files.has('contract')
  )
    grounds.push('contract')
  if (
    agreement !== null &&
    agreement.version.trim() !== '' &&
    agreement.joinedBy.trim() !== '' &&
    agreement.on <= today &&
    (agreement.address !== null || files.has('agreement'))
  )
    grounds.push('agreement')
  return grounds
}

type Contracted = Pick<ServiceCard, 'contract'>

/** The file of a contract proves that contract; of another number or day it proves nothing (R2-11a). */
export const isOtherContract = (before: Contracted, after: Contracted): boolean =>
  before.contract !== null &&
  (after.contract === null ||
    before.contract.number.trim() !== after.contract.number.trim() ||
    before.contract.on !== after.contract.on)

/** 000 2.4: «все условия использования сервиса, включая вопросы безопасности, конфиденциальности и технической поддержки». */
export const sectionsFull = ({ contract }: ServiceCard): boolean =>
  contract === null ||
  [contract.security, contract.confidentiality, contract.support].every((text) => text.trim() !== '')

/** A contract that was there and has run out. */
export const contractOver = ({ contract }: ServiceCard, today: string): boolean =>
  contract !== null && contract.until !== null && contract.until < today
