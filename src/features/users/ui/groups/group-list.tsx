import { createAsync, useNavigate, useSearchParams } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { currentMember } from "~/features/auth/ui/queries";
import { domainList } from "~/features/domains/ui/queries";
import { cursorOf } from "~/lib/cursor-of";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { PlusIcon, UsersIcon } from "~/ui/icons";
import { lazyPart } from "~/ui/lazy-part";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import { settledSearch } from "~/ui/settled-search";
import { usableDomains } from "../usable-domains";
import { GroupTable } from "./group-table";
import { type GroupFilter, groupList } from "./queries";

const CreateGroupDialog = lazyPart(
  () => import("./create-group-dialog"),
  (part) => part.onClose(),
);

const addressOf = ({ search, after, deleted }: GroupFilter): string => {
  const given = Object.entries({ search, after, deleted: deleted ? "1" : undefined });
  const params = given.filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `/admin/groups${params.length > 0 ? `?${new URLSearchParams(params)}` : ""}`;
};

/** The groups of the tenant; what is listed stands in the address. */
export function GroupList() {
  const [params] = useSearchParams();
  const filter = (): GroupFilter => ({
    search: typeof params.search === "string" && params.search !== "" ? params.search : undefined,
    after: cursorOf(params.after),
    deleted: params.deleted === "1",
  });
  const me = createAsync(() => currentMember());
  const domains = createAsync(() => domainList());
  const page = createAsync(() => groupList(filter()));
  const [isCreating, setCreating] = createSignal(false);
  const navigate = useNavigate();
  const canEdit = () => ["owner", "admin", "domain_admin"].includes(me()?.member.role ?? "");
  const choices = () => usableDomains(domains());
  const isUnfiltered = () => !filter().search && !filter().after;
  const isEmpty = () => page()?.groups.length === 0 && isUnfiltered();
  const isFull = () => (page()?.seats.used ?? 0) >= (page()?.seats.max ?? 1);
  const createButton = () => (
    <Show when={canEdit() && !filter().deleted && choices().length > 0}>
      <Button variant="primary" icon={<PlusIcon />} disabled={isFull()} onClick={() => setCreating(true)}>
        {t("groups.create")}
      </Button>
    </Show>
  );
  return (
    <>
      <PageHeader
        title={filter().deleted ? t("groups.deletedTitle") : t("groups.title")}
        description={t("groups.description")}
        actions={
          <>
            <LinkButton href={addressOf({ deleted: !filter().deleted })}>
              {filter().deleted ? t("groups.showPresent") : t("groups.showDeleted")}
            </LinkButton>
            {createButton()}
          </>
        }
      />
      <Show
        when={!isEmpty()}
        fallback={
          <Empty isDeleted={filter().deleted === true} hasDomains={choices().length > 0} action={createButton()} />
        }
      >
        <div class="flex flex-wrap items-end justify-between gap-3 mb-4">
          <Field
            class="flex-1 min-w-56 max-w-md"
            label={t("groups.search")}
            name="search"
            type="search"
            autocomplete="off"
            value={filter().search ?? ""}
            {...settledSearch(
              () => filter().search,
              (search) => navigate(addressOf({ search, deleted: filter().deleted }), { replace: true }),
            )}
          />
          <Show when={page()}>
            {(found) => <p class="m-0 text-sm text-muted">{t("groups.seats", found().seats)}</p>}
          </Show>
        </div>
        <GroupTable caption={t("groups.title")} groups={page()?.groups} />
      </Show>
      <div class="flex flex-wrap gap-2 mt-4">
        <Show when={filter().after}>
          <LinkButton href={addressOf({ ...filter(), after: undefined })}>{t("groups.firstPage")}</LinkButton>
        </Show>
        <Show when={page()?.next}>
          {(after) => <LinkButton href={addressOf({ ...filter(), after: after() })}>{t("groups.nextPage")}</LinkButton>}
        </Show>
      </div>
      <Show when={isCreating()}>
        <CreateGroupDialog domains={choices()} onClose={() => setCreating(false)} />
      </Show>
    </>
  );
}

function Empty(props: { isDeleted: boolean; hasDomains: boolean; action: ReturnType<typeof Button> }) {
  return (
    <Show when={!props.isDeleted} fallback={<EmptyState icon={<UsersIcon />} title={t("groups.deletedNone")} />}>
      <EmptyState
        icon={<UsersIcon />}
        title={t("groups.emptyTitle")}
        action={
          <Show
            when={props.hasDomains}
            fallback={<LinkButton href="/admin/domains">{t("groups.toDomains")}</LinkButton>}
          >
            {props.action}
          </Show>
        }
      >
        {props.hasDomains ? t("groups.emptyText") : t("groups.noDomainText")}
      </EmptyState>
    </Show>
  );
}
