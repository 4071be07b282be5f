/** Clauses as a Russian paper or page names them: «п. 8.3.2, 4.5.2, Прил. 3», «Прил. 4». */
export function clauseWords(clause: string): string {
  const words = clause.replaceAll('App. ', 'Прил. ').replace(/ ?\(duty\)/g, '')
  return /^Прил/.test(words) ? words : `п. ${words}`
}
