import { readlinkSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { hashSync, verifySync } from "@node-rs/argon2";
import type { HashingAnswer, HashingWork } from "./run-hashing";

// Linux gives each thread a priority of its own, and takes a thread's id where a process is asked for. Elsewhere hashing is as urgent as the rest.
if (process.platform === "linux") {
  const threadId = Number(readlinkSync("/proc/thread-self").split("/").at(-1));
  setPriority(threadId, constants.priority.PRIORITY_LOW);
}

/** OWASP Password Storage: argon2id, 19 MiB, two passes, one lane. `hashSync` makes argon2id unless told otherwise. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const answerOf = ({ password, passwordHash }: HashingWork): HashingAnswer => {
  try {
    if (passwordHash === undefined) return { value: hashSync(password, cost) };
    // Mailboxes may come with a hash of bcrypt from where they were before.
    const isOurs = passwordHash.startsWith("$argon2");
    return { value: isOurs ? verifySync(passwordHash, password) : Bun.password.verifySync(password, passwordHash) };
  } catch (error) {
    return { problem: String(error) };
  }
};

parentPort!.on("message", (work: HashingWork) => parentPort!.postMessage(answerOf(work)));
