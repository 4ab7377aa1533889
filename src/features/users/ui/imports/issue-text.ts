import { t } from "~/lib/i18n/t";
import type { RunLine } from "../../schema/runs";

const say = (key: string) => t(key as "imports.title");
const isWorded = (message: string) => message.startsWith("imports.issue_");

/** What is wrong with a line, with the column where one is to blame. */
export const issueTexts = ({ issues }: RunLine): string[] =>
  issues.map(({ column, message }) => {
    const problem = isWorded(message) ? say(message) : t("imports.issue_other");
    return column ? t("imports.issueIn", { column: say(`imports.field_${column}`), problem }) : problem;
  });

/** What became of a line, or what is going to. */
export const outcomeText = ({ state, values }: RunLine): string =>
  say(`imports.outcome_${state === "waiting" ? (values["wanted"] ?? "waiting") : state}`);
