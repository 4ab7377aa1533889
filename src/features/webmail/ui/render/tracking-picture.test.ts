import { expect, test } from "bun:test";
import { isTrackingPicture } from "./tracking-picture";

const picture = (attributes: Record<string, string>, style: Partial<CSSStyleDeclaration> = {}) => ({
  getAttribute: (name: string) => attributes[name] ?? null,
  hidden: "hidden" in attributes,
  style: {
    width: "",
    height: "",
    display: "",
    visibility: "",
    opacity: "",
    ...style,
  } as unknown as CSSStyleDeclaration,
});
const logo = "https://shop.example/logo.png";

test("a picture that nobody can see is there to count its readers", () => {
  expect(isTrackingPicture(picture({ width: "1", height: "1" }), logo)).toBe(true);
  expect(isTrackingPicture(picture({ width: "0", height: " 1px " }), logo)).toBe(true);
  expect(isTrackingPicture(picture({}, { width: "1px", height: "1px" }), logo)).toBe(true);
  expect(isTrackingPicture(picture({ hidden: "" }), logo)).toBe(true);
  for (const style of [{ display: "none" }, { visibility: "hidden" }, { opacity: "0" }])
    expect(isTrackingPicture(picture({}, style), logo)).toBe(true);
});

test.each([
  "https://acme.us1.list-manage.com/track/open.php?u=1&id=2",
  "http://url123.shop.example/wf/open?upn=abc",
  "https://abc.r.eu-west-1.awstrack.me/I0/0102/x",
  "//www.google-analytics.com/collect?v=1",
  "https://shop.example/track/open/123.gif",
  "https://shop.example/email/pixel?u=1",
  "https://shop.example/open.aspx?x",
  "https://mailtrack.io/trace/mail/x.png",
])("%p counts its readers whatever its size", (address) => {
  expect(isTrackingPicture(picture({ width: "200", height: "100" }), address)).toBe(true);
});

test("a picture that is to be seen is none", () => {
  expect(isTrackingPicture(picture({}), logo)).toBe(false);
  expect(isTrackingPicture(picture({ width: "600", height: "1" }), "https://shop.example/line.png")).toBe(false);
  expect(isTrackingPicture(picture({ width: "100%", height: "auto" }), logo)).toBe(false);
  for (const address of [
    "https://shop.example/email/logo.png",
    "https://opentable.example/tracks/a.jpg",
    "//cdn.example/pixel/art.png",
  ])
    expect(isTrackingPicture(picture({}), address)).toBe(false);
});
