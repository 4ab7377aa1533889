import type { CallContext } from "../jmap/process-calls";
import type { ConcurrencyGate } from "./concurrency-gate";

/** What the HTTP routes work with. */
export type HttpContext = CallContext & {
  /** The base of the session's absolute URLs, without a slash at the end. */
  publicUrl(): string;
  requests: ConcurrencyGate;
  uploads: ConcurrencyGate;
  /** Open event streams: each call checks whether the stream's credential is still good. */
  streams: Set<() => void>;
};
