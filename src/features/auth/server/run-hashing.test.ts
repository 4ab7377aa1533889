import { expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { runHashing } from "./run-hashing";

const password = "a long walk at dusk";

/** Fields of proc_pid_stat(5) of each thread of this process, from the third on; the nineteenth is the nice value. */
const niceValues = () =>
  readdirSync("/proc/self/task").map((id) => {
    const stat = readFileSync(`/proc/self/task/${id}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[16]);
  });

test("a hash that nobody could have made is an error, and the next password is checked as ever", async () => {
  const passwordHash = await runHashing({ password });
  const attempt = runHashing({ password, passwordHash: "no hash at all" });
  expect(await attempt.catch((error: unknown) => error)).toBeInstanceOf(Error);
  expect(await runHashing({ password, passwordHash: String(passwordHash) })).toBe(true);
});

test("several at a time each get their own answer", async () => {
  const passwordHash = String(await runHashing({ password }));
  const asked = [password, "wrong", password, "wrong"];
  const answers = await Promise.all(asked.map((each) => runHashing({ password: each, passwordHash })));
  expect(answers).toEqual([true, false, true, false]);
});

test.if(process.platform === "linux")(
  "hashing waits for everything else: its threads have the lowest priority, no other has",
  async () => {
    const own = () => readFileSync("/proc/self/stat", "utf8").split(") ")[1]?.split(" ")[16];
    const before = own();
    await runHashing({ password });
    expect(niceValues()).toContain(19);
    expect(own()).toBe(before);
  },
);

test("a program that has hashed a password ends when it is done", async () => {
  const script = `import { runHashing } from ${JSON.stringify(`${import.meta.dir}/run-hashing.ts`)}; console.log(await runHashing({ password: "x" }));`;
  const child = Bun.spawn([process.execPath, "-e", script], { stdout: "pipe", stderr: "inherit" });
  expect(await new Response(child.stdout).text()).toStartWith("$argon2id$");
  expect(await child.exited).toBe(0);
});
