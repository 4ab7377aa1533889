import { useNavigate } from "@solidjs/router";
import { t } from "~/lib/i18n/t";
import { PasskeyButton } from "./passkey-button";

/** The way in without a password; what it takes is fetched when it is pressed. */
export function SignInPasskey(props: { next: string }) {
  const navigate = useNavigate();
  const use = async () => {
    const { signInWithPasskey } = await import("./sign-in-with-passkey");
    await signInWithPasskey();
    navigate(props.next);
  };
  return (
    <div class="mt-3">
      <PasskeyButton size="lg" onUse={use}>
        {t("auth.passkeySignIn")}
      </PasskeyButton>
    </div>
  );
}
