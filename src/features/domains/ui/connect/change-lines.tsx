import { t } from "~/lib/i18n/t";
import type { PlannedRecord } from "../../schema/connect";
import { pairUp } from "./pair-up";
import { RecordLines } from "./record-lines";

/** What is added, changed and taken out, each under its own heading. */
export function ChangeLines(props: { add: readonly PlannedRecord[]; remove: readonly PlannedRecord[] }) {
  const parts = () => pairUp(props);
  return (
    <>
      <RecordLines tone="add" title={t("connect.add", { count: parts().added.length })} records={parts().added} />
      <RecordLines
        tone="change"
        title={t("connect.replace", { count: parts().changed.length })}
        records={parts().changed}
      />
      <RecordLines
        tone="remove"
        title={t("connect.remove", { count: parts().removed.length })}
        records={parts().removed}
      />
    </>
  );
}
