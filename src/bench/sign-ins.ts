import { expect, test } from "bun:test";
import { quantile, type SignInRound, signInLoad } from "../server/testing-sign-in-load";

/**
 * What somebody who is signed in waits for an answer while a hundred others sign in, beside the quiet second before: p95 of each of nine bursts, and
 * the median of their ratios, which is to stay below 3. Milliseconds mean something on a quiet machine only.
 */
test("sign-ins", async () => {
  const load = await signInLoad();
  // What a first request compiles is not counted.
  for (let burst = 0; burst < 5; burst++) await load.round();
  const rounds: SignInRound[] = [];
  while (rounds.length < 9) rounds.push(await load.round());
  const middle = (of: "idle" | "during" | "slowest" | "ratio") =>
    quantile(
      0.5,
      rounds.map((round) => round[of]),
    );
  console.log(`quiet            p95 ${middle("idle").toFixed(1)} ms`);
  console.log(`during 100       p95 ${middle("during").toFixed(1)} ms, slowest ${middle("slowest").toFixed(0)}`);
  console.log(`during / quiet   ${rounds.map(({ ratio }) => ratio.toFixed(1)).join(" ")}`);
  console.log(`median           ${middle("ratio").toFixed(1)} of 3 ×`);
  expect(middle("ratio")).toBeLessThan(3);
}, 120_000);
