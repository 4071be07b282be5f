/** Every check of the examinee's machine answers in this form; `why` is a code the web application has words for. */
export type Check<Why extends string, Facts = undefined> =
  | { readonly ok: true; readonly facts: Facts }
  | { readonly ok: false; readonly why: Why }
