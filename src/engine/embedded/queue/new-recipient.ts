import type { QueuedRecipient } from "./queue-store";

/** A recipient before the first attempt. Instants are milliseconds since 1970. */
export const newRecipient = (address: string, due: number, expires: number, notify = ""): QueuedRecipient => ({
  address,
  state: "scheduled",
  due,
  expires,
  retries: 0,
  notify,
  code: null,
  hostname: null,
  reply: null,
  errorType: null,
});
