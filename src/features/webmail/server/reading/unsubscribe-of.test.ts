import { expect, test } from "bun:test";
import { unsubscribeOf } from "./unsubscribe-of";

const verified = { verdict: "verified", domain: "shop.test" } as const;
const signature = "v=1; a=rsa-sha256; d=shop.test; s=s;\t h=From:Subject: List-Unsubscribe :List-Unsubscribe-Post; b=x";
const message = (
  listUnsubscribe: string | null,
  more: { post?: string | null; signed?: string; result?: string } = {},
) => ({
  authenticationResults: [more.result ?? "mail.acme.test; dkim=pass header.i=@shop.test"],
  headers: {
    ...{ received: null, returnPath: null, listUnsubscribe },
    listUnsubscribePost: more.post === undefined ? "List-Unsubscribe=One-Click" : more.post,
    dkimSignatures: [more.signed ?? signature],
  },
});
const both =
  "<mailto:leave@shop.test?subject=Leave%20me%0D%0ABcc:%20x@y.test&body=Now>,\t(web) <https://shop.test/u?id=1>";

test("one call is offered when both fields are signed by a sender who is verified", () => {
  expect(unsubscribeOf(message(both), verified)).toEqual({
    shown: { kind: "one_click", host: "shop.test" },
    url: "https://shop.test/u?id=1",
  });
});

test("without the post field, or when the signature leaves them out, a message to the list is offered", () => {
  const asMail = {
    shown: { kind: "mail", to: "leave@shop.test", subject: "Leave me  Bcc: x@y.test", body: "Now" },
    url: "",
  } as const;
  expect(unsubscribeOf(message(both, { post: null }), verified)).toEqual(asMail);
  for (const signed of [signature.replace("-Post", "-Pest"), signature.replace("d=shop", "d=evil")])
    expect(unsubscribeOf(message(both, { signed }), verified)).toEqual(asMail);
  expect(unsubscribeOf(message(both, { result: "mail.acme.test; dkim=fail header.d=shop.test" }), verified)).toEqual(
    asMail,
  );
});

test("nothing is offered for a sender who is not verified, or for what is no address", () => {
  expect(unsubscribeOf(message(both), null)).toBeNull();
  expect(unsubscribeOf(message(both), { ...verified, verdict: "unverified" })).toBeNull();
  for (const value of [
    null,
    "",
    "https://shop.test/u",
    "<http://shop.test/u>",
    "<https://a@shop.test/>",
    "<mailto:>",
    "<javascript:alert(1)>",
    "<mailto:a@b.test,c@d.test>",
  ])
    expect([value, unsubscribeOf(message(value), verified)]).toEqual([value, null]);
});
