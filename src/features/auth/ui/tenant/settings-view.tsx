import { type JSX, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import { PageHeader } from "~/ui/page-header";
import type { Role } from "../../schema";
import type { Tenant, TenantLimits } from "../../schema/tenant";
import { ExportButton } from "../audit/export-button";
import { RoleWall } from "../role-wall";
import { AnotherCard } from "./another-card";
import { CloseCard } from "./close-card";
import { NameCard } from "./name-card";
import { PlanCard } from "./plan-card";
import { PolicyCard } from "./policy-card";

type Settings = { tenant: Tenant; limits: TenantLimits };

type SettingsViewProps = {
  /** Null where the role does not show them. */
  settings: Settings | null | undefined;
  own: Role;
  /** What other parts of the panel have to set for a tenant. */
  children?: JSX.Element;
};

/** The page of the tenant's settings. */
export function SettingsView(props: SettingsViewProps) {
  const isOwner = () => props.own === "owner";
  return (
    <Show
      when={props.settings !== null}
      fallback={<RoleWall title={t("tenant.hiddenTitle")} text={t("tenant.hiddenText")} />}
    >
      <PageHeader title={t("tenant.title")} description={t("tenant.description")} />
      <Show when={props.settings}>
        {(known) => (
          <div class="grid gap-5">
            <NameCard name={known().tenant.name} canEdit={isOwner() || props.own === "admin"} />
            <PlanCard limits={known().limits} />
            <PolicyCard isOn={known().tenant.requiresSecondFactor} canEdit={isOwner()} />
            {props.children}
            <AnotherCard />
            <Show when={isOwner()}>
              <Card
                title={t("tenant.exportTitle")}
                actions={<ExportButton href="/admin/export.json" label={t("tenant.exportDownload")} />}
              >
                <p class="m-0 text-muted">{t("tenant.exportText")}</p>
              </Card>
              <CloseCard name={known().tenant.name} />
            </Show>
          </div>
        )}
      </Show>
    </Show>
  );
}
