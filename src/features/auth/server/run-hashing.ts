import { Worker } from "node:worker_threads";

/** A password to be hashed, or to be compared with a PHC string. */
export type HashingWork = { password: string; passwordHash?: string };
export type HashingAnswer = { value: string | boolean } | { problem: string };

const entry = new URL("./hashing-thread.ts", import.meta.url);
const idle: Worker[] = [];

function startThread(): Worker {
  const thread = new Worker(entry);
  // Whoever waits for it hears of both; without a listener an error would end the process.
  thread.on("error", () => {});
  thread.on("exit", () => {
    const at = idle.indexOf(thread);
    if (at >= 0) idle.splice(at, 1);
  });
  return thread;
}

/**
 * Hashes or compares in a thread of the lowest priority: a core that hashes is there at once for whoever else asks, which the threads of
 * the runtime's own pool are not. There are as many threads as callers at a time; they are kept, and keep no process alive. The password
 * does not leave the process.
 */
export async function runHashing(work: HashingWork): Promise<string | boolean> {
  const thread = idle.pop() ?? startThread();
  thread.ref();
  const { promise, resolve, reject } = Promise.withResolvers<HashingAnswer>();
  const onExit = () => reject(new Error("the hashing thread has ended"));
  thread.once("message", resolve).once("error", reject).once("exit", onExit);
  thread.postMessage(work);
  try {
    const answer = await promise;
    if ("problem" in answer) throw new Error(answer.problem);
    return answer.value;
  } finally {
    thread.off("message", resolve).off("error", reject).off("exit", onExit);
    thread.unref();
    if (thread.threadId !== -1) idle.push(thread);
  }
}
