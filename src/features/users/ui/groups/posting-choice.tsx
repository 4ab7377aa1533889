import { For } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Checkbox } from "~/ui/checkbox";
import type { GroupPosting } from "../../schema/groups";

const postings = ["members", "anyone", "named"] as const satisfies readonly GroupPosting[];

/** Who may write, as part of a form: one of three, and whether somebody looks first. */
export const PostingChoice = (props: { posting: GroupPosting; isModerated: boolean }) => (
  <>
    <fieldset class="grid gap-3 m-0 p-0 border-0">
      <legend class="font-medium mb-2 p-0">{t("groups.rules")}</legend>
      <For each={postings}>
        {(posting) => (
          <Checkbox
            type="radio"
            name="posting"
            value={posting}
            checked={props.posting === posting}
            label={t(`groups.posting_${posting}`)}
            help={t(`groups.postingHelp_${posting}`)}
          />
        )}
      </For>
    </fieldset>
    <Checkbox name="isModerated" checked={props.isModerated} label={t("groups.isModerated")} />
  </>
);
