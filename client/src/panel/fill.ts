/** Puts arguments in the place of `{0}`, `{1}`; one without an argument stays, so that a test can see it. */
export function fill(template: string, ...args: readonly (string | number)[]): string {
  return template.replace(/\{(\d)\}/g, (whole, index: string) => String(args[Number(index)] ?? whole))
}
