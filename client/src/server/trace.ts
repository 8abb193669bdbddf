import { EventEmitter, LogLevel, type LogOutputChannel, workspace } from "vscode";

/**
 * Where the traffic with the server is written. The client library traces whenever the channel's log level is Trace
 * and never otherwise; this makes it follow the setting `verbatim.trace.server` instead.
 */
export function traceChannel(log: LogOutputChannel): LogOutputChannel {
  const changes = new EventEmitter<LogLevel>();
  const level = () =>
    workspace.getConfiguration("verbatim").get("trace.server", "off") === "off" ? LogLevel.Info : LogLevel.Trace;
  workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration("verbatim.trace.server")) changes.fire(level());
  });
  return {
    ...log,
    get logLevel() {
      return level();
    },
    onDidChangeLogLevel: changes.event,
    trace: (message, ...rest) => log.info(message, ...rest),
  };
}
