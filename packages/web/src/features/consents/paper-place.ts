/** Where the page goes after «подпишу на бумаге». */
export const paperPlace = (account: string): string => `paper-${account}`
