import { type JSX, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { AddressingCard } from "./addressing/addressing-card";
import { useDomain } from "./domain-context";
import { IntentChoice } from "./intent-choice";
import { NoteCard } from "./note-card";
import { PolicyCard } from "./policy-card";
import { RemoveDomainCard } from "./remove-domain-card";

/** What is decided about a domain, and the way out. `children` is what other parts of the panel have to set for it. */
export function DomainSettings(props: { children?: JSX.Element }) {
  const { domain, canEdit } = useDomain();
  return (
    <Show when={canEdit()} fallback={<p class="text-muted">{t("guide.settingsClosed")}</p>}>
      <div class="grid gap-5">
        <IntentChoice domain={domain()} />
        <NoteCard domainId={domain().id} note={domain().note} />
        <Show when={domain().application !== "none"}>
          <AddressingCard domain={domain()} />
        </Show>
        <PolicyCard domain={domain()} />
        {props.children}
        <RemoveDomainCard domain={domain()} />
      </div>
    </Show>
  );
}
