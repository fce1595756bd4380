/** What is used of esbuild's account of a build. */
export interface Metafile {
  readonly outputs: Readonly<Record<string, { readonly imports: readonly { readonly path: string; readonly external?: boolean }[] }>>
  readonly inputs: Readonly<Record<string, { readonly imports: readonly { readonly path: string }[] }>>
}
export declare function assertNothingOfNode(name: string, metafile: Metafile, external: readonly string[]): void
