import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { IconButton } from "~/ui/icon-button";
import { PlusIcon } from "~/ui/icons";
import { lazyPart } from "~/ui/lazy-part";
import type { Label } from "../../schema/labels";
import type { Handling } from "./handling";
import { LabelDot } from "./label-dot";

const LabelMenu = lazyPart<{ label: Label; handling: Handling }>(
  () => import("./label-menu"),
  () => {},
  () => {},
);

/** Labels of the mailbox; each leads to the mail of the inbox that has it. */
export const LabelList = (props: { labels: readonly Label[]; shown: string | undefined; handling: Handling }) => (
  <>
    <h2 data-slot="nav-add">
      {t("handling.labels")}
      <IconButton
        size="sm"
        label={t("handling.newLabel")}
        onClick={() => props.handling.askAbout({ ask: "labelName", label: undefined })}
      >
        <PlusIcon size={16} />
      </IconButton>
    </h2>
    <Show when={props.labels.length > 0}>
      <ul>
        <For each={props.labels}>
          {(label) => (
            <li data-slot="folder">
              <a
                data-slot="nav-item"
                href={`/mail/inbox?label=${label.keyword}`}
                aria-current={label.keyword === props.shown ? "page" : undefined}
              >
                <LabelDot colour={label.colour} />
                <span dir="auto">{label.name}</span>
              </a>
              <LabelMenu label={label} handling={props.handling} />
            </li>
          )}
        </For>
      </ul>
    </Show>
  </>
);
