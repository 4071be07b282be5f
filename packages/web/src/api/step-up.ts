// B-08: some acts need a password given in the last five minutes. The client asks once and repeats the request.
type Ask = () => Promise<boolean>

let ask: Ask = async () => false
let asking: Promise<boolean> | null = null

/** The dialog of the shell registers itself here. */
export function onStepUp(dialog: Ask): () => void {
  ask = dialog
  return () => {
    ask = async () => false
  }
}

/** True when the person has just proved who they are. Requests that need it at the same time share one question. */
export function proveAgain(): Promise<boolean> {
  asking ??= ask().finally(() => {
    asking = null
  })
  return asking
}
