/** What a step found: `passed` and `failed` are added up for the last line; `output` is shown when something failed, `note` always. */
export type Outcome = { passed: number; failed: number; output: string; note?: string };

export type Step = {
  name: string;
  /** Steps that must have passed before. */
  needs?: string[];
  /** Runs with nothing beside it: its tests wait for real servers and would be slowed into failing. */
  isAlone?: boolean;
  run: () => Promise<Outcome>;
};

export const verdict = (isGood: boolean, output: string, note?: string): Outcome => ({
  passed: isGood ? 1 : 0,
  failed: isGood ? 0 : 1,
  output,
  ...(note === undefined ? {} : { note }),
});
