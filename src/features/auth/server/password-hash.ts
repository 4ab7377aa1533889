import { availableParallelism } from "node:os";
import { AppError } from "~/lib/errors";
import { createGate } from "~/lib/gate";
import { runHashing } from "./run-hashing";

const longestQueue = 64;
/** Of a password that nobody knows: what an unknown address is compared with, so that it takes as long as a known one. */
const nobody = "$argon2id$v=19$m=19456,t=2,p=1$j2/TvnAEG5Rr2rj9v30Eng$jihtHOUh/ZQo2LaX4oLsTniXbF80ZfbbRs5wMe57m7I";

/** One core is left to whoever else asks, where there is more than one. */
const inTurn = createGate(Math.max(1, availableParallelism() - 1), (waiting) => {
  if (waiting >= longestQueue) throw new AppError("request.too_many", { retryAfterSeconds: 5 });
});

/** Two ways to type one letter are one password (RFC 8265 §4.2.2). */
const prepared = (password: string) => password.normalize("NFC");

/** PHC string. Costs 20 to 50 ms and 19 MiB. Throws `request.too_many`. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => runHashing({ password: prepared(password) }) as Promise<string>);

/** Whether `password` is the one behind a PHC string. `null` stands for an account that does not exist: `false`, and not any sooner. Throws `request.too_many`. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await inTurn(() =>
    runHashing({ password: prepared(password), passwordHash: passwordHash ?? nobody }),
  );
  return matches === true && passwordHash !== null;
}
