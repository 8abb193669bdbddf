/** The codes that the command line ends with. */
export const exitCodes = {
  clean: 0,
  /** Findings at error, or more warnings than --max-warnings. */
  findings: 1,
  /** Something could not be checked, or the command was not understood. */
  failed: 2,
  /** Ctrl-C: 128 and the signal's number, as shells count. */
  interrupted: 130,
} as const;

/** What the person has to put right before anything can be checked. The message is one line and no stack is shown. */
export class CannotCheck extends Error {
  /** Where to read on: "verbatim check --help". Null where the help has nothing on it. */
  readonly help: string | null;

  constructor(message: string, help: string | null = null) {
    super(message);
    this.name = "CannotCheck";
    this.help = help;
  }
}
