import { createAsync, Navigate, type RouteDefinition, type RouteSectionProps, useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { ConfirmBanner } from "~/features/auth/ui/account/confirm-banner";
import { PanelFoot } from "~/features/auth/ui/panel-foot";
import { panelTopics } from "~/features/auth/ui/panel-topics";
import { panelNav, securityPage } from "~/features/auth/ui/panel-nav";
import "~/features/auth/ui/panel-failures";
import { MemberBar } from "~/features/auth/ui/member-bar";
import { currentMember } from "~/features/auth/ui/queries";
import { StepUp } from "~/features/auth/ui/security/step-up";
import { revalidateOn } from "~/trpc/live";
import { AppShell } from "~/ui/app-shell";
import { Logo } from "~/ui/logo";
import { PagesPalette } from "~/ui/palette/pages-palette";

export const route = { preload: () => void currentMember() } satisfies RouteDefinition;

/** The panel around every page of it; nothing inside is shown before it is known who asks. */
export default function PanelLayout(props: RouteSectionProps) {
  const me = createAsync(() => currentMember());
  const location = useLocation();
  const isHeld = (known: NonNullable<ReturnType<typeof me>>) =>
    known.needsSecondFactor && location.pathname !== securityPage;
  revalidateOn(panelTopics);
  return (
    <Show when={me()}>
      {(known) => (
        <AppShell
          brand={<Logo />}
          nav={panelNav(known())}
          navFooter={<PanelFoot isTrial={known().isTrial} />}
          userMenu={<MemberBar me={known()} />}
          banner={
            <Show when={!known().member.isConfirmed}>
              <ConfirmBanner me={known()} />
            </Show>
          }
        >
          <Show when={!isHeld(known())} fallback={<Navigate href={securityPage} />}>
            {props.children}
          </Show>
          <StepUp />
          <PagesPalette nav={panelNav(known())} />
        </AppShell>
      )}
    </Show>
  );
}
