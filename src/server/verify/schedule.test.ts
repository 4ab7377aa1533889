import { expect, test } from "bun:test";
import { schedule } from "./schedule";
import { type Step, verdict } from "./step";

const step = (name: string, more: Partial<Step> = {}): Step => ({ name, run: async () => verdict(true, ""), ...more });

test("a check runs after what it needs, and not at all when that failed", async () => {
  const ran: string[] = [];
  const noting = (name: string, isGood: boolean, needs?: string[]) =>
    step(name, { ...(needs ? { needs } : {}), run: async () => (ran.push(name), verdict(isGood, "")) });
  const finished = await schedule(
    [noting("late", true, ["early"]), noting("lost", true, ["broken"]), noting("early", true), noting("broken", false)],
    2,
    () => {},
  );
  expect(ran).toEqual(["early", "broken", "late"]);
  expect(finished.find((one) => one.step.name === "lost")?.outcome).toMatchObject({ failed: 1 });
});

test("a check that throws counts as failed and ends nothing else", async () => {
  const thrower = step("thrower", { run: () => Promise.reject(new Error("no such file")) });
  const finished = await schedule([thrower, step("other")], 2, () => {});
  expect(finished.map(({ outcome }) => outcome.failed).sort((a, b) => a - b)).toEqual([0, 1]);
  expect(finished.find((one) => one.step.name === "thrower")?.outcome.output).toContain("no such file");
});

test("a check that must be alone runs beside nothing", async () => {
  let running = 0;
  const beside: number[] = [];
  const busy = (name: string, isAlone: boolean) =>
    step(name, {
      isAlone,
      run: async () => {
        running++;
        if (isAlone) beside.push(running);
        await Bun.sleep(1);
        if (isAlone) beside.push(running);
        running--;
        return verdict(true, "");
      },
    });
  await schedule([busy("a", false), busy("tests", true), busy("b", false), busy("journeys", true)], 2, () => {});
  expect(beside).toEqual([1, 1, 1, 1]);
});
