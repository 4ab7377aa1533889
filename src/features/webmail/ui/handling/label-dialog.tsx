import { createSignal } from "solid-js";
import { t } from "~/lib/i18n/t";
import { toast } from "~/ui/toast-store";
import type { Overview } from "../../schema";
import { failureText } from "../failure-text";
import type { Asked, Handling } from "./handling";
import { createLabel } from "./label-changes";
import { LabelDot } from "./label-dot";
import { PickDialog } from "./pick-dialog";

type About = Extract<Asked, { ask: "label" }>;

/** Labels put on and taken off; each choice counts at once. */
export function LabelDialog(props: { view: Overview; handling: Handling; about: About; onClose: () => void }) {
  const about = () => (props.about.all ? undefined : props.about);
  const [changed, setChanged] = createSignal<ReadonlyMap<string, boolean>>(new Map());
  const count = () => about()?.targets.threadIds.length ?? props.view.page.total;
  const carries = (keyword: string) => {
    const { rows, keywords = [] } = about() ?? {};
    return (
      changed().get(keyword) ??
      (rows ? rows.every((row) => row.keywords.includes(keyword)) : keywords.includes(keyword))
    );
  };
  const put = (keyword: string, name: string) => {
    const [value, chosen] = [!carries(keyword), props.about];
    setChanged((before) => new Map(before).set(keyword, value));
    if (chosen.all) props.onClose();
    props.handling.labelAsked(chosen, keyword, value, name);
  };
  const create = async (name: string) => {
    try {
      const made = await createLabel({ name });
      put(made.keyword, made.name);
    } catch (error) {
      toast(failureText(error), { tone: "danger" });
    }
  };
  return (
    <PickDialog
      isMulti
      title={t("arranging.labelTitle", { count: count() })}
      label={t("arranging.findLabel")}
      choices={props.view.labels.map(({ keyword, name, colour }) => ({
        ...{ id: keyword, text: name, isChecked: carries(keyword) },
        icon: <LabelDot colour={colour} />,
      }))}
      onPick={({ id, text }) => put(id, text)}
      onCreate={(name) => void create(name)}
      createText={(name) => t("arranging.createLabel", { name })}
      onClose={props.onClose}
    />
  );
}
