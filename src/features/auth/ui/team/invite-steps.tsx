import { useAction } from "@solidjs/router";
import { createResource, createSignal, type JSX, Match, Show, Switch } from "solid-js";
import { t } from "~/lib/i18n/t";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { Spinner } from "~/ui/spinner";
import type { InvitationView } from "../../schema/team";
import { createLinkToken, keepLinkToken } from "../account/link-token";
import { failureKeyOf } from "../failure-key";
import { failureText } from "../failure-text";
import { leavePage } from "../leaving";
import { switchTenant } from "../session-actions";
import { JoinForm } from "./join-form";

type Looked = { view: InvitationView } | { refused: true } | { why: unknown };

const look = (token: string): Promise<Looked> =>
  trpc.auth.team.invitation.mutate({ token }).then(
    (view) => ({ view }),
    (why: unknown) =>
      ["auth.link_invalid", "request.invalid"].includes(failureKeyOf(why) ?? "") ? { refused: true } : { why },
  );

/** What an invitation is about, and the one step that is left to whoever opened its link. */
export function InviteSteps() {
  const token = createLinkToken({ isKept: true });
  const [looked] = createResource(() => token() || false, look, { ssrLoadFrom: "initial" });
  const view = () => {
    const now = looked.latest;
    return now && "view" in now ? now.view : undefined;
  };
  const isRefused = () => token() === "" || (looked.latest !== undefined && "refused" in looked.latest);
  const failure = () => (looked.latest && "why" in looked.latest ? { why: looked.latest.why } : undefined);
  return (
    <div class="grid gap-5" aria-live="polite">
      <Switch
        fallback={
          <p class="m-0 flex items-center gap-3">
            <Spinner /> {t("team.opening")}
          </p>
        }
      >
        <Match when={isRefused()}>
          <Notice tone="warning" title={t("team.refusedTitle")}>
            {t("team.refusedText")}
          </Notice>
          <LinkButton href="/login" size="lg">
            {t("auth.signIn")}
          </LinkButton>
        </Match>
        <Match when={failure()}>{(failed) => <Notice tone="danger">{failureText(failed().why)}</Notice>}</Match>
        <Match when={view()}>{(seen) => <Step view={seen()} token={token() ?? ""} />}</Match>
      </Switch>
    </div>
  );
}

function Step(props: { view: InvitationView; token: string }) {
  const vars = () => ({ company: props.view.company, role: t(`auth.role_${props.view.role}`) });
  const said = () =>
    props.view.inviter
      ? t("team.invitedBy", { ...vars(), inviter: props.view.inviter })
      : t("team.invitedByNobody", vars());
  return (
    <>
      <div class="grid gap-2">
        <p class="m-0">{said()}</p>
        <p class="m-0 text-sm text-muted">{t(`team.${props.view.role}_help`)}</p>
        <p class="m-0 text-sm text-muted break-words">{t("team.forAddress", { email: props.view.email })}</p>
      </div>
      <Switch>
        <Match when={props.view.next === "sign_up"}>
          <JoinForm token={props.token} />
        </Match>
        <Match when={props.view.next === "sign_in"}>
          <Told text={t("team.signInFirst")}>
            <LinkButton
              href="/login?next=%2Finvite"
              variant="primary"
              size="lg"
              onClick={() => keepLinkToken(props.token)}
            >
              {t("auth.signIn")}
            </LinkButton>
          </Told>
        </Match>
        <Match when={props.view.next === "join"}>
          <JoinButton token={props.token} company={props.view.company} />
        </Match>
        <Match when={props.view.next === "other_address"}>
          <Told text={t("team.otherAddress")}>
            <SignOutButton token={props.token} />
          </Told>
        </Match>
        <Match when={props.view.next === "confirm"}>
          <Told text={t("team.confirmFirst")}>
            <LinkButton href="/admin" size="lg" onClick={() => keepLinkToken(props.token)}>
              {t("auth.navOverview")}
            </LinkButton>
          </Told>
        </Match>
      </Switch>
    </>
  );
}

const Told = (props: { text: string; children: JSX.Element }) => (
  <>
    <Notice tone="accent">{props.text}</Notice>
    {props.children}
  </>
);

function JoinButton(props: { token: string; company: string }) {
  const go = useAction(switchTenant);
  const join = async () => {
    const joined = await trpc.auth.team.accept.mutate({ token: props.token });
    if (joined.step === "joined") await go(joined.tenantId);
  };
  return <Acting label={t("team.join", { company: props.company })} onAct={join} />;
}

const SignOutButton = (props: { token: string }) => (
  <Acting
    label={t("team.signOutAndGoOn")}
    onAct={() => {
      keepLinkToken(props.token);
      return leavePage(() => trpc.auth.signOut.mutate(), "/invite");
    }}
  />
);

/** A button that says what went wrong in its own place. */
function Acting(props: { label: string; onAct: () => Promise<unknown> }) {
  const [isBusy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();
  const act = async () => {
    setBusy(true);
    setProblem(undefined);
    await props.onAct().catch((error: unknown) => setProblem(failureText(error)));
    setBusy(false);
  };
  return (
    <>
      <Show when={problem()}>{(text) => <Notice tone="danger">{text()}</Notice>}</Show>
      <Button variant="primary" size="lg" busy={isBusy()} onClick={() => void act()}>
        {props.label}
      </Button>
    </>
  );
}
