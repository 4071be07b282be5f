/** `heading` introduces what follows it; `right` is somebody's right, neither asked nor forbidden. */
export type ConductRule = {
  readonly clause: string
  readonly kind: 'duty' | 'ban' | 'permission' | 'right' | 'heading'
  readonly text: string
}
