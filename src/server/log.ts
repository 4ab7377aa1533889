export type LogLevel = "debug" | "info" | "warn" | "error";

/** Fields that every line may carry; never a body, a password or a token. */
export type LogFields = {
  tenant_id?: string;
  user_id?: string;
  action?: string;
  result?: string;
  duration_ms?: number;
  ip?: string;
  request_id?: string;
  error?: unknown;
  [extra: string]: unknown;
};

export type Log = Record<LogLevel, (message: string, fields?: LogFields) => void>;

const order: LogLevel[] = ["debug", "info", "warn", "error"];

/** Drizzle ends the message of a failed query with its parameters: password hashes and token hashes are among them. */
export const withoutParameters = (text: string): string =>
  text.startsWith("Failed query:") || text.includes("Error: Failed query:")
    ? text.replace(/\nparams:[^]*?(?=\n {4}at |$)/g, "")
    : text;

const describeError = (error: unknown): unknown =>
  error instanceof Error
    ? {
        ...{ name: error.name, message: withoutParameters(error.message) },
        ...{ stack: error.stack && withoutParameters(error.stack), cause: error.cause && describeError(error.cause) },
      }
    : error;

/** One JSON line an event. JSON escapes control characters, so no value can forge a line. */
export function createLog(
  service: string,
  level: LogLevel,
  write: (line: string) => void = (line) => void process.stdout.write(line),
): Log {
  const at =
    (lineLevel: LogLevel) =>
    (message: string, { error, ...fields }: LogFields = {}) => {
      if (order.indexOf(lineLevel) < order.indexOf(level)) return;
      const head = { level: lineLevel, timestamp: new Date().toISOString(), service, message };
      write(`${JSON.stringify({ ...head, ...fields, error: describeError(error) })}\n`);
    };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
