import { useAction } from "@solidjs/router";
import { createEffect, createSignal, on, Show } from "solid-js";
import { ExportButton } from "~/features/auth/ui/audit/export-button";
import { failureText } from "~/features/auth/ui/failure-text";
import type { DomainPage } from "~/features/domains/schema";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import { PlusIcon } from "~/ui/icons";
import { lazyPart } from "~/ui/lazy-part";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import { toast } from "~/ui/toast-store";
import type { MailUser, UserPage } from "../schema";
import type { BulkAction } from "../schema/bulk";
import { BulkBar } from "./bulk/bulk-bar";
import { BulkRuns } from "./bulk/bulk-runs";
import { FilterBar } from "./list/filter-bar";
import { exportLink, filterOf, isBin, isFiltered, type ListAddress, listLink } from "./list/list-address";
import { createSelection } from "./list/selection";
import { NoUsers } from "./no-users";
import { resumeUser, undeleteUser } from "./queries";
import { usableDomains } from "./usable-domains";
import type { Act } from "./user-menu";
import { UserTable } from "./user-table";

const CreateUserDialog = lazyPart(
  () => import("./create-user-dialog"),
  (part) => part.onClose(),
);
const UserDialogs = lazyPart(
  () => import("./user-dialogs"),
  (part) => part.onClose(),
);
const BulkDialog = lazyPart(
  () => import("./bulk/bulk-dialog"),
  (part) => part.onClose(),
);

export type UserListProps = { page?: UserPage; domains?: DomainPage; at: ListAddress; canEdit: boolean };

/** The page of all mailbox users. */
export function UserList(props: UserListProps) {
  const [isCreating, setCreating] = createSignal(false);
  const [chosen, setChosen] = createSignal<{ act: Act; user: MailUser }>();
  const [bulk, setBulk] = createSignal<BulkAction>();
  const act = directActs((what, user) => setChosen({ act: what, user }));
  const domains = () => usableDomains(props.domains);
  const selection = createSelection(() => props.page?.users.map(({ id }) => id) ?? []);
  // What is chosen under one filter is not meant under another.
  createEffect(on(() => listLink(props.at), selection.clear, { defer: true }));
  const target = () => (selection.isEverything() ? { filter: filterOf(props.at) } : { userIds: selection.chosen() });
  const matching = () => {
    const { count = 0, isMore = false } = props.page?.matching ?? {};
    return t(isMore ? "people.matchingMore" : "people.matching", { count });
  };
  const createButton = () => (
    <Button variant="primary" icon={<PlusIcon />} onClick={() => setCreating(true)}>
      {t("users.create")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("users.title")}
        description={
          <>
            {t("users.description")} {props.page && t("users.seats", props.page.seats)}
          </>
        }
        actions={
          <>
            <Show when={props.page?.users.length}>
              <ExportButton href={exportLink(props.at)} label={t("users.exportCsv")} />
            </Show>
            <Show when={props.canEdit && domains().length > 0}>
              <LinkButton href="/admin/users/import">{t("people.importCsv")}</LinkButton>
              {createButton()}
            </Show>
          </>
        }
      />
      <BulkRuns canEdit={props.canEdit} />
      <Show when={isFiltered(props.at) || props.page?.users.length}>
        <FilterBar at={props.at} domains={domains()} />
      </Show>
      <Show when={props.page?.users.length}>
        <div class="flex flex-wrap items-center gap-3 mb-2">
          <Show when={props.canEdit}>
            <Checkbox
              class="sm:hidden"
              label={t("people.selectPage")}
              checked={selection.isAll()}
              indeterminate={selection.isSome()}
              onChange={(event) => selection.toggleAll(event.currentTarget.checked)}
            />
          </Show>
          <p class="m-0 text-sm text-muted" role="status">
            {matching()}
          </p>
        </div>
      </Show>
      <Show when={props.page}>
        {(page) => (
          <BulkBar
            selection={selection}
            matching={page().matching}
            hasMore={page().matching.isMore || page().matching.count > page().users.length}
            isBin={isBin(props.at)}
            onAct={setBulk}
          />
        )}
      </Show>
      <Show
        when={props.page?.users.length !== 0}
        fallback={
          <NoUsers
            isFiltered={isFiltered(props.at) || Boolean(props.at.after)}
            hasDomain={domains().length > 0}
            action={props.canEdit && createButton()}
          />
        }
      >
        <UserTable users={props.page?.users} at={props.at} canEdit={props.canEdit} selection={selection} onAct={act} />
      </Show>
      <div class="flex flex-wrap gap-2 mt-4">
        <Show when={props.at.after}>
          <LinkButton href={listLink(props.at)}>{t("users.firstPage")}</LinkButton>
        </Show>
        <Show when={props.page?.next}>
          {(after) => <LinkButton href={listLink(props.at, { after: after() })}>{t("users.nextPage")}</LinkButton>}
        </Show>
      </div>
      <Show when={isCreating()}>
        <CreateUserDialog domains={domains()} domainId={props.at.domainId} onClose={() => setCreating(false)} />
      </Show>
      <Show when={chosen()}>
        {(choice) => <UserDialogs user={choice().user} act={choice().act} onClose={() => setChosen(undefined)} />}
      </Show>
      <Show when={bulk()}>
        {(action) => (
          <BulkDialog
            action={action()}
            target={target()}
            onClose={() => setBulk(undefined)}
            onBegun={() => {
              setBulk(undefined);
              selection.clear();
            }}
          />
        )}
      </Show>
    </>
  );
}

/** What harms nobody is done at once; for all else `ask` opens the dialog. */
export function directActs(ask: (act: Act, user: MailUser) => void): (act: Act, user: MailUser) => void {
  const [resume, undelete] = [useAction(resumeUser), useAction(undeleteUser)];
  const say = async (work: Promise<unknown>, done: string) => {
    try {
      await work;
      toast(done, { tone: "success" });
    } catch (error) {
      toast(failureText(error), { tone: "danger" });
    }
  };
  return (act, user) => {
    const { id, address } = user;
    if (act === "resume") return void say(resume(id), t("users.resumed", { address }));
    if (act === "undelete") return void say(undelete(id), t("people.undeleted", { address }));
    return ask(act, user);
  };
}
