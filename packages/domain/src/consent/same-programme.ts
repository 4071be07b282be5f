/** People write the name of a programme by hand: case, quotation marks and spaces say nothing. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[«»„“”"']/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

export const sameProgramme = (one: string, other: string): boolean => plain(one) === plain(other)
