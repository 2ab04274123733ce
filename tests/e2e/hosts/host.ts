import type { Page } from '@playwright/test'

export type HostKind = 'electron' | 'browser'

/** A running program: what only Electron, or only a browser, knows how to do. */
export interface Host {
  readonly kind: HostKind
  /** The window. */
  readonly page: Page
  /** Closes the program as a person does; it saves first. */
  close(): Promise<void>
  /** Has the program end as a person does, who may be asked first; does not wait for it. */
  beginClose(): Promise<void>
  /** Resolves when the program has ended. */
  ended(): Promise<void>
  /** Ends the process that owns the disk at once, as a power cut does. */
  kill(): Promise<void>
  /** Makes the next file dialog choose these files. */
  chooseFiles(paths: readonly string[], openDialog: () => Promise<void>): Promise<void>
  /** Exports by what opens the save dialog. @returns Where the file is. */
  saveAs(file: string, startExport: () => Promise<void>): Promise<string>
  readClipboard(): Promise<string>
  /** @returns Addresses that the window asked of the network, or how many. */
  networkRequests(): Promise<readonly string[]>
}

export interface StartOptions {
  /** The project to open; the program decides when there is none. */
  readonly project?: string | undefined
  /** Path of a file: while it is there, nothing that is marked gets to the disk. */
  readonly diskGate?: string | undefined
}
