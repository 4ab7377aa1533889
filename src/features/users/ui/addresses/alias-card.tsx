import { createAsync, useAction } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { type Column, DataTable } from "~/ui/data-table";
import { PlusIcon } from "~/ui/icons";
import { lazyPart } from "~/ui/lazy-part";
import { toast, type ToastOptions } from "~/ui/toast-store";
import type { MailUser } from "~/features/users/schema";
import type { Alias } from "~/features/users/schema/aliases";
import { addressFailure } from "~/features/domains/ui/addressing/address-failure";
import { type AliasAct, AliasMenu } from "./alias-menu";
import { AliasState } from "./alias-state";
import { addAgain, aliasList, removeAlias, switchAlias } from "./queries";

const AddAliasDialog = lazyPart(
  () => import("./add-alias-dialog"),
  (part) => part.onClose(),
);
const AliasDialog = lazyPart(
  () => import("./alias-dialog"),
  (part) => part.onClose(),
);

/** The other addresses of a mailbox user. */
export function AliasCard(props: { user: MailUser; canEdit: boolean }) {
  const [after, setAfter] = createSignal<string>();
  const page = createAsync(() => aliasList(props.user.id, after()));
  const [isAdding, setAdding] = createSignal(false);
  const [chosen, setChosen] = createSignal<{ alias: Alias; act: "note" | "move" }>();
  const [remove, again, flip] = [useAction(removeAlias), useAction(addAgain), useAction(switchAlias)];
  const attempt = async (work: () => Promise<unknown>, done: string, options?: ToastOptions) => {
    try {
      await work();
      toast(done, options);
    } catch (error) {
      toast(addressFailure(error), { tone: "danger" });
    }
  };
  const act = (what: AliasAct, alias: Alias) => {
    const { id, address, isEnabled } = alias;
    if (what === "note" || what === "move") return void setChosen({ alias, act: what });
    if (what === "switch")
      return void attempt(
        () => flip(id, !isEnabled),
        t(isEnabled ? "addresses.switchedOff" : "addresses.switchedOn", { address }),
        { tone: "success" },
      );
    const undo = () => void attempt(() => again(alias), t("addresses.aliasAdded"), { tone: "success" });
    void attempt(() => remove(id), t("addresses.aliasRemoved", { address }), {
      action: { label: t("common.undo"), onSelect: undo },
    });
  };
  const columns: Column<Alias>[] = [
    {
      ...{ id: "address", header: t("addresses.columnAddress"), primary: true },
      cell: (alias) => (
        <span class="flex flex-wrap items-center gap-2">
          <bdi class="break-all">{alias.address}</bdi>
          <Show when={alias.isRole}>
            <Badge>{t("addresses.roleBadge")}</Badge>
          </Show>
        </span>
      ),
    },
    { id: "note", header: t("addresses.columnNote"), cell: (alias) => alias.note },
    { id: "state", header: t("addresses.columnState"), cell: (alias) => <AliasState alias={alias} /> },
    {
      ...{ id: "acts", header: "", width: "4rem", align: "end" },
      cell: (alias) => <AliasMenu alias={alias} canEdit={props.canEdit} onAct={(what) => act(what, alias)} />,
    },
  ];
  return (
    <Card
      title={t("addresses.aliasesTitle")}
      description={t("addresses.aliasesText", { address: props.user.address })}
      actions={
        <Show when={props.canEdit}>
          <Button icon={<PlusIcon />} onClick={() => setAdding(true)}>
            {t("addresses.aliasAdd")}
          </Button>
        </Show>
      }
    >
      <DataTable
        caption={t("addresses.aliasesTitle")}
        columns={columns}
        rows={page()?.aliases}
        by={({ id }) => id}
        empty={<p class="m-0 text-muted">{t("addresses.aliasesEmpty")}</p>}
      />
      <div class="flex flex-wrap gap-2 mt-4 empty:hidden">
        <Show when={after()}>
          <Button onClick={() => setAfter(undefined)}>{t("addresses.firstPage")}</Button>
        </Show>
        <Show when={page()?.next}>
          {(next) => <Button onClick={() => setAfter(next())}>{t("addresses.nextPage")}</Button>}
        </Show>
      </div>
      <Show when={isAdding()}>
        <AddAliasDialog user={props.user} onClose={() => setAdding(false)} />
      </Show>
      <Show when={chosen()}>
        {(choice) => <AliasDialog alias={choice().alias} act={choice().act} onClose={() => setChosen(undefined)} />}
      </Show>
    </Card>
  );
}
