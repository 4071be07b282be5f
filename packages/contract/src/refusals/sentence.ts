export type Sentence = { readonly status: number; readonly ru: string; readonly en: string }
