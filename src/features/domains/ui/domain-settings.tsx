import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { useDomain } from "./domain-context";
import { IntentChoice } from "./intent-choice";
import { NoteCard } from "./note-card";
import { PolicyCard } from "./policy-card";
import { RemoveDomainCard } from "./remove-domain-card";

/** What is decided about a domain, and the way out. */
export function DomainSettings() {
  const { domain, canEdit } = useDomain();
  return (
    <Show when={canEdit()} fallback={<p class="text-muted">{t("guide.settingsClosed")}</p>}>
      <div class="grid gap-5">
        <IntentChoice domain={domain()} />
        <NoteCard domainId={domain().id} note={domain().note} />
        <PolicyCard domain={domain()} />
        <RemoveDomainCard domain={domain()} />
      </div>
    </Show>
  );
}
