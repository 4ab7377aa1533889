/**
 * A process for `testing-sign-in-load.ts`: a member's browser that asks one question after the other, from the message `start` to the
 * message `stop`, and then tells the milliseconds that it waited for each answer. Arguments: the address of the server, the cookies.
 */
const [origin = "", cookie = ""] = process.argv.slice(2);
let isAsking = false;

async function ask(): Promise<void> {
  const times: number[] = [];
  while (isAsking) {
    const begun = performance.now();
    const response = await fetch(`${origin}/api/trpc/auth.me`, { headers: { cookie }, redirect: "manual" });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`answered ${response.status}`);
    times.push(performance.now() - begun);
    await Bun.sleep(2);
  }
  process.send!(times);
}

process.on("message", (message) => {
  isAsking = message === "start";
  if (isAsking) void ask();
});
process.send!([]);

export {};
