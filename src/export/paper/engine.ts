/** What sets type and decides nothing. It sees no disk and no network, only what it is given. */
export type Engine = {
  /** The families of the person's fonts. */
  readonly families: () => Promise<readonly string[]>
  /** Whether a picture can be set; then it is there under its name. */
  readonly tried: (name: string, bytes: Uint8Array) => Promise<boolean>
  /** The pages that a template makes of its data, or why it makes none. */
  readonly set: (template: string, data: string) => Promise<SetPages | NotSet>
}

export type SetPages = { readonly bytes: Uint8Array; readonly pages: number }
export type NotSet = { readonly reason: string }
