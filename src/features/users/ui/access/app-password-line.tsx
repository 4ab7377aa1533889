import { Match, Switch } from "solid-js";
import { DayOf } from "~/features/auth/ui/security/day-of";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import type { AppPassword } from "../../schema/access";

type AppPasswordLineProps = { app: AppPassword; canEdit: boolean; onRemove: () => void };

/** An app password: what it is for, what it may do, until when. */
export const AppPasswordLine = (props: AppPasswordLineProps) => (
  <li class="flex flex-wrap items-center justify-between gap-2">
    <span class="min-w-0 break-words">
      <span class="font-medium">{props.app.name}</span>{" "}
      <span class="text-sm text-muted">
        {t(`access.scope_${props.app.scope}`)},{" "}
        <Switch>
          <Match when={props.app.expiresAt === null}>{t("access.appNoEnd")}</Match>
          <Match when={Date.parse(props.app.expiresAt ?? "") < Date.now()}>{t("access.appOver")}</Match>
          <Match when={props.app.expiresAt}>
            {(at) => (
              <>
                {t("access.appUntil")} <DayOf at={at()} />
              </>
            )}
          </Match>
        </Switch>
      </span>
    </span>
    {props.canEdit && (
      <Button
        variant="ghost"
        size="sm"
        aria-label={t("access.removeApp", { name: props.app.name })}
        onClick={() => props.onRemove()}
      >
        {t("access.remove")}
      </Button>
    )}
  </li>
);
