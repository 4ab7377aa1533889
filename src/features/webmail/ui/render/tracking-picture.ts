/** Pixels: nobody looks at anything smaller. */
const visible = 3;

/** Where services that count readers keep the pictures they count with; host and path, each service's own. */
const knownTrackers: readonly RegExp[] = [
  /\.list-manage\.com\/track\/open/,
  /\/wf\/open$/,
  /mandrillapp\.com\/track\/open/,
  /awstrack\.me\/I0\//,
  /\/__ptq\.gif$/,
  /hubspot(?:email|links)?\.(?:com|net)\/(?:e3t|cto)\//,
  /(?:google-analytics|analytics\.google)\.com\/(?:g\/|r\/)?collect/,
  /doubleclick\.net\//,
  /facebook\.com\/tr\/?$/,
  /linkedin\.com\/emimp\//,
  /(?:mailtrack\.io|mailfoogae\.appspot\.com|emltrk\.com|getnotify\.com)\//,
  /(?:t\.yesware|bl-1|track\.mixmax|saleshandy|cirrusinsight)\.com\//,
  /customeriomail\.com\/e\/o/,
  /intercom-mail\.com\/(?:via\/)?o/,
  /exct\.net\/open\.aspx$/,
  /createsend\d?\.com\/t\/[\w-]+-o/,
  /substack\.com\/o\//,
  /\/(?:track|tracking|trk)\/(?:open|o|pixel|beacon)(?:[/.]|$)/,
  /\/email\/(?:open|pixel|beacon)(?:[/.]|$)/,
  /\/(?:open|pixel|beacon|track)\.(?:gif|png|php|aspx|ashx)$/,
];

const pixels = (text: string | null | undefined) => (/^\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*$/.exec(text ?? "") ?? [])[1];
const isTiny = (text: string | null | undefined) => Number(pixels(text) ?? visible) < visible;

/** Whether a picture is there to be counted, not to be seen: it takes no room, is hidden, or lies where readers are known to be counted. */
export function isTrackingPicture(
  image: Pick<HTMLElement, "getAttribute" | "hidden" | "style">,
  address: string,
): boolean {
  const { style } = image;
  const width = image.getAttribute("width") ?? style.width;
  const height = image.getAttribute("height") ?? style.height;
  // A line of one pixel is drawn with a picture, too; both sides are not.
  if (isTiny(width) && isTiny(height)) return true;
  if (image.hidden || style.display === "none" || style.visibility === "hidden" || style.opacity === "0") return true;
  const url = URL.parse(address.startsWith("//") ? `https:${address}` : address);
  return url !== null && knownTrackers.some((tracker) => tracker.test(url.hostname + url.pathname));
}
