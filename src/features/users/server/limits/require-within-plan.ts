import { AppError } from "~/lib/errors";

type Limits<T> = { perHour: T; perDay: T };

const words = { perHour: "an hour", perDay: "a day" };

/** Throws `tenant.limit_reached`, with an issue for the first field that asks for more than the plan allows. */
export function requireWithinPlan(wanted: Limits<number | null>, plan: Limits<number>): void {
  for (const path of ["perHour", "perDay"] as const) {
    const [asked, max] = [wanted[path], plan[path]];
    if (asked === null || asked <= max) continue;
    const reason = `The plan allows ${max} recipients ${words[path]}.`;
    throw new AppError("tenant.limit_reached", { issues: [{ path, message: "usage.issue_within_plan" }], max, reason });
  }
}
