import { createAsync, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { currentMember } from "~/features/auth/ui/queries";
import { mayChangeUsers } from "~/features/users/ui/may-change-users";
import { NoSuchUser } from "~/features/users/ui/no-such-user";
import { userDetail } from "~/features/users/ui/queries";
import { UserPage } from "~/features/users/ui/user-page";

export default function UserRoute() {
  const params = useParams();
  const me = createAsync(() => currentMember());
  const user = createAsync(() => userDetail(params.userId ?? ""));
  return (
    <Show when={user() !== undefined}>
      <Show when={user()} fallback={<NoSuchUser />}>
        {(found) => <UserPage user={found()} canEdit={mayChangeUsers(me())} />}
      </Show>
    </Show>
  );
}
