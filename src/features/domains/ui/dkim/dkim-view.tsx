import { createAsync } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Keyed } from "~/ui/keyed";
import { lazyPart } from "~/ui/lazy-part";
import { Notice } from "~/ui/notice";
import { Skeleton } from "~/ui/skeleton";
import type { KeyAlgorithm, SigningKey, SigningKeys } from "../../schema/dkim";
import { useDomain } from "../domain-context";
import type { KeyAct } from "./key-act-dialog";
import { KeyCard } from "./key-card";
import { signingKeys } from "./queries";
import "./dkim.css";

const KeyActDialog = lazyPart(
  () => import("./key-act-dialog"),
  (part) => part.onClose(),
);

type Standing = "waiting" | "rotating" | "well" | "unsigned";

/** The whole in one word: mail is signed, is about to be signed by another key, will be once records are there, or is not signed. */
function standingOf({ keys }: SigningKeys): Standing {
  const isAt = (stage: SigningKey["stage"]) =>
    keys.some((key) => key.algorithm === "rsa-sha256" && key.stage === stage);
  if (isAt("active")) return keys.some(({ stage }) => stage === "pending") ? "rotating" : "well";
  return isAt("retired") ? "unsigned" : "waiting";
}

const tones = { waiting: "accent", rotating: "accent", well: "success", unsigned: "danger" } as const;

/** The keys that sign the domain's mail: each with its life, what happens next, and what the reader has to do for it. */
export function DkimView() {
  const { domain, canEdit } = useDomain();
  const found = createAsync(() => signingKeys(domain().id));
  const [asked, setAsked] = createSignal<{ act: KeyAct; algorithm: KeyAlgorithm }>();
  const othersOf = (key: SigningKey) =>
    (found()?.keys ?? []).filter((other) => other.id !== key.id && other.algorithm === key.algorithm);
  const hasEd25519 = (keys: SigningKey[]) =>
    keys.some(({ algorithm, stage }) => algorithm === "ed25519-sha256" && (stage === "active" || stage === "pending"));
  const ask = (act: KeyAct, algorithm: KeyAlgorithm = "rsa-sha256") => setAsked({ act, algorithm });
  return (
    <Show when={found()} fallback={<Skeleton class="h-48" />}>
      {(page) => (
        <div class="grid gap-5">
          <Notice tone={tones[standingOf(page())]} title={t(`dkim.${standingOf(page())}Title`)}>
            {t(`dkim.${standingOf(page())}Text`)}
          </Notice>
          <Card title={t("dkim.title")} description={t("dkim.description")} variant="flush">
            <ul class="m-0 p-0 list-none">
              <Keyed each={page().keys} by={({ id }) => id}>
                {(key) => (
                  <KeyCard
                    signingKey={key()}
                    mode={page().mode}
                    hasSuccessor={othersOf(key()).some(({ stage }) => stage === "pending" || stage === "retiring")}
                    isFollower={othersOf(key()).some(({ stage }) => stage === "active")}
                    canEdit={canEdit()}
                    onAct={(act) => ask(act, key().algorithm)}
                  />
                )}
              </Keyed>
            </ul>
          </Card>
          <Show when={canEdit() && !hasEd25519(page().keys)}>
            <Card title={t("dkim.addTitle")} actions={<Button onClick={() => ask("add")}>{t("dkim.add")}</Button>}>
              <p class="text-muted">{t("dkim.addHelp")}</p>
            </Card>
          </Show>
          <Card
            title={t(`dkim.mode_${page().mode}`)}
            actions={
              <Show when={canEdit() && (page().canUseAliases || page().mode === "cname")}>
                <Button onClick={() => ask("mode")}>
                  {t(`dkim.modeSet_${page().mode === "txt" ? "cname" : "txt"}`)}
                </Button>
              </Show>
            }
          >
            <p class="text-muted">{t(`dkim.modeHelp_${page().mode}`)}</p>
          </Card>
          <Show when={asked()} keyed>
            {(now) => (
              <KeyActDialog
                domainId={domain().id}
                algorithm={now.algorithm}
                mode={page().mode}
                act={now.act}
                onClose={() => setAsked()}
              />
            )}
          </Show>
        </div>
      )}
    </Show>
  );
}
