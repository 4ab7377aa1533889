import { AppError } from "../lib/errors";

/** Tabs and devices that one person may keep open on one process. */
const mostPerPerson = 20;
const open = new Map<string, number>();

/** Runs a stream that counts towards what one person may hold open. Throws `request.too_many`. */
export async function* inStreamSlot<T>(personId: string, stream: () => AsyncGenerator<T>): AsyncGenerator<T> {
  const held = open.get(personId) ?? 0;
  if (held >= mostPerPerson) throw new AppError("request.too_many", { retryAfterSeconds: 60 });
  open.set(personId, held + 1);
  try {
    yield* stream();
  } finally {
    const left = open.get(personId)! - 1;
    if (left > 0) open.set(personId, left);
    else open.delete(personId);
  }
}
