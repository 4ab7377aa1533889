import { t } from "~/lib/i18n/t";
import type { Overview } from "../../schema";
import type { BulkAct } from "../../schema/bulk";
import { folderName } from "../folders";

type Words = { title: string; confirm: string };

const marks = {
  $seen: { on: "arranging.bulkRead", off: "arranging.bulkUnread" },
  $flagged: { on: "arranging.bulkFlag", off: "arranging.bulkUnflag" },
} as const;
const confirms = {
  $seen: { on: "arranging.markRead", off: "arranging.markUnread" },
  $flagged: { on: "arranging.flag", off: "arranging.unflag" },
} as const;

/** What an act on so many conversations is called, as a question and on its button. */
export function bulkWords(act: BulkAct, { mailboxes, labels }: Overview, count: number): Words {
  if (act.do === "destroy") return { title: t("arranging.destroyTitle", { count }), confirm: t("handling.destroy") };
  if (act.do === "move") {
    const { to } = act;
    const folder = mailboxes.find(({ id, role }) => ("mailboxId" in to ? to.mailboxId === id : to.role === role));
    const name = folder ? folderName(folder) : folderName({ name: "", role: "role" in to ? to.role : null });
    return { title: t("arranging.bulkMove", { count, name }), confirm: t("arranging.moveNow") };
  }
  const way = act.value ? "on" : "off";
  if (act.keyword === "$seen" || act.keyword === "$flagged")
    return { title: t(marks[act.keyword][way], { count }), confirm: t(confirms[act.keyword][way]) };
  const name = labels.find(({ keyword }) => keyword === act.keyword)?.name ?? act.keyword;
  return act.value
    ? { title: t("arranging.bulkLabel", { count, name }), confirm: t("arranging.labelNow") }
    : { title: t("arranging.bulkUnlabel", { count, name }), confirm: t("arranging.unlabelNow") };
}
