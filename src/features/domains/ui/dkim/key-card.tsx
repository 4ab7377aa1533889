import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { CopyButton } from "~/ui/copy-button";
import type { KeyMode, SigningKey } from "../../schema/dkim";
import { isDone } from "../advice-text";
import type { KeyAct } from "./key-act-dialog";
import { KeyRecord } from "./key-record";
import { KeyStageChip, KeyTimeline } from "./key-stage";
import { nextText } from "./next-text";

export type KeyCardProps = {
  signingKey: SigningKey;
  mode: KeyMode;
  /** Another key of its kind waits, signs, or is still needed. */
  hasSuccessor: boolean;
  isFollower: boolean;
  canEdit: boolean;
  onAct: (act: KeyAct) => void;
};

/** One signing key: where it is in its life, what happens next and when, and what there is to publish or to delete. */
export function KeyCard(props: KeyCardProps) {
  const key = () => props.signingKey;
  const mustShow = () => {
    const { record, stage } = key();
    return record !== null && (record.isOtherForm || (stage === "pending" && !isDone(record.state)));
  };
  const canGiveUp = () => key().stage === "pending" && (props.isFollower || key().algorithm === "ed25519-sha256");
  return (
    <li class="grid gap-4 px-[1.25rem] py-4 border-t border-border first:border-t-0" data-key={key().selector}>
      <div class="flex flex-wrap items-center justify-between gap-2">
        <h3>
          {t(`dkim.kind_${key().algorithm === "rsa-sha256" ? "rsa" : "ed25519"}`, { bits: key().bits })}{" "}
          <code class="text-muted">{key().selector}</code>
        </h3>
        <KeyStageChip stage={key().stage} />
      </div>
      <p>{nextText(key(), props.mode, props.isFollower)}</p>
      <Show when={key().record?.isOtherForm}>
        <p>{t("dkim.otherForm")}</p>
      </Show>
      <KeyTimeline signingKey={key()} />
      <Show when={key().record}>
        {(record) => (
          <Show
            when={mustShow()}
            fallback={
              <details>
                <summary class="cursor-pointer text-muted text-sm">{t("dkim.showRecord")}</summary>
                <div class="mt-3">
                  <KeyRecord record={record()} />
                </div>
              </details>
            }
          >
            <KeyRecord record={record()} />
          </Show>
        )}
      </Show>
      <Show when={key().leftover}>
        {(name) => (
          <p class="flex items-center justify-between gap-2">
            <code class="min-w-0 break-all">{name()}</code>
            <CopyButton text={name()} label={t("dkim.copyName")} />
          </p>
        )}
      </Show>
      <Show when={props.canEdit && (key().stage === "active" || canGiveUp())}>
        <div class="flex flex-wrap gap-2">
          <Show when={key().stage === "active" && !props.hasSuccessor}>
            <Button onClick={() => props.onAct("rotate")}>{t("dkim.rotate")}</Button>
          </Show>
          <Show when={key().stage === "active"}>
            <Button variant="ghost" onClick={() => props.onAct("replace")}>
              {t("dkim.replace")}
            </Button>
          </Show>
          <Show when={canGiveUp()}>
            <Button onClick={() => props.onAct("cancel")}>{t("dkim.cancel")}</Button>
          </Show>
        </div>
      </Show>
    </li>
  );
}
