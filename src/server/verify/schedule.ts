import { verdict, type Outcome, type Step } from "./step";

export type Finished = { step: Step; outcome: Outcome; seconds: number };

/**
 * Runs `steps` in their order, `width` at a time, each after the steps it needs. A step whose need failed is not run and counts as
 * failed. `report` is called as each one ends.
 */
export async function schedule(
  steps: Step[],
  width: number,
  report: (finished: Finished) => void,
): Promise<Finished[]> {
  const waiting = [...steps];
  const running = new Map<Step, Promise<void>>();
  const finished: Finished[] = [];
  const names = new Set(steps.map((step) => step.name));
  const outcomeOf = (name: string) => finished.find(({ step }) => step.name === name)?.outcome;

  const end = (result: Finished) => {
    running.delete(result.step);
    finished.push(result);
    report(result);
  };
  const start = (step: Step) => {
    const begun = performance.now();
    const work = step
      .run()
      .catch((error: unknown) =>
        verdict(false, error instanceof Error ? (error.stack ?? error.message) : String(error)),
      )
      .then((outcome) => end({ step, outcome, seconds: (performance.now() - begun) / 1000 }));
    running.set(step, work);
  };
  const needsOf = (step: Step) => (step.needs ?? []).filter((name) => names.has(name));
  const fits = (step: Step) =>
    needsOf(step).every((name) => outcomeOf(name)) &&
    (step.isAlone ? running.size === 0 : ![...running.keys()].some((other) => other.isAlone));

  while (waiting.length > 0 || running.size > 0) {
    const blocked = waiting.find((step) => needsOf(step).some((name) => (outcomeOf(name)?.failed ?? 0) > 0));
    const next = blocked ?? (running.size < width ? waiting.find(fits) : undefined);
    if (next) waiting.splice(waiting.indexOf(next), 1);
    if (blocked) {
      end({ step: blocked, outcome: verdict(false, `not run: it needs ${needsOf(blocked).join(", ")}\n`), seconds: 0 });
    } else if (next) start(next);
    else await Promise.race(running.values());
  }
  return finished;
}
