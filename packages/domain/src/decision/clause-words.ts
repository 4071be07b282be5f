/** Clauses as a Russian paper or page names them: «п. 8.3.2, 4.5.2, Прил. 3», «Прил. 1, строка 3». */
export function clauseWords(clause: string): string {
  const words = clause
    .replaceAll('App. ', 'Прил. ')
    .replace(/ r(\d+)\b/g, ', строка $1')
    .replace(/ ?\(duty\)/g, '')
  return /^Прил/.test(words) ? words : `п. ${words}`
}
