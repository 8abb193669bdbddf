/** A real VS Code that can run a mocha suite inside its extension host. */
export interface Editor {
  readonly name: string;
  /** Resolves when the suite is done; rejects where one of its tests failed or the editor did. */
  run(suite: SuiteRun): Promise<void>;
}

export interface SuiteRun {
  /** The bundle that exports `run`. */
  readonly suite: string;
  /** The folder of the extension under development that the suite runs beside. */
  readonly extension: string;
  /** Opened as the workspace. */
  readonly folder: string;
  /** An extension package that is installed first. */
  readonly vsix?: string;
}
