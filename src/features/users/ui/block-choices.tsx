import { For } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Checkbox } from "~/ui/checkbox";
import type { Block } from "../schema";

export const blocks = ["signIn", "send", "receive"] as const;

/** What a suspension takes away, each on its own. */
export const BlockChoices = (props: { chosen: readonly Block[]; onChange: (chosen: Block[]) => void }) => (
  <fieldset class="grid gap-3 m-0 p-0 border-0">
    <legend class="p-0 mb-2 font-medium">{t("people.mayNot")}</legend>
    <For each={blocks}>
      {(block) => (
        <Checkbox
          label={t(`people.block_${block}`)}
          help={t(`people.block_${block}Help`)}
          checked={props.chosen.includes(block)}
          onChange={(event) => {
            const isOn = event.currentTarget.checked;
            props.onChange(blocks.filter((one) => (one === block ? isOn : props.chosen.includes(one))));
          }}
        />
      )}
    </For>
  </fieldset>
);
