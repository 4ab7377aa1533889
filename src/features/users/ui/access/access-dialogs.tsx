import { useAction } from "@solidjs/router";
import { Match, Switch } from "solid-js";
import { ActDialog } from "~/features/auth/ui/act-dialog";
import { t } from "~/lib/i18n/t";
import type { MailUser } from "../../schema";
import type { AppPassword } from "../../schema/access";
import ProposeDialog from "./propose-dialog";
import { endSessions, removeSecondFactor, revokeAppPassword } from "./queries";
import ResetDialog from "./reset-dialog";

export type AccessAct = "link" | "endSessions" | "removeFactor" | "propose" | { app: AppPassword };
type AccessDialogsProps = { user: MailUser; act: AccessAct; onClose: () => void };

/** The dialog that belongs to what was chosen in the section about signing in. Fetched when the first one is. */
export default function AccessDialogs(props: AccessDialogsProps) {
  const end = useAction(endSessions);
  const remove = useAction(removeSecondFactor);
  const revoke = useAction(revokeAppPassword);
  const address = () => ({ address: props.user.address });
  const app = () => (typeof props.act === "object" ? props.act.app : undefined);
  const common = () => ({ userId: props.user.id, address: props.user.address, onClose: props.onClose });
  return (
    <Switch>
      <Match when={props.act === "link"}>
        <ResetDialog {...common()} />
      </Match>
      <Match when={props.act === "propose"}>
        <ProposeDialog {...common()} />
      </Match>
      <Match when={props.act === "endSessions"}>
        <ActDialog
          onClose={props.onClose}
          act={() => end(props.user.id)}
          done={t("access.sessionsEnded", address())}
          title={t("access.endSessionsTitle", address())}
          confirmLabel={t("access.endSessions")}
        >
          {t("access.endSessionsText")}
        </ActDialog>
      </Match>
      <Match when={props.act === "removeFactor"}>
        <ActDialog
          onClose={props.onClose}
          act={() => remove(props.user.id)}
          done={t("access.factorRemoved", address())}
          title={t("access.removeFactorTitle", address())}
          confirmLabel={t("access.removeFactor")}
          tone="danger"
        >
          {t("access.removeFactorText")}
        </ActDialog>
      </Match>
      <Match when={app()}>
        {(chosen) => (
          <ActDialog
            onClose={props.onClose}
            act={() => revoke(props.user.id, chosen().id)}
            done={t("access.appRemoved", { name: chosen().name })}
            title={t("access.removeAppTitle", { name: chosen().name })}
            confirmLabel={t("access.remove")}
            tone="danger"
          >
            {t("access.removeAppText")}
          </ActDialog>
        )}
      </Match>
    </Switch>
  );
}
